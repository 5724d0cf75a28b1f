package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the echo messages of one direction between two hosts carry. The first of them are looked at closely. */
final class DataTally implements Serializable {

    private static final int LOOKED_AT = 256; // messages
    private static final int ENOUGH = 32; // bytes, for their entropy to say anything
    private static final int KNOWN = 4; // different data that may come again and again

    private long messages;
    private long bytes;
    private int patterns;
    private long latestPattern;
    private int examined;
    private int scanned;
    private double entropies;
    private long textBytes;
    private long dataBytes;
    private int repeated;
    private int embedded;
    private @Nullable Embedded example;
    private final long[] hashes = new long[KNOWN];
    private final Lengths lengths = new Lengths();

    void see(PacketView echo, int from, DataScan scan) {
        messages++;
        bytes += EchoData.declaredLength(echo);
        if (examined < LOOKED_AT) {
            examine(echo, from, scan);
        }
    }

    private void examine(PacketView echo, int from, DataScan scan) {
        scan.scan(echo, from);
        lengths.add((int) Math.min(EchoData.declaredLength(echo), 0xFFFF));
        repeated += isKnown(scan.hash) ? 1 : 0;
        if (from > 0 && EchoData.length(echo) >= from + Long.BYTES) {
            long pattern = EchoData.eight(echo, from);
            patterns += pattern == latestPattern ? 0 : 1;
            latestPattern = pattern;
        }
        textBytes += scan.textBytes;
        dataBytes += scan.bytes;
        if (scan.bytes >= ENOUGH) {
            scanned++;
            entropies += scan.entropy();
        }
        Embedded found = Embedded.in(echo, from);
        if (found != null) {
            embedded++;
            example = example == null ? found : example;
        }
        examined++;
    }

    /** Whether the data is one of the first different ones. */
    private boolean isKnown(long hash) {
        for (int i = 0; i < KNOWN; i++) {
            if (hashes[i] == hash) {
                return true;
            }
            if (hashes[i] == 0) {
                hashes[i] = hash;
                return false;
            }
        }
        return false;
    }

    DataStats stats() {
        return new DataStats(
                messages,
                bytes,
                patterns,
                examined,
                examined == 0 ? 0 : 100.0 * repeated / examined,
                lengths.different(),
                lengths.longest(),
                lengths.isSweep(),
                scanned == 0 ? 0 : entropies / scanned,
                dataBytes == 0 ? 0 : 100.0 * textBytes / dataBytes,
                embedded,
                example);
    }
}
