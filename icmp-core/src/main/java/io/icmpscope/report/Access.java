package io.icmpscope.report;

/** How the bytes of a regular file are reached. Both ways give the same result, byte for byte. */
public enum Access {

    /**
     * Memory-mapped windows, the fastest way, for files that nobody else shortens while they are read: touching a page
     * that the file has lost can abort the JVM, and no {@code catch} clause helps. Files of another file system than the
     * default, such as those in a zip, cannot be mapped and are read as by {@link #READ}.
     */
    MAPPED,

    /**
     * Positional reads into one reused buffer, for files that others own: a file that is shortened while it is read
     * becomes an ordinary warning.
     */
    READ
}
