package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;

/** Reads the options of one type. Implementations keep no state. */
@FunctionalInterface
interface NdpOptionReader {

    /**
     * Reads an option.
     *
     * @param in the message around it
     * @param at the offset of its first byte, the type
     * @param end one past its last byte, all captured; at least as many as its row in {@link NdpOptionTable} says
     * @return what it says
     */
    NdpOption read(MessageBytes in, int at, int end);
}
