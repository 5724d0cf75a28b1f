package io.icmpscope.message;

import org.jspecify.annotations.Nullable;

/**
 * An interface of the router that sent the error: extension object of class 2. What its C-Type does not announce is null.
 *
 * @param role what the interface is to the quoted datagram
 * @param ifIndex its index in the router's interface table, 0 to 2^32 - 1
 * @param address its IP address, or that of the next hop
 * @param name its name as sent, at most 63 bytes of UTF-8 without the padding; text of a stranger
 * @param mtu the largest packet it can carry in bytes, 0 to 2^32 - 1
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5837#section-4">RFC 5837, section 4</a>
 */
public record InterfaceInformation(
        Role role,
        @Nullable Long ifIndex,
        @Nullable IpAddress address,
        @Nullable String name,
        @Nullable Long mtu) implements ExtensionObject {

    /** What an interface is to the quoted datagram; in the order of the two bits on the wire. */
    public enum Role {
        /** The IP interface that it arrived on. */
        ARRIVAL,
        /** The component below IP, such as a link of a bundle, that it arrived on. */
        ARRIVAL_COMPONENT,
        /** The IP interface that it would have left by. */
        OUTGOING,
        /** The next hop that it would have been sent to. */
        NEXT_HOP
    }
}
