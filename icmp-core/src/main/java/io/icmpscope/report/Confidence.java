package io.icmpscope.report;

/** How sure a conclusion is. */
public enum Confidence {
    /** Other causes look the same and are as likely. */
    LOW,
    /** Few other causes look the same. */
    MEDIUM,
    /** No other cause is known. */
    HIGH
}
