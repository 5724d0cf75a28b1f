package io.icmpscope.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What must hold of every reader, whatever it reads. */
final class Invariant {

    /** How many bytes that are not its own lie before and behind what a reader is given. */
    static final int AROUND = 64;

    private static final byte[] SURROUNDINGS = {0, 0x45, (byte) 0xFF};

    private Invariant() {}

    static void holds(boolean condition, Object what) {
        if (!condition) {
            throw new AssertionError("does not hold: " + what);
        }
    }

    static void same(Object one, Object other, String what) {
        if (!Objects.equals(one, other)) {
            throw new AssertionError(what + ": " + one + ", but " + other);
        }
    }

    /** The first of two lists is how the second begins. */
    static void beginning(List<?> some, List<?> all, String what) {
        holds(some.size() <= all.size(), what + ": " + some.size() + " of " + all.size());
        same(some, all.subList(0, some.size()), what);
    }

    /**
     * Reads bytes in a buffer that has no others, and in buffers that have others around them: who leaves what it was given
     * either throws or answers otherwise. So does who keeps something from the time before.
     *
     * @param reader of bytes that begin at {@link #AROUND}
     * @return its answer
     */
    static <T> T staysInside(byte[] bytes, Function<ByteBuffer, T> reader) {
        T answer = reader.apply(buffer(bytes, SURROUNDINGS[0]));
        for (byte around : SURROUNDINGS) {
            same(answer, reader.apply(buffer(bytes, around)), "with other bytes around it");
        }
        return answer;
    }

    private static ByteBuffer buffer(byte[] bytes, byte around) {
        byte[] all = new byte[AROUND + bytes.length + AROUND];
        Arrays.fill(all, around);
        System.arraycopy(bytes, 0, all, AROUND, bytes.length);
        return ByteBuffer.wrap(all);
    }
}
