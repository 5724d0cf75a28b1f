package io.icmpscope.message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The registered types and codes of ICMP and ICMPv6, with the names they are printed by.
 *
 * <p>The tables are the resources {@code icmpv4.tsv} and {@code icmpv6.tsv} beside this class. Thread-safe.
 *
 * @see <a href="https://www.iana.org/assignments/icmp-parameters">ICMP parameters</a>
 * @see <a href="https://www.iana.org/assignments/icmpv6-parameters">ICMPv6 parameters</a>
 */
public final class CodePoints {

    private static final CodePoints V4 = load("icmpv4.tsv");
    private static final CodePoints V6 = load("icmpv6.tsv");

    private static final String NO_NAME = "-"; // what the registry writes for the only code of a type
    private static final String NO_CODE = "No Code";

    private final Map<Integer, CodePoint> types = new HashMap<>();
    private final Map<Integer, CodePoint> codes = new HashMap<>();

    private CodePoints() {}

    /**
     * Names a type.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param type 0 to 255
     * @return the usual name, or {@code "Unknown Type (n)"} when it is not assigned
     * @throws IllegalArgumentException when the version is neither 4 nor 6
     */
    public static String typeName(int icmpVersion, int type) {
        CodePoint point = type(icmpVersion, type);
        return point.status() == CodePoint.Status.UNASSIGNED ? "Unknown Type (" + type + ")" : point.name();
    }

    /**
     * Names a code.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param type 0 to 255
     * @param code 0 to 255
     * @return the usual name; {@code "Code n"} when the type has no named codes, {@code "Unknown Code (n)"} when it has
     *     but not this one
     * @throws IllegalArgumentException when the version is neither 4 nor 6
     */
    public static String codeName(int icmpVersion, int type, int code) {
        CodePoint point = code(icmpVersion, type, code);
        if (point != null && isName(point.name())) {
            return point.name();
        }
        boolean named = of(icmpVersion).codes.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey() >>> 8 == type && isName(entry.getValue().name()));
        return named ? "Unknown Code (" + code + ")" : "Code " + code;
    }

    /**
     * Finds a type in its registry.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param type 0 to 255
     * @return its row; the registries have one for every type
     * @throws IllegalArgumentException when the version is neither 4 nor 6, or the type not of 0 to 255
     */
    public static CodePoint type(int icmpVersion, int type) {
        CodePoint point = of(icmpVersion).types.get(type);
        if (point == null) {
            throw new IllegalArgumentException("type: " + type);
        }
        return point;
    }

    /**
     * Finds a code in its registry.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param type 0 to 255
     * @param code 0 to 255
     * @return its row, or null when it is not assigned
     * @throws IllegalArgumentException when the version is neither 4 nor 6
     */
    public static @Nullable CodePoint code(int icmpVersion, int type, int code) {
        return of(icmpVersion).codes.get(type << 8 | code);
    }

    private static CodePoints of(int icmpVersion) {
        return switch (icmpVersion) {
            case 4 -> V4;
            case 6 -> V6;
            default -> throw new IllegalArgumentException("icmpVersion: " + icmpVersion);
        };
    }

    private static boolean isName(String name) {
        return !name.equals(NO_NAME) && !name.equals(NO_CODE);
    }

    private static CodePoints load(String resource) {
        CodePoints table = new CodePoints();
        InputStream bytes = CodePoints.class.getResourceAsStream(resource);
        if (bytes == null) {
            throw new IllegalStateException(resource + " is missing beside " + CodePoints.class);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(table::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return table;
    }

    /** Adds a row: type or range of types, code or {@code *}, name, status, RFC, class, and the name it is printed by. */
    private void add(String line) {
        String[] field = line.split("\t", -1);
        int dash = field[0].indexOf('-');
        int first = Integer.parseInt(dash < 0 ? field[0] : field[0].substring(0, dash));
        int last = dash < 0 ? first : Integer.parseInt(field[0].substring(dash + 1));
        boolean alias = field.length > 6 && !field[6].equals(NO_NAME);
        CodePoint point = new CodePoint(
                alias ? field[6] : field[2], field[2], CodePoint.Status.of(field[3]), CodePoint.Kind.of(field[5]));
        for (int type = first; type <= last; type++) {
            if (field[1].equals("*")) {
                types.put(type, point);
            } else {
                codes.put(type << 8 | Integer.parseInt(field[1]), point);
            }
        }
    }
}
