package io.icmpscope.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A row of the registry as it was written down for the tests: a type, or a code of one. */
record IanaRow(
        int version, int firstType, int lastType, Integer code, CodePoint.Status status, String name, String printed) {

    static List<IanaRow> of(int version) {
        String resource = version == 4 ? "iana-icmp.txt" : "iana-icmpv6.txt";
        List<IanaRow> rows = new ArrayList<>();
        try (InputStream bytes = IanaRow.class.getResourceAsStream(resource)) {
            int type = 0;
            for (String line : new String(bytes.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("  ")) {
                    String[] field = line.strip().split(" ", 2);
                    int code = Integer.parseInt(field[0]);
                    rows.add(row(version, type, type, code, CodePoint.Status.ASSIGNED, field[1]));
                } else if (!line.startsWith("#")) {
                    String[] field = line.split(" ", 3);
                    String[] range = field[0].split("-");
                    type = Integer.parseInt(range[0]);
                    CodePoint.Status status = CodePoint.Status.valueOf(field[1].toUpperCase(Locale.ROOT));
                    int last = Integer.parseInt(range[range.length - 1]);
                    rows.add(row(version, type, last, null, status, field.length < 3 ? "" : field[2]));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows;
    }

    private static IanaRow row(int version, int first, int last, Integer code, CodePoint.Status status, String names) {
        String[] name = names.split(" = ");
        return new IanaRow(version, first, last, code, status, name[0], name[name.length - 1]);
    }

    boolean isNamed() {
        return !name.equals("-");
    }
}
