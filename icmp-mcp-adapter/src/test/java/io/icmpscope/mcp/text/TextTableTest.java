package io.icmpscope.mcp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void wordsKeepLeftFiguresKeepRightAndNoLineEndsInBlanks() {
        TextTable table = new TextTable().words("host").figures("sent").words("also");
        table.row("192.0.2.1", "12", "1 late");
        table.row("::1", "1,234", "");
        assertEquals(List.of("host        sent  also", "192.0.2.1     12  1 late", "::1        1,234"), table.lines());
    }

    @Test
    void aLineBelowARowIsNoPartOfTheColumns() {
        TextTable table = new TextTable().words("host").words("also");
        table.row("::1", "");
        table.below("longer than the columns");
        table.row("::2", "late");
        assertEquals(List.of("host  also", "::1", "  longer than the columns", "::2   late"), table.lines());
    }

    @Test
    void aRowHasAsManyCellsAsTheHeading() {
        TextTable table = new TextTable().words("host");
        assertThrows(IllegalArgumentException.class, () -> table.row("a", "b"));
    }
}
