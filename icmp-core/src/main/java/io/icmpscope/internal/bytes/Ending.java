package io.icmpscope.internal.bytes;

/** How the bytes of a capture came to their end. */
public enum Ending {
    /** They end where they were expected to end, as far as the source can tell. */
    WHOLE,
    /** The file became shorter while it was read. */
    SHORTENED,
    /** The compressed data is cut or damaged. */
    DAMAGED,
    /** The compressed data expands beyond what is read. */
    TOO_LARGE
}
