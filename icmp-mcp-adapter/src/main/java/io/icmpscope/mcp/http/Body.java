package io.icmpscope.mcp.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;

/** The body of a request, which is read as it comes: no thread waits for one that comes slowly. */
final class Body implements Runnable {

    private final Request request;
    private final int mostBytes;
    private final Consumer<String> whole;
    private final Runnable tooLong;
    private final Consumer<Throwable> failed;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /**
     * Prepares to read. One of the three is told in the end.
     *
     * @param mostBytes how long the body may be
     * @param whole hears the text
     * @param tooLong hears that there is more; the rest is not read
     * @param failed hears that the client went away or sends nothing more
     */
    Body(Request request, int mostBytes, Consumer<String> whole, Runnable tooLong, Consumer<Throwable> failed) {
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
            boolean fits = bytes.size() + chunk.remaining() <= mostBytes;
            if (fits) {
                ByteBuffer more = chunk.getByteBuffer();
                bytes.writeBytes(BufferUtil.toArray(more));
            }
            chunk.release();
            if (!fits) {
                tooLong.run();
                return;
            }
            if (chunk.isLast()) {
                whole.accept(bytes.toString(StandardCharsets.UTF_8));
                return;
            }
        }
        request.demand(this);
    }
}
