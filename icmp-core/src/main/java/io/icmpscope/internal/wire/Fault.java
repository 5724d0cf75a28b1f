package io.icmpscope.internal.wire;

/** What can be wrong with a header. The one who asked notes where, and how many bytes were needed and there. */
public enum Fault {
    /** Nothing: every reader of the header is safe. */
    NONE("nothing"),
    /** The captured bytes end within it. */
    CUT_BY_CAPTURE("the captured bytes end within it"),
    /** Its version field names another protocol. */
    WRONG_VERSION("its version is another protocol's"),
    /** Its own length is too small to hold it. */
    HEADER_LENGTH("its header length is too small"),
    /** The length of the whole is smaller than the header. */
    TOTAL_LENGTH("its total length is smaller than its header"),
    /** The length of the whole is larger than what was on the wire. */
    LONGER_THAN_FRAME("its length exceeds the frame"),
    /** A field that has one value has another. */
    WRONG_VALUE("a fixed field has another value"),
    /** More headers than anyone needs. */
    TOO_MANY_HEADERS("too many headers follow each other");

    private final String message;

    Fault(String message) {
        this.message = message;
    }

    /**
     * Says what is wrong.
     *
     * @return a few words, with "it" for the header
     */
    public String message() {
        return message;
    }
}
