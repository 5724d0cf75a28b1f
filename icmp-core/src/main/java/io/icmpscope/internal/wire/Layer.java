package io.icmpscope.internal.wire;

/**
 * A row of the protocol tables.
 *
 * @param word what the header is called in a path
 * @param header how to get past it
 * @param isIp whether it is an IP header, so that what follows has other addresses
 */
public record Layer(String word, Header header, boolean isIp) {

    /**
     * Makes the row of a header that is none of IP.
     *
     * @param word what it is called in a path
     * @param header how to get past it
     */
    public Layer(String word, Header header) {
        this(word, header, false);
    }
}
