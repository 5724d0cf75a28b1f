package io.icmpscope.message;

import java.io.Serializable;
import java.util.Locale;

/**
 * A type or a code as its registry has it; {@link CodePoints} has them all.
 *
 * @param name the name it is printed by: the one that ping and traceroute users know where that differs from the
 *     registry's
 * @param ianaName the name in the registry
 * @param status whether it is in use
 * @param kind what messages of a type are for; {@link Kind#OTHER} on codes
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2780#section-6">RFC 2780, section 6</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4443#section-6">RFC 4443, section 6</a>
 */
public record CodePoint(String name, String ianaName, Status status, Kind kind) implements Serializable {

    /** Whether a code point is in use. */
    public enum Status {
        /** In use. */
        ASSIGNED,
        /** No longer to be sent. */
        DEPRECATED,
        /** Kept free. */
        RESERVED,
        /** Free. */
        UNASSIGNED,
        /** For experiments, each with its own meaning. */
        EXPERIMENTAL;

        static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What messages of a type are for. */
    public enum Kind {
        /** About a datagram that they quote. */
        ERROR,
        /** A question. */
        REQUEST,
        /** An answer. */
        REPLY,
        /** Anything else. */
        OTHER;

        static Kind of(String word) {
            return switch (word) {
                case "error" -> ERROR;
                case "request" -> REQUEST;
                case "reply" -> REPLY;
                default -> OTHER;
            };
        }
    }
}
