package io.icmpscope.mcp.server;

import org.jspecify.annotations.Nullable;

/** Something that came in and is no message: what JSON-RPC answers to it. */
public final class BadMessage extends Exception {

    private static final long serialVersionUID = 1L;

    /** JSON-RPC 2.0, section 5.1. */
    private final int code;

    /** A string or a whole number. */
    private final transient @Nullable Object id;

    /**
     * Refuses a message.
     *
     * @param code of JSON-RPC 2.0, section 5.1
     * @param id the id of what is refused, or null where none can be made out
     * @param sentence what is wrong with it
     */
    public BadMessage(int code, @Nullable Object id, String sentence) {
        super(sentence);
        this.code = code;
        this.id = id;
    }

    /**
     * Returns what kind of mistake it is.
     *
     * @return a code of JSON-RPC 2.0, section 5.1
     */
    public int code() {
        return code;
    }

    /**
     * Returns which request it is.
     *
     * @return its id, or null where none can be made out
     */
    public @Nullable Object id() {
        return id;
    }

    /**
     * Returns the words.
     *
     * @return a sentence
     */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
