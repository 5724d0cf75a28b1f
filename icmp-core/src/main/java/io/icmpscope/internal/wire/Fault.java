package io.icmpscope.internal.wire;

/** What can be wrong with a header. The one who asked notes where, and how many bytes were needed and there. */
public enum Fault {
    /** Nothing: every reader of the header is safe. */
    NONE,
    /** The captured bytes end within it. */
    CUT_BY_CAPTURE,
    /** Its version field names another protocol. */
    WRONG_VERSION,
    /** Its own length is too small to hold it. */
    HEADER_LENGTH,
    /** The length of the whole is smaller than the header. */
    TOTAL_LENGTH,
    /** A field that has one value has another. */
    WRONG_VALUE
}
