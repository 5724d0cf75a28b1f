package io.icmpscope.fuzz;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.IcmpPackets;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.Statistics.TypeCount;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the library makes of some bytes; and that it makes the same of them whichever way they are read. */
enum Verdict {
    /** They are no capture: the typed exception. */
    REFUSED,
    /** A capture that is damaged, and of which all is told that could be read. */
    WARNED,
    /** A capture without a warning. */
    READ;

    private static final AnalysisOptions OPTIONS = AnalysisOptions.defaults();

    /** Where a message of this type and code belongs; what was not captured of it is null. */
    private record Kind(int version, int type, Integer code) {}

    private record Counted(long packets, long messages, CaptureFacts facts, Map<Kind, Long> byType) {}

    /**
     * Reads bytes as a report and one message after the other.
     *
     * @throws AssertionError when the two do not agree, or when a warning lies outside of the bytes
     */
    static Verdict of(byte[] capture) throws IOException {
        IcmpReport report;
        try {
            report = IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), OPTIONS);
        } catch (CaptureFormatException refused) {
            same(refused.getMessage(), refusal(capture), "refusals");
            return REFUSED;
        }
        Counted counted = count(capture);
        same(report.totalPackets(), counted.packets, "packets");
        same(report.icmpPackets(), counted.messages, "messages");
        same(report.capture(), counted.facts, "facts of the capture");
        same(byType(report), counted.byType, "messages by type");
        List<CaptureWarning> warnings = report.capture().warnings().entries();
        for (CaptureWarning warning : warnings) {
            boolean inside = report.capture().compressed() || warning.byteOffset() <= capture.length;
            same(true, warning.byteOffset() >= 0 && inside, warning.toString());
        }
        return warnings.isEmpty() ? READ : WARNED;
    }

    /** Reads a file mapped, by reads and as a stream, and holds the answers to the one in memory. */
    static void fromEverywhere(Path file, byte[] capture) throws IOException {
        String inMemory = answer(() -> IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), OPTIONS));
        same(inMemory, answer(() -> IcmpAnalyzer.analyze(file, OPTIONS.withAccess(Access.MAPPED))), "mapped");
        same(inMemory, answer(() -> IcmpAnalyzer.analyze(file, OPTIONS.withAccess(Access.READ))), "read");
        same(inMemory, answer(() -> IcmpAnalyzer.analyze(new ByteArrayInputStream(capture), OPTIONS)), "streamed");
    }

    /** The messages one after the other, of what is a capture. */
    static List<PacketEntry> messages(byte[] capture) throws IOException {
        List<PacketEntry> messages = new ArrayList<>();
        try (IcmpPackets packets = IcmpAnalyzer.packets(new ByteArrayInputStream(capture), OPTIONS)) {
            for (PacketEntry packet = packets.next(); packet != null; packet = packets.next()) {
                messages.add(packet);
            }
        }
        return messages;
    }

    private static Counted count(byte[] capture) throws IOException {
        Map<Kind, Long> byType = new HashMap<>();
        try (IcmpPackets packets = IcmpAnalyzer.packets(new ByteArrayInputStream(capture), OPTIONS)) {
            for (PacketEntry packet = packets.next(); packet != null; packet = packets.next()) {
                byType.merge(new Kind(packet.icmpVersion(), packet.icmpType(), packet.icmpCode()), 1L, Long::sum);
            }
            return new Counted(packets.totalPackets(), packets.icmpPackets(), packets.capture(), byType);
        }
    }

    private static Map<Kind, Long> byType(IcmpReport report) {
        Map<Kind, Long> byType = new HashMap<>();
        for (TypeCount row : report.statistics().byType()) {
            byType.put(new Kind(row.icmpVersion(), row.icmpType(), row.icmpCode()), row.count());
        }
        return byType;
    }

    private static String refusal(byte[] capture) throws IOException {
        try {
            count(capture);
            return "none";
        } catch (CaptureFormatException refused) {
            return refused.getMessage();
        }
    }

    private interface Analysis {
        IcmpReport run() throws IOException;
    }

    private static String answer(Analysis analysis) throws IOException {
        try {
            return analysis.run().withOptions(OPTIONS).toString();
        } catch (CaptureFormatException refused) {
            return refused.getMessage();
        }
    }

    private static void same(Object one, Object other, String what) {
        if (!one.equals(other)) {
            throw new AssertionError(what + ": " + one + ", but " + other);
        }
    }
}
