package io.icmpscope.fuzz;

import io.icmpscope.fuzz.CaptureLayout.Length;
import io.icmpscope.fuzz.CaptureLayout.Stretch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The kinds of damage that are done to captures. What a kind does to which capture is up to the numbers it draws. */
enum Damage {
    /** A single bit. */
    BIT(0, 0),
    /** Up to eight bytes, anywhere. */
    FEW_BYTES(0, 0),
    /** One byte of so many, anywhere. */
    ONE_IN_1000(1000, 0),
    ONE_IN_100(100, 0),
    /** One byte of so many, in the frames alone: the capture can be read to its end. */
    FRAMES_ONE_IN_1000(0, 1000),
    FRAMES_ONE_IN_100(0, 100),
    FRAMES_ONE_IN_10(0, 10),
    /** The end is missing. */
    CUT(0, 0),
    /** Lengths that the container declares say something else. */
    CONTAINER_LENGTHS(0, 0),
    /** What looks like a length in a frame says something else. */
    PACKET_LENGTHS(0, 0),
    /** A stretch is missing in the middle, or there twice. */
    MOVED(0, 0);

    private static final byte[] ODD_BYTES = {
        0, 1, 2, 3, 4, 7, 8, 0x0F, 0x10, 0x7F, (byte) 0x80, (byte) 0xFE, (byte) 0xFF
    };
    private static final long[] ODD_LENGTHS = {
        0,
        1,
        2,
        3,
        4,
        5,
        7,
        8,
        11,
        12,
        16,
        20,
        28,
        40,
        0xFF,
        0x100,
        0x7FFF,
        0x8000,
        0xFFFF,
        0x10000,
        0x40000,
        0x40001,
        0x7FFF_FFFFL,
        0x8000_0000L,
        0xFFFF_FFF0L,
        0xFFFF_FFFFL
    };
    private static final int HEADERS = 60; // bytes by which a length may miss the end of its frame

    private final int anywhere;
    private final int inFrames;

    Damage(int anywhere, int inFrames) {
        this.anywhere = anywhere;
        this.inFrames = inFrames;
    }

    /** Returns a damaged copy. */
    byte[] of(byte[] whole, CaptureLayout layout, SplittableRandom random) {
        byte[] bytes = whole.clone();
        if (bytes.length == 0) {
            return bytes;
        }
        switch (this) {
            case BIT -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            case FEW_BYTES -> change(bytes, 0, bytes.length, 1 + random.nextInt(8), random);
            case CUT -> {
                return slice(bytes, 0, random.nextInt(bytes.length));
            }
            case CONTAINER_LENGTHS -> lengths(bytes, layout, random);
            case PACKET_LENGTHS -> packetLengths(bytes, layout, random);
            case MOVED -> {
                return moved(bytes, random);
            }
            default -> flips(bytes, layout, random);
        }
        return bytes;
    }

    private void flips(byte[] bytes, CaptureLayout layout, SplittableRandom random) {
        if (anywhere > 0) {
            change(bytes, 0, bytes.length, share(bytes.length, anywhere, random), random);
        }
        for (Stretch frame : inFrames > 0 ? layout.frames : List.<Stretch>of()) {
            change(bytes, frame.from(), frame.to(), share(frame.to() - frame.from(), inFrames, random), random);
        }
    }

    /** How many of some bytes are changed when one of so many is; of few bytes now and then one. */
    private static int share(int bytes, int oneIn, SplittableRandom random) {
        return bytes / oneIn + (random.nextInt(oneIn) < bytes % oneIn ? 1 : 0);
    }

    private static void change(byte[] bytes, int from, int to, int count, SplittableRandom random) {
        for (int i = 0; i < count; i++) {
            int at = from + random.nextInt(to - from);
            bytes[at] = switch (random.nextInt(3)) {
                case 0 -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
                case 1 -> ODD_BYTES[random.nextInt(ODD_BYTES.length)];
                default -> (byte) random.nextInt();
            };
        }
    }

    private static void lengths(byte[] bytes, CaptureLayout layout, SplittableRandom random) {
        for (int i = random.nextInt(3); i >= 0 && !layout.lengths.isEmpty(); i--) {
            rewrite(layout.lengths.get(random.nextInt(layout.lengths.size())), bytes, random);
        }
    }

    private static void packetLengths(byte[] bytes, CaptureLayout layout, SplittableRandom random) {
        int frames = layout.frames.size();
        for (int i = frames == 0 ? 0 : 1 + random.nextInt(Math.min(frames, 50)); i > 0; i--) {
            List<Length> likely = likely(bytes, layout.frames.get(random.nextInt(frames)));
            if (!likely.isEmpty()) {
                rewrite(likely.get(random.nextInt(likely.size())), bytes, random);
            }
        }
    }

    /** Two bytes of a frame that say about how many bytes follow them. */
    private static List<Length> likely(byte[] bytes, Stretch frame) {
        List<Length> likely = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        for (int at = frame.from(); at + 2 <= frame.to(); at++) {
            int says = in.getShort(at) & 0xFFFF;
            if (says >= 4 && Math.abs(frame.to() - at - says) <= HEADERS) {
                likely.add(new Length(at, 2, ByteOrder.BIG_ENDIAN));
            }
        }
        return likely;
    }

    private static void rewrite(Length length, byte[] bytes, SplittableRandom random) {
        long said = length.read(bytes);
        length.write(
                bytes,
                switch (random.nextInt(4)) {
                    case 0 -> said + random.nextInt(-9, 10);
                    case 1 -> said ^ 1L << random.nextInt(8 * length.bytes());
                    case 2 -> random.nextLong();
                    default -> ODD_LENGTHS[random.nextInt(ODD_LENGTHS.length)];
                });
    }

    private static byte[] moved(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(200));
        boolean twice = random.nextBoolean();
        ByteBuffer all = ByteBuffer.allocate(twice ? bytes.length + to - from : bytes.length - (to - from));
        all.put(bytes, 0, twice ? to : from);
        all.put(bytes, twice ? from : to, bytes.length - (twice ? from : to));
        return all.array();
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
