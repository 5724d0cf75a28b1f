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

    static Stream<SampleFrame> linkTypes() {
        return read("link-types.txt").stream();
    }

    static Stream<SampleFrame> tunnels() {
        return read("tunnels.txt").stream();
    }

    static Stream<SampleFrame> all() {
        return Stream.concat(linkTypes(), tunnels());
    }

    static SampleFrame named(String name) {
        return all().filter(row -> row.name.equals(name)).findFirst().orElseThrow();
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
                digits.append(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                add(rows, row, digits);
                row = line.split(" \\| ");
            }
        }
        add(rows, row, digits);
        return rows;
    }

    private static void add(List<SampleFrame> rows, String[] row, StringBuilder digits) {
        if (row.length == 3) {
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
