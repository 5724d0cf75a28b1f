package io.icmpscope.mcp.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows under a heading, in aligned columns: words to the left, figures to the right. For one thread. */
final class TextTable {

    private static final String GAP = "  ";

    /** Where a column keeps its text. */
    enum Align {
        LEFT,
        RIGHT
    }

    private final List<Align> aligns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<Integer, String> below = new HashMap<>(); // by row

    TextTable() {
        rows.add(new ArrayList<>());
    }

    TextTable words(String heading) {
        return column(heading, Align.LEFT);
    }

    TextTable figures(String heading) {
        return column(heading, Align.RIGHT);
    }

    private TextTable column(String heading, Align align) {
        aligns.add(align);
        rows.get(0).add(heading);
        return this;
    }

    void row(String... cells) {
        if (cells.length != aligns.size()) {
            throw new IllegalArgumentException(cells.length + " cells in a row of " + aligns.size());
        }
        rows.add(List.of(cells));
    }

    /** Puts a line below the last row, set in, whatever the columns are. */
    void below(String line) {
        below.put(rows.size() - 1, GAP + line);
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The heading, then the rows; no line ends in blanks. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            lines.add(line(rows.get(row)));
            if (below.containsKey(row)) {
                lines.add(below.get(row));
            }
        }
        return lines;
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String blanks = " ".repeat(width(column) - cell.length());
            line.append(column == 0 ? "" : GAP);
            line.append(aligns.get(column) == Align.LEFT ? cell + blanks : blanks + cell);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
