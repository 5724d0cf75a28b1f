package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.MplControl;
import java.util.ArrayList;
import java.util.List;

/** MPL control message: RFC 7731 sections 6.2 and 6.3. */
final class MplControlReader {

    private static final String LAYER = "mpl";

    private static final int SEEDS = 4; // offset in the message

    private static final int MINIMUM_SEQUENCE = 0; // offsets in the information on a seed
    private static final int LENGTHS = 1; // six bits of bitmap length in bytes, two that say how long the seed is
    private static final int SEED = 2;

    private MplControlReader() {}

    static IcmpMessage read(MessageBytes in) {
        List<MplControl.SeedInfo> seeds = new ArrayList<>();
        int at = SEEDS;
        while (in.has(at, SEED)) {
            int bitmap = at + SEED + seedLength(in.u8(at + LENGTHS) & 3);
            int end = bitmap + (in.u8(at + LENGTHS) >>> 2);
            if (end > in.length()) {
                break;
            }
            seeds.add(new MplControl.SeedInfo(
                    in.u8(at + MINIMUM_SEQUENCE), in.hex(at + SEED, bitmap - at - SEED), in.hex(bitmap, end - bitmap)));
            at = end;
        }
        if (at < in.length()) {
            in.problem(LAYER, at, neededAt(in, at), in.length() - at, "it ends within the information on a seed");
        }
        return new MplControl(seeds);
    }

    private static int neededAt(MessageBytes in, int at) {
        return in.has(at, SEED) ? SEED + seedLength(in.u8(at + LENGTHS) & 3) + (in.u8(at + LENGTHS) >>> 2) : SEED;
    }

    private static int seedLength(int bits) {
        return switch (bits) {
            case 1 -> 2;
            case 2 -> 8;
            case 3 -> 16;
            default -> 0; // the seed is the source of the packet
        };
    }
}
