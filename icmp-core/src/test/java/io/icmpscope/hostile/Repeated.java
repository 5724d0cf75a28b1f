package io.icmpscope.hostile;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** A capture that would fill a disk: a start, a piece many times over that changes each time, and an end, made as it is read. */
final class Repeated extends InputStream {

    /** What is different in a piece each time, by its number from 0 on. */
    interface Change {
        void to(ByteBuffer piece, int number);
    }

    private final byte[] piece;
    private final byte[] end;
    private final int times;
    private final Change change;
    private byte[] current;
    private int at;
    private int number = -1;

    Repeated(byte[] start, byte[] piece, int times, Change change, byte[] end) {
        this.piece = piece.clone();
        this.end = end.clone();
        this.times = times;
        this.change = change;
        this.current = start.clone();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int done = 0;
        while (done < length && hasMore()) {
            int count = Math.min(length - done, current.length - at);
            System.arraycopy(current, at, into, offset + done, count);
            at += count;
            done += count;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    private boolean hasMore() {
        while (at == current.length && number < times) {
            number++;
            at = 0;
            current = number < times ? piece : end;
            if (number < times) {
                change.to(ByteBuffer.wrap(piece), number);
            }
        }
        return at < current.length;
    }
}
