package io.icmpscope.message;

/**
 * An option that secures neighbour discovery. Keys, names and signatures are kept as the hexadecimal digits of at most
 * their first 32 bytes; none is verified.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3971#section-5">RFC 3971, section 5</a>
 */
public sealed interface SendOption extends NdpOption {

    /**
     * What a cryptographically generated address was made of: type 11.
     *
     * @param modifier 16 random bytes as hexadecimal digits
     * @param subnetPrefix the first 64 bits of the address as 16 hexadecimal digits
     * @param collisionCount 0 to 2; more is a sender's error and is kept
     * @param publicKey the sender's key and what may follow it, DER
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3971#section-5.1">RFC 3971, section 5.1</a>
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3972#section-3">RFC 3972, section 3</a>
     */
    record CgaParameters(String modifier, String subnetPrefix, int collisionCount, String publicKey)
            implements SendOption {
        @Override
        public int type() {
            return 11;
        }
    }

    /**
     * A signature of the message by its sender (type 12) or by a proxy (type 32).
     *
     * @param type 12 or 32
     * @param keyHash the first 16 bytes of the SHA-1 hash of the key as hexadecimal digits
     * @param signature the signature, with its padding
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3971#section-5.2">RFC 3971, section 5.2</a>
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6496#section-5.1">RFC 6496, section 5.1</a>
     */
    record Signature(int type, String keyHash, String signature) implements SendOption {}

    /**
     * When the message was sent: type 13.
     *
     * @param seconds since 1970-01-01 00:00 UTC, 0 to 2^48 - 1
     * @param fraction in 1/65,536 s, 0 to 65,535
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3971#section-5.3.1">RFC 3971, section 5.3.1</a>
     */
    record SendTimestamp(long seconds, int fraction) implements SendOption {
        @Override
        public int type() {
            return 13;
        }
    }

    /**
     * A random number that the answer repeats: type 14. Duplicate address detection uses it to know its own messages
     * again, RFC 7527.
     *
     * @param nonce at least 6 bytes as hexadecimal digits
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3971#section-5.3.2">RFC 3971, section 5.3.2</a>
     */
    record Nonce(String nonce) implements SendOption {
        @Override
        public int type() {
            return 14;
        }
    }

    /**
     * Whom the sender trusts: type 15.
     *
     * @param nameType 1 for a distinguished name in DER, 2 for a domain name
     * @param name the name; a domain name as text that is not to be trusted, any other as hexadecimal digits
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3971#section-6.4.3">RFC 3971, section 6.4.3</a>
     */
    record TrustAnchor(int nameType, String name) implements SendOption {
        @Override
        public int type() {
            return 15;
        }
    }

    /**
     * A certificate of a path to a trust anchor: type 16.
     *
     * @param certificateType 1 for X.509v3
     * @param certificate the certificate, with its padding
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3971#section-6.4.4">RFC 3971, section 6.4.4</a>
     */
    record Certificate(int certificateType, String certificate) implements SendOption {
        @Override
        public int type() {
            return 16;
        }
    }
}
