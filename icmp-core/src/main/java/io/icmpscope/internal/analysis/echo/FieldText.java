package io.icmpscope.internal.analysis.echo;

import io.icmpscope.message.IpAddress;

/**
 * A field of the headers of a ping's requests whose values read as text.
 *
 * @param requester who asked
 * @param responder whom it asked
 * @param identifier the identifier, 0 to 65,535
 * @param field which field it is
 * @param text its values
 */
public record FieldText(IpAddress requester, IpAddress responder, int identifier, Field field, TextRun.Longest text) {

    /** A field that nobody looks at. */
    public enum Field {
        /** The sequence number. */
        SEQUENCE,
        /** Time to live or hop limit. */
        TTL,
        /** The identification of the IPv4 header. */
        IDENTIFICATION,
        /** The code. */
        CODE
    }
}
