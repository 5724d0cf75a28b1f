package io.icmpscope.message;

import org.jspecify.annotations.Nullable;

/**
 * A host asks for its network's mask, or the answer: ICMPv4 types 17 and 18, no longer to be sent.
 *
 * @param identifier 0 to 65,535, network byte order
 * @param sequenceNumber 0 to 65,535, network byte order
 * @param mask the mask; 0.0.0.0 in a request
 * @see <a href="https://www.rfc-editor.org/rfc/rfc950#page-10">RFC 950, appendix I</a>
 */
public record AddressMask(int identifier, int sequenceNumber, IpAddress mask) implements IcmpQuery {

    /**
     * Returns the mask as the length of a prefix.
     *
     * @return 0 to 32 bits; null when its ones are not contiguous
     */
    public @Nullable Integer prefixLength() {
        int bits = (int) mask.low();
        int ones = Integer.numberOfLeadingZeros(~bits);
        return ones == Integer.bitCount(bits) ? ones : null;
    }
}
