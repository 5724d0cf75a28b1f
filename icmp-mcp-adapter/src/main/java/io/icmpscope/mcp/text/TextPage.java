package io.icmpscope.mcp.text;

import io.icmpscope.mcp.words.Figures;
import java.util.List;

/** Text while it is composed: titles at the margin, what is under them set in, long lines broken. For one thread. */
final class TextPage {

    private static final String INDENT = "  ";
    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();
    private final Screen screen;
    private final Palette palette;

    TextPage() {
        this(Screen.NONE);
    }

    TextPage(Screen screen) {
        this.screen = screen;
        this.palette = screen.palette();
    }

    Screen screen() {
        return screen;
    }

    Palette palette() {
        return palette;
    }

    void title(String title) {
        text.append(text.isEmpty() ? "" : "\n").append(palette.title(title)).append('\n');
    }

    void line(String line) {
        text.append(INDENT).append(line).append('\n');
    }

    void sentence(String sentence) {
        wrap("", sentence);
    }

    /** A sentence below a line, set in further. */
    void item(String sentence) {
        wrap(INDENT + INDENT, sentence);
    }

    /** The same for what a reader copies: it stays on one line, however long. */
    void unbroken(String words) {
        line(INDENT + INDENT + words);
    }

    private void wrap(String indent, String sentence) {
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (!line.isEmpty() && INDENT.length() + indent.length() + line.length() + 1 + word.length() > WIDTH) {
                line(indent + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        line(indent + line);
    }

    void table(TextTable table, long omitted) {
        lines(table.lines());
        if (omitted > 0) {
            line("... and " + Figures.count(omitted) + " more");
        }
    }

    void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
