package io.icmpscope.message;

import org.jspecify.annotations.Nullable;

/**
 * An option of fast handovers between access routers. Keys and identifiers are kept as the hexadecimal digits of at most
 * their first 32 bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5568#section-6.4">RFC 5568, section 6.4</a>
 */
public sealed interface HandoverOption extends NdpOption {

    /**
     * An address or prefix: type 17, and type 18 of the obsolete RFC 4068.
     *
     * @param type 17 or 18
     * @param optionCode in type 17, 1 old care-of address, 2 new one, 3 address of the new router, 4 its prefix
     * @param prefixLength 0 to 128 as sent
     * @param address the address or prefix
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5568#section-6.4.1">RFC 5568, section 6.4.1</a>
     */
    record AddressOrPrefix(int type, int optionCode, int prefixLength, IpAddress address) implements HandoverOption {}

    /**
     * A link-layer address of someone: type 19.
     *
     * @param optionCode whose: 0 any new access point, 1 the new access point, 2 the mobile node, 3 the new router, 4 the
     *     source of the message, 5 a router that is the current one, 6 nobody's prefix is known, 7 no fast handover there
     * @param address its octets as hexadecimal digits with colons, with their padding
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5568#section-6.4.3">RFC 5568, section 6.4.3</a>
     */
    record LinkLayer(int optionCode, String address) implements HandoverOption {
        @Override
        public int type() {
            return 19;
        }
    }

    /**
     * Whether the new router accepts a new care-of address: type 20.
     *
     * @param optionCode 0
     * @param status 1 invalid, to be made anew; 2 invalid, another one is supplied; 3 invalid, the new router's address is
     *     to be used; 4 no binding update is to be sent; 128 the link-layer address is not recognised
     * @param newCareOfAddress the address supplied; null when there is none
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5568#section-6.4.6">RFC 5568, section 6.4.6</a>
     */
    record AdvertisementAcknowledgment(
            int optionCode, int status, @Nullable IpAddress newCareOfAddress) implements HandoverOption {
        @Override
        public int type() {
            return 20;
        }
    }

    /**
     * A mobile node asks for a handover key: type 27.
     *
     * @param algorithm AT: for what the key is used, 0 to 15
     * @param publicKey the key by which the answer is to be encrypted
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5269#section-4.1">RFC 5269, section 4.1</a>
     */
    record HandoverKeyRequest(int algorithm, String publicKey) implements HandoverOption {
        @Override
        public int type() {
            return 27;
        }
    }

    /**
     * A router hands out a handover key: type 28.
     *
     * @param algorithm AT: for what the key is used, 0 to 15
     * @param lifetimeSeconds how long it is good, 0 to 65,535 s
     * @param encryptedKey the encrypted key
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5269#section-4.2">RFC 5269, section 4.2</a>
     */
    record HandoverKeyReply(int algorithm, int lifetimeSeconds, String encryptedKey) implements HandoverOption {
        @Override
        public int type() {
            return 28;
        }
    }

    /**
     * What helps a handover (type 29), or who the mobile node is (type 30).
     *
     * @param type 29 or 30
     * @param optionCode what kind of value it is, 0 to 255
     * @param value the value
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5271#section-6">RFC 5271, section 6</a>
     */
    record HandoverIdentifier(int type, int optionCode, String value) implements HandoverOption {}
}
