package io.icmpscope.message;

/**
 * A router asks the border router whether an address is taken (ICMPv6 type 157), or the border router answers (type
 * 158).
 *
 * @param status 0 success, 1 duplicate, 2 neighbour cache full, and more in the registry; 0 in a request
 * @param transactionId counts registrations of the address, 0 to 255; 0 from nodes older than RFC 8505
 * @param lifetimeMinutes how long the registration lasts, 0 to 65,535 min; 0 to remove it
 * @param ownershipVerifier the EUI-64 of the interface, or a proof of ownership (ROVR) of 8, 16, 24 or 32 bytes by the
 *     code, as hexadecimal digits
 * @param registeredAddress the address
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6775#section-4.4">RFC 6775, section 4.4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8505#section-4.2">RFC 8505, section 4.2</a>
 */
public record DuplicateAddress(
        int status, int transactionId, int lifetimeMinutes, String ownershipVerifier, IpAddress registeredAddress)
        implements IcmpMessage {}
