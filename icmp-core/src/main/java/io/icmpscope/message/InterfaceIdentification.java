package io.icmpscope.message;

import org.jspecify.annotations.Nullable;

/**
 * The interface that an extended echo asks about: extension object of class 3. It is named in one of three ways; the
 * others are null.
 *
 * @param name the interface's name as sent, without the padding; text of a stranger
 * @param ifIndex its index, 0 to 2^32 - 1
 * @param addressFamily a number of the IANA registry of address families, such as 1 for IPv4, 2 for IPv6 and 16389 for a
 *     48-bit MAC address; null when the interface is not named by an address
 * @param address its IPv4 or IPv6 address
 * @param otherAddress its address of any other family, as hexadecimal bytes with colons between them
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8335#section-2.1">RFC 8335, section 2.1</a>
 */
public record InterfaceIdentification(
        @Nullable String name,
        @Nullable Long ifIndex,
        @Nullable Integer addressFamily,
        @Nullable IpAddress address,
        @Nullable String otherAddress)
        implements ExtensionObject {}
