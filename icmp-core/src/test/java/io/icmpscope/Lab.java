package io.icmpscope;

import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recordings of real programs in src/test/resources/lab, and what the programs printed. See src/lab. */
public final class Lab {

    /** The identifier of the ping that ends every recording, 11 seconds after its program. */
    private static final int MARKER = 19787;

    private Lab() {}

    public static Path capture(String scene) {
        URL pcap = Lab.class.getResource("/lab/" + scene + ".pcap");
        return path(pcap != null ? pcap : Lab.class.getResource("/lab/" + scene + ".pcapng"));
    }

    static String printed(String scene) throws IOException {
        return Files.readString(path(Lab.class.getResource("/lab/" + scene + ".txt")));
    }

    static IcmpReport analyze(String scene) throws IOException {
        return IcmpAnalyzer.analyze(capture(scene));
    }

    /** The sessions of the program itself, without the ping that ends the recording. */
    static List<EchoSession> sessions(IcmpReport report) {
        return report.echo().sessions().entries().stream()
                .filter(session -> session.identifier() != MARKER)
                .toList();
    }

    private static Path path(URL resource) {
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
