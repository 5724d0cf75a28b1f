package io.icmpscope.mcp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.mcp.command.StandardStream.Kind;
import org.junit.jupiter.api.Test;

/** What CommandLineIT cannot try: other kinds than those of its own streams. */
class StandardStreamTest {
    @Test
    void linuxSaysWhatADescriptorIsOpenOn() {
        assertEquals(Kind.TERMINAL, StandardStream.kindOf("/dev/pts/3"));
        assertEquals(Kind.TERMINAL, StandardStream.kindOf("/dev/tty1"));
        assertEquals(Kind.TERMINAL, StandardStream.kindOf("/dev/console"));
        assertEquals(Kind.PIPE, StandardStream.kindOf("pipe:[4711]"));
        assertEquals(Kind.PIPE, StandardStream.kindOf("socket:[4711]"));
        assertEquals(Kind.OTHER, StandardStream.kindOf("/dev/null"));
        assertEquals(Kind.OTHER, StandardStream.kindOf("/home/me/dev/pts/3"));
    }
}
