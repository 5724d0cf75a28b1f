package io.icmpscope.internal.wire;

import static io.icmpscope.handmade.Bytes.hex;

import io.icmpscope.handmade.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A row of the tables of headers: how one is written, and what its standard says of it. */
record LayerRow(String begins, byte[] header, byte[] behind, List<String> gives, String standard) {

    private static final Pattern COLUMN = Pattern.compile(" \\| ");
    private static final Pattern REPEATED = Pattern.compile("(\\p{XDigit}{2})x(\\d+)");

    static Stream<LayerRow> all() {
        return Stream.of("serial-lines.txt", "link-layers.txt", "radios.txt", "tags.txt", "tunnels.txt", "ip.txt")
                .flatMap(LayerRow::read);
    }

    private static Stream<LayerRow> read(String resource) {
        try (InputStream in = LayerRow.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<LayerRow> rows = new ArrayList<>();
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> rows.add(row(COLUMN.split(line))));
            return rows.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LayerRow row(String[] columns) {
        if (columns.length != 4) {
            throw new IllegalArgumentException("not four columns: " + String.join(" | ", columns));
        }
        String[] parts = (columns[1] + " ").split("/", 2);
        return new LayerRow(
                columns[0].strip(),
                bytes(parts[0]),
                parts.length == 1 ? new byte[0] : bytes(parts[1]),
                List.of(columns[2].strip().split(", ")),
                columns[3].strip());
    }

    private static byte[] bytes(String digits) {
        String all =
                REPEATED.matcher(digits).replaceAll(match -> match.group(1).repeat(Integer.parseInt(match.group(2))));
        return hex(all.replace("-", ""));
    }

    byte[] bytes() {
        return Bytes.join(header, behind);
    }

    /** What the header is, a {@link Protocol} number. */
    int protocol() {
        return protocol(begins.replaceFirst("^ip[46] ", "ip "));
    }

    /** The version of the IP header before it, 0 when there is none. */
    int ipVersion() {
        return begins.startsWith("ip4 ") ? 4 : begins.startsWith("ip6 ") ? 6 : 0;
    }

    /** What a number or a word of the tables stands for. */
    static int protocol(String name) {
        String[] parts = name.split(" ");
        return switch (parts[0]) {
            case "none" -> Protocol.NONE;
            case "ethertype" -> Protocol.etherType(Integer.parseInt(parts[1], 16));
            case "ip" -> Protocol.ip(Integer.parseInt(parts[1]));
            case "link" -> Protocol.linkType(Integer.parseInt(parts[1]));
            case "ppp-protocol" -> Protocol.ppp(Integer.parseInt(parts[1], 16));
            case "udp-port" -> Protocol.udpPort(Integer.parseInt(parts[1]));
            case "gre" -> Protocol.gre(Integer.parseInt(parts[1], 16));
            case "ppp" -> Protocol.PPP;
            case "llc" -> Protocol.LLC;
            case "snap" -> Protocol.SNAP;
            case "a-msdu" -> Protocol.A_MSDU;
            case "wlan-padded" -> Protocol.WLAN_PADDED;
            case "wlan-swapped" -> Protocol.WLAN_SWAPPED;
            case "netfilter" -> Protocol.NETFILTER;
            case "control-word" -> Protocol.CONTROL_WORD;
            case "fragment" -> Protocol.FRAGMENT;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Why reading stops at the header, {@link Fault#NONE} when it goes on. */
    Fault fault() {
        return fault(gives.get(0));
    }

    static Fault fault(String word) {
        boolean named = word.equals(word.toUpperCase(Locale.ROOT));
        return named ? Fault.valueOf(word) : Fault.NONE;
    }

    int next() {
        return protocol(gives.get(0));
    }

    /** How many bytes must be there: with fewer the header is cut. */
    int whole() {
        return (int) number("below").orElse(header.length + behind.length);
    }

    /** Whether the frame ends where the row's bytes do. */
    boolean alone() {
        return gives.contains("alone");
    }

    /** The number behind a word of the third column. */
    OptionalLong number(String word) {
        return text(word).mapToLong(rest -> Long.parseLong(rest.split(" ")[0])).findFirst();
    }

    /** What stands behind a word of the third column. */
    Stream<String> text(String word) {
        return gives.stream()
                .filter(part -> part.startsWith(word + " "))
                .map(part -> part.substring(word.length() + 1));
    }

    @Override
    public String toString() {
        return begins + ": " + standard;
    }
}
