package io.icmpscope.report;

/** How the bytes of a regular file are reached. Both ways give the same result, byte for byte. */
public enum Access {

    /**
     * Memory-mapped windows, the fastest way, for files that nobody else shortens while they are read: touching a page
     * that the file has lost can abort the JVM, and no {@code catch} clause helps.
     */
    MAPPED,

    /**
     * Positional reads into one reused buffer, for files that others own: a file that is shortened while it is read
     * becomes an ordinary warning.
     */
    READ
}
