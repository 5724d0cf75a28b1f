package io.icmpscope.internal.wire;

/**
 * A row of the protocol tables.
 *
 * @param word what the header is called in a path
 * @param header how to get past it
 * @param separatesNetworks whether its number tells networks apart that may use the same addresses
 */
public record Layer(String word, Header header, boolean separatesNetworks) {

    /**
     * A row of a header that leaves addresses what they are.
     *
     * @param word what the header is called in a path
     * @param header how to get past it
     */
    public Layer(String word, Header header) {
        this(word, header, false);
    }
}
