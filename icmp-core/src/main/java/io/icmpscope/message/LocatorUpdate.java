package io.icmpscope.message;

import java.io.Serializable;
import java.util.List;

/**
 * A node tells its correspondents where it is now: ICMPv6 type 156 of the Identifier-Locator Network Protocol.
 *
 * @param operation 1 advertisement, 2 acknowledgment; up to 255
 * @param declaredLocators how many locators it says it has, 0 to 255
 * @param locators its locators, as far as they were captured
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6743#section-2">RFC 6743, section 2</a>
 */
public record LocatorUpdate(int operation, int declaredLocators, List<Locator> locators) implements IcmpMessage {

    /** Keeps a copy of the list. */
    public LocatorUpdate {
        locators = List.copyOf(locators);
    }

    /**
     * A network where the node is.
     *
     * @param locator 64 bits, what the first half is in an address
     * @param preference 0 to 65,535, smaller is better
     * @param lifetimeSeconds how long it is good, 0 to 65,535 s
     */
    public record Locator(long locator, int preference, int lifetimeSeconds) implements Serializable {}
}
