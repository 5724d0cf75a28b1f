package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;

/** Reads the messages of one type. Implementations keep no state. */
@FunctionalInterface
interface MessageReader {

    /**
     * Reads a message.
     *
     * @param in its bytes, at least as many as its row in {@link MessageTable} says
     * @return what it says
     */
    IcmpMessage read(MessageBytes in);
}
