package io.icmpscope.message;

/**
 * An option of neighbour discovery in low-power networks. Keys and signatures are kept as the hexadecimal digits of at
 * most their first 32 bytes; none is verified.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6775#section-4">RFC 6775, section 4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8505#section-4">RFC 8505, section 4</a>
 */
public sealed interface LowPanOption extends NdpOption {

    /**
     * A host registers an address with its router, or the router answers: type 33.
     *
     * @param status 0 success, 1 duplicate, 2 neighbour cache full, and more in the registry; 0 in a request
     * @param opaque meant for another network, such as the instance of RPL, 0 to 255
     * @param flags as sent, 0 to 255: T 1, R 2, I 0x0C, P 0x30, C 0x40; 0 from nodes older than RFC 8505
     * @param transactionId counts registrations of an address, 0 to 255; of meaning with the flag T only
     * @param lifetimeMinutes how long the registration lasts, 0 to 65,535 min; 0 to remove it
     * @param ownershipVerifier the EUI-64 of the interface, or a proof of ownership (ROVR) of 8, 16, 24 or 32 bytes, as
     *     hexadecimal digits
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8505#section-4.1">RFC 8505, section 4.1</a>
     */
    record AddressRegistration(
            int status, int opaque, int flags, int transactionId, int lifetimeMinutes, String ownershipVerifier)
            implements LowPanOption {
        @Override
        public int type() {
            return 33;
        }
    }

    /**
     * A prefix that header compression can leave out: type 34.
     *
     * @param prefix its bits, those that were not sent being zero
     * @param prefixLength how many bits of it count, 0 to 128
     * @param compression C: it may be used to compress, not only to decompress
     * @param contextId 0 to 15
     * @param validLifetimeMinutes how long it is good, 0 to 65,535 min; 0 to remove it
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6775#section-4.2">RFC 6775, section 4.2</a>
     */
    record Context(IpAddress prefix, int prefixLength, boolean compression, int contextId, int validLifetimeMinutes)
            implements LowPanOption {
        @Override
        public int type() {
            return 34;
        }
    }

    /**
     * The border router that the information comes from: type 35.
     *
     * @param version grows with the information, 0 to 2^32 - 1
     * @param validLifetimeMinutes how long it is good, 0 to 65,535 min; 0 for 10,000 min
     * @param address the border router's address
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6775#section-4.3">RFC 6775, section 4.3</a>
     */
    record AuthoritativeBorderRouter(long version, int validLifetimeMinutes, IpAddress address)
            implements LowPanOption {
        @Override
        public int type() {
            return 35;
        }
    }

    /**
     * What a node is able to do: type 36.
     *
     * @param capabilities 48 bits; of the first 16 the last ones are D 0x20, L 0x10, B 0x08, P 0x04, E 0x02, G 0x01
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7400#section-3.3">RFC 7400, section 3.3</a>
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8505#section-4.3">RFC 8505, section 4.3</a>
     */
    record Capabilities(long capabilities) implements LowPanOption {
        @Override
        public int type() {
            return 36;
        }
    }

    /**
     * The key that an ownership proof was made with: type 39.
     *
     * @param cryptoType the algorithms, 0 to 255
     * @param modifier 0 to 255
     * @param registrationBytes the length of the address registration option in bytes, 0 to 255
     * @param publicKey the key
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8928#section-4.3">RFC 8928, section 4.3</a>
     */
    record CryptoIdParameters(int cryptoType, int modifier, int registrationBytes, String publicKey)
            implements LowPanOption {
        @Override
        public int type() {
            return 39;
        }
    }

    /**
     * A signature with the key of {@link CryptoIdParameters}: type 40.
     *
     * @param signature the signature
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8928#section-4.4">RFC 8928, section 4.4</a>
     */
    record NdpSignature(String signature) implements LowPanOption {
        @Override
        public int type() {
            return 40;
        }
    }

    /**
     * Where the directory of the resources of constrained nodes is: type 41.
     *
     * @param validLifetimeSeconds how long it is there, 0 to 2^32 - 1 s; 0 for no longer
     * @param address its address
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9176#section-4.1.1">RFC 9176, section 4.1.1</a>
     */
    record ResourceDirectoryAddress(long validLifetimeSeconds, IpAddress address) implements LowPanOption {
        @Override
        public int type() {
            return 41;
        }
    }

    /**
     * Since when a router knows what was registered with it: type 42.
     *
     * @param exponent 0 to 63, to the base 2
     * @param mantissa 0 to 1,023
     * @param sleeping S: the sender may sleep
     * @param peerKnown U: the last field has a meaning
     * @param stateSequence NSSI: changes when the sender lost its state, 0 to 4,095
     * @param peerStateSequence the one that the sender has of its peer, 0 to 4,095
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9685">RFC 9685</a>
     */
    record ConsistentUptime(
            int exponent, int mantissa, boolean sleeping, boolean peerKnown, int stateSequence, int peerStateSequence)
            implements LowPanOption {
        @Override
        public int type() {
            return 42;
        }
    }
}
