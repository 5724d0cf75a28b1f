package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.hex;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A row of the tables of frames: an echo request behind the headers of a link type, a tag or a tunnel. */
record SampleFrame(String name, int linkType, String path, byte[] bytes) {

    private static final String PING4 =
            "4500001c 00000000 40018eab c0000201 c6336401 0800e5c4 12340007"; // RFC 791, RFC 792
    private static final String PING6 = "60000000 00083a40 20010db8 00000000 00000000 00000001"
            + "20010db8 00000000 00000000 00000002 8000120d 12340007"; // RFC 8200, RFC 4443

    static Stream<SampleFrame> linkTypes() {
        return Stream.of("link-types.txt", "radio-link-types.txt").flatMap(name -> read(name).stream());
    }

    static Stream<SampleFrame> tunnels() {
        return Stream.of("tags.txt", "tunnels.txt").flatMap(name -> read(name).stream());
    }

    static Stream<SampleFrame> all() {
        return Stream.concat(linkTypes(), tunnels());
    }

    boolean isIpv6() {
        return path.endsWith("ipv6");
    }

    String source() {
        return isIpv6() ? "2001:db8::1" : "192.0.2.1";
    }

    String destination() {
        return isIpv6() ? "2001:db8::2" : "198.51.100.1";
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<SampleFrame> read(String resource) {
        List<SampleFrame> rows = new ArrayList<>();
        String[] row = {};
        StringBuilder digits = new StringBuilder();
        for (String line : lines(resource)) {
            if (line.startsWith("  ")) {
                digits.append(line.replace("ping4", PING4).replace("ping6", PING6));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                add(rows, row, digits);
                row = line.split(" \\| ");
            }
        }
        add(rows, row, digits);
        return rows;
    }

    private static void add(List<SampleFrame> rows, String[] row, StringBuilder digits) {
        if (row.length == 4) {
            rows.add(new SampleFrame(row[0], Integer.parseInt(row[1]), row[2], hex(digits.toString())));
            digits.setLength(0);
        }
    }

    private static List<String> lines(String resource) {
        try (InputStream in = SampleFrame.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
