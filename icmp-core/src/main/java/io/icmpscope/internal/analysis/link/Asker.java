package io.icmpscope.internal.analysis.link;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who checks an address. It has no address yet, so it is known by what else there is.
 *
 * @param nonce the random number in its question, RFC 7527, or null
 * @param linkAddress the link-layer address that its frame came from, or null
 */
record Asker(@Nullable String nonce, @Nullable String linkAddress) implements Serializable {

    boolean asksTheSameAs(Asker earlier) {
        return nonce != null && nonce.equals(earlier.nonce);
    }

    /** Says whether both ask with a nonce, and each with another. */
    boolean asksAnew(Asker earlier) {
        return nonce != null && earlier.nonce != null && !nonce.equals(earlier.nonce);
    }

    /** Says whether this is certainly somebody else. */
    boolean isAnother(Asker earlier) {
        if (linkAddress != null && earlier.linkAddress != null) {
            return !linkAddress.equals(earlier.linkAddress);
        }
        return asksAnew(earlier);
    }
}
