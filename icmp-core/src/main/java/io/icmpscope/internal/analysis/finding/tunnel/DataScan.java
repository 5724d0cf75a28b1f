package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import java.io.Serializable;
import java.util.Arrays;

/** Goes once through the data of an echo. One is reused for all, so that a scan allocates nothing. */
final class DataScan implements Serializable {

    private static final int LOOKED_AT = 1024; // bytes
    private static final long FACTOR = 0x0000_0100_0000_01B3L; // of FNV-1a

    private final int[] counts = new int[256];
    private final double[] bits = new double[LOOKED_AT + 1]; // n times the logarithm of n

    int bytes;
    int textBytes;
    long hash;

    DataScan() {
        for (int n = 2; n <= LOOKED_AT; n++) {
            bits[n] = n * log2(n);
        }
    }

    private static double log2(int n) {
        return Math.log(n) / Math.log(2);
    }

    /** Looks at the data from one byte on. */
    void scan(PacketView echo, int from) {
        Arrays.fill(counts, 0);
        int end = Math.min(EchoData.length(echo), from + LOOKED_AT);
        bytes = Math.max(0, end - from);
        textBytes = 0;
        hash = EchoData.declaredLength(echo);
        for (int at = from; at < end; at++) {
            int value = EchoData.u8(echo, at);
            counts[value]++;
            textBytes += isText(value) ? 1 : 0;
            hash = (hash ^ value) * FACTOR;
        }
    }

    private static boolean isText(int value) {
        return (value >= ' ' && value <= '~') || value == '\n' || value == '\r' || value == '\t';
    }

    /** The entropy of the bytes, as a share of the highest that so many bytes can have. */
    double entropy() {
        if (bytes < 2) {
            return 0;
        }
        double sum = 0;
        for (int count : counts) {
            sum += bits[count];
        }
        return (log2(bytes) - sum / bytes) / log2(Math.min(256, bytes));
    }
}
