package io.icmpscope.internal.analysis.payload;

import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import java.util.Arrays;

/** A word that is looked for in data by Horspool's rule: most bytes of data without it are not looked at. */
final class Word {

    private final String text;
    private final int[] skip = new int[256]; // how far the end of the word is from a byte that it has there, at least

    private Word(String text) {
        this.text = text;
        Arrays.fill(skip, text.length());
        for (int i = 0; i < text.length() - 1; i++) {
            skip[text.charAt(i)] = text.length() - 1 - i;
        }
    }

    static Word of(String ascii) {
        return new Word(ascii);
    }

    /** Whether it stands among the first bytes of an echo's data. */
    boolean isAmongFirst(PacketView echo, int bytes) {
        int end = Math.min(EchoData.length(echo), bytes);
        for (int last = text.length() - 1; last < end; last += skip[EchoData.u8(echo, last)]) {
            if (isAt(echo, last - text.length() + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the data has it at a place where there are as many bytes. */
    private boolean isAt(PacketView echo, int from) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (EchoData.u8(echo, from + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
