package io.icmpscope.report;

/** What is known of an ICMP checksum. */
public enum ChecksumStatus {
    /** It matches the message. */
    GOOD,
    /** It does not match the message. */
    BAD,
    /** It cannot be told: bytes that it covers were not captured. */
    UNVERIFIED
}
