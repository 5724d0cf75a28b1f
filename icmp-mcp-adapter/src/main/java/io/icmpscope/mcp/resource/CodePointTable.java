package io.icmpscope.mcp.resource;

import io.icmpscope.message.CodePoint;
import io.icmpscope.message.CodePoint.Status;
import io.icmpscope.message.CodePoints;
import java.util.Locale;

/** The types and codes of one version as a table; neighbours that are registered alike share a row. */
final class CodePointTable {

    private static final int VALUES = 256; // of a type, and of a code
    private static final String NO_NAME = "Code "; // how codes without a name print

    private final StringBuilder rows = new StringBuilder();
    private final int version;

    private CodePointTable(int version) {
        this.version = version;
    }

    /** Both tables. */
    static String text() {
        return "# Types and codes of ICMP and ICMPv6\n\n"
                + "`name` is what `icmp_type_name` and `icmp_code_name` print; `registry` is the name at IANA where that is"
                + " another one. Rows without a code are about types. Codes that are not listed print as `Unknown Code"
                + " (n)` where others of the type have names, else as `Code n`.\n"
                + new CodePointTable(4).table() + new CodePointTable(6).table();
    }

    private String table() {
        rows.append(version == 4 ? "\n## ICMPv4\n" : "\n## ICMPv6\n")
                .append("\n| type | code | name | registry | status | kind |\n|---|---|---|---|---|---|\n");
        int last;
        for (int type = 0; type < VALUES; type = last + 1) {
            last = lastLike(type);
            type(type, last);
            for (int code = 0; type == last && code < VALUES; code++) {
                code(type, code);
            }
        }
        return rows.toString();
    }

    /** Several types of one row are unassigned, and have no codes. */
    private int lastLike(int type) {
        CodePoint point = CodePoints.type(version, type);
        int last = type;
        while (point.status() == Status.UNASSIGNED
                && last + 1 < VALUES
                && CodePoints.type(version, last + 1).equals(point)) {
            last++;
        }
        return last;
    }

    private void type(int first, int last) {
        CodePoint point = CodePoints.type(version, first);
        boolean unassigned = point.status() == Status.UNASSIGNED;
        row(
                first == last ? String.valueOf(first) : first + "-" + last,
                "",
                unassigned ? "Unknown Type (n)" : CodePoints.typeName(version, first),
                point,
                unassigned ? "" : word(point.kind()));
    }

    private void code(int type, int code) {
        CodePoint point = CodePoints.code(version, type, code);
        String name = point == null ? NO_NAME : CodePoints.codeName(version, type, code);
        if (point != null && !name.startsWith(NO_NAME)) {
            row(String.valueOf(type), String.valueOf(code), name, point, "");
        }
    }

    private void row(String type, String code, String name, CodePoint point, String kind) {
        String registry = name.equals(point.ianaName()) ? "" : point.ianaName();
        rows.append("| ").append(String.join(" | ", type, code, name, registry, word(point.status()), kind));
        rows.append(" |\n");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
