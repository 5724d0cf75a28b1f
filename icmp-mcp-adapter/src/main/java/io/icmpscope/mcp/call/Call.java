package io.icmpscope.mcp.call;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A piece of work that somebody waits for, who may give it up, waits only so long, and hears how far it is when it lasts.
 *
 * <p>Whoever works says how far it is with {@link #begin} and {@link #at}, or asks with {@link #check}: these end the work
 * by a {@link CancellationException} as soon as nobody waits any more. Who blocks meanwhile registers {@link #onStop}.
 * {@link #cancel}, {@link #stop} and {@link #onStop} may be called from any thread, the others from that of the work.
 */
public final class Call implements AutoCloseable {

    /** How the work came to its end. */
    public enum End {
        /** It was done. */
        DONE,
        /** Who waited gave it up. */
        CANCELLED,
        /** It took too long. */
        TIMED_OUT,
        /** The program ends, while somebody waits for the answer. */
        STOPPED
    }

    private final CompletableFuture<End> end = new CompletableFuture<>();
    private ProgressListener listener = progress -> {};
    private Pace pace = new Pace();
    private long told; // bytes
    private Progress progress = new Progress("", 0, Progress.UNKNOWN, 0);

    /** Begins work that takes as long as it takes. */
    public Call() {}

    /**
     * Begins work.
     *
     * @param limit how long it may take
     */
    public Call(Duration limit) {
        end.completeOnTimeout(End.TIMED_OUT, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Has someone told how far the work is: when it lasts longer than a second, and then every second.
     *
     * @param by who hears of it, on the thread of the work
     */
    public void tell(ProgressListener by) {
        listener = by;
        pace = new Pace();
    }

    /** Gives the work up. Does nothing when it has ended. */
    public void cancel() {
        end.complete(End.CANCELLED);
    }

    /** Stops the work because the program ends. Does nothing when it has ended. */
    public void stop() {
        end.complete(End.STOPPED);
    }

    /**
     * Has something run when the work is given up or takes too long: what ends a wait. It runs on the thread that gives
     * up, and at once when that was before.
     *
     * @param abort does not block
     */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody is interested in how aborting went
    public void onStop(Runnable abort) {
        end.thenAccept(how -> {
            if (how != End.DONE) {
                abort.run();
            }
        });
    }

    /**
     * Returns how the work has ended.
     *
     * @return {@link End#DONE} also while it goes on
     */
    public End end() {
        return end.getNow(End.DONE);
    }

    /**
     * Ends the work if nobody waits any more.
     *
     * @throws CancellationException when it was given up, or takes too long
     */
    public void check() {
        End how = end();
        if (how != End.DONE) {
            throw new CancellationException(how.name());
        }
    }

    /**
     * Begins a part of the work.
     *
     * @param doing what it is, for people, such as {@code Reading}
     * @param totalBytes how many bytes it goes through, or {@link Progress#UNKNOWN}
     */
    public void begin(String doing, long totalBytes) {
        check();
        progress = new Progress(doing, 0, totalBytes, progress.before() + progress.bytes());
    }

    /**
     * Says how far this part of the work is.
     *
     * @param bytes how many of the bytes are done
     * @throws CancellationException when the work was given up, or takes too long
     */
    public void at(long bytes) {
        check();
        progress = progress.at(bytes);
        long now = progress.before() + bytes;
        if (now > told && pace.isTime()) { // MCP: the progress value must increase with each notification
            told = now;
            listener.at(progress);
        }
    }

    /** Ends the work as done, if it has not ended otherwise. */
    @Override
    public void close() {
        end.complete(End.DONE);
    }
}
