package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The recordings of real programs in src/test/resources/lab, and what the programs printed. See src/lab. */
public final class Lab {

    /** The identifier of the ping that ends every recording, 11 seconds after its program. */
    private static final int MARKER = 19787;

    private Lab() {}

    public static Path capture(String scene) {
        URL pcap = Lab.class.getResource("/lab/" + scene + ".pcap");
        return path(pcap != null ? pcap : Lab.class.getResource("/lab/" + scene + ".pcapng"));
    }

    /** All recordings. */
    public static List<Path> captures() throws IOException {
        try (Stream<Path> files = Files.list(capture("ping4-clean").getParent())) {
            List<Path> captures = files.filter(file -> file.toString().contains(".pcap"))
                    .sorted()
                    .toList();
            assertTrue(captures.size() > 20, captures::toString);
            return captures;
        }
    }

    /** The files that a recording was written to one after the other. */
    static List<Path> parts(String scene) {
        List<Path> parts = new ArrayList<>();
        for (int part = 0;
                Lab.class.getResource("/lab/" + name(scene, part) + ".pcap") != null
                        || Lab.class.getResource("/lab/" + name(scene, part) + ".pcapng") != null;
                part++) {
            parts.add(capture(name(scene, part)));
        }
        return parts;
    }

    private static String name(String scene, int part) {
        return "%s-%02d".formatted(scene, part);
    }

    static String printed(String scene) throws IOException {
        return Files.readString(path(Lab.class.getResource("/lab/" + scene + ".txt")));
    }

    static IcmpReport analyze(String scene) throws IOException {
        return IcmpAnalyzer.analyze(capture(scene));
    }

    /** Every message of a recording. */
    static List<PacketEntry> packets(String scene) throws IOException {
        IcmpReport report =
                IcmpAnalyzer.analyze(capture(scene), AnalysisOptions.defaults().withMaxPackets(10_000));
        assertEquals(0, report.packetsOmitted());
        return report.packets();
    }

    /** The sessions of the program itself, without the ping that ends the recording. */
    static List<EchoSession> sessions(IcmpReport report) {
        return report.echo().sessions().entries().stream()
                .filter(session -> session.identifier() != MARKER)
                .toList();
    }

    /** The same in the order in which they began. */
    static List<EchoSession> inOrder(IcmpReport report) {
        return sessions(report).stream()
                .sorted(Comparator.comparingLong(EchoSession::firstFrame))
                .toList();
    }

    /** The only one. */
    static EchoSession session(IcmpReport report) {
        List<EchoSession> sessions = sessions(report);
        assertEquals(1, sessions.size(), sessions::toString);
        return sessions.get(0);
    }

    /** How many packets a router dropped, as nft printed. */
    static int dropped(String scene, String what) throws IOException {
        Matcher counter =
                Pattern.compile("counter " + what + " \\{\\s+packets (\\d+)").matcher(printed(scene));
        assertTrue(counter.find(), what);
        return Integer.parseInt(counter.group(1));
    }

    private static Path path(URL resource) {
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
