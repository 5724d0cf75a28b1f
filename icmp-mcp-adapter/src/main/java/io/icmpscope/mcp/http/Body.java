package io.icmpscope.mcp.http;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;

/** The body of a request, which is read as it comes: no thread waits for one that comes slowly. */
final class Body implements Runnable {

    /** So many times of what it may have is passed over: a client that still sends may not see the answer. */
    private static final long PASSED_OVER = 16;

    private final Request request;
    private final int mostBytes;
    private final Consumer<byte[]> whole;
    private final Runnable tooLong;
    private final Consumer<Throwable> failed;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long seen;

    /**
     * Prepares to read. One of the three is told in the end.
     *
     * @param mostBytes how long the body may be
     * @param whole hears the bytes
     * @param tooLong hears that there is more
     * @param failed hears that the client went away or sends nothing more
     */
    Body(Request request, int mostBytes, Consumer<byte[]> whole, Runnable tooLong, Consumer<Throwable> failed) {
        this.request = request;
        this.mostBytes = mostBytes;
        this.whole = whole;
        this.tooLong = tooLong;
        this.failed = failed;
    }

    /** Reads what is there, and comes back when there is more. */
    @Override
    public void run() {
        for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
            if (Content.Chunk.isFailure(chunk)) {
                failed.accept(chunk.getFailure());
                return;
            }
            seen += chunk.remaining();
            if (seen <= mostBytes) {
                bytes.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
            }
            chunk.release();
            if (seen > mostBytes && (chunk.isLast() || seen > PASSED_OVER * mostBytes)) {
                tooLong.run();
                return;
            }
            if (chunk.isLast()) {
                whole.accept(bytes.toByteArray());
                return;
            }
        }
        request.demand(this);
    }
}
