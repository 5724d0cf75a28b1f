package io.icmpscope.message;

import org.jspecify.annotations.Nullable;

/**
 * The node that sent the error: extension object of class 5. What its C-Type does not announce is null.
 *
 * @param address an address that identifies the node
 * @param name its name as sent, at most 63 bytes of UTF-8 without the padding; text of a stranger
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-intarea-extended-icmp-nodeid/">draft-ietf-intarea-extended-icmp-nodeid,
 *     section 3</a>
 */
public record NodeIdentification(
        @Nullable IpAddress address, @Nullable String name) implements ExtensionObject {}
