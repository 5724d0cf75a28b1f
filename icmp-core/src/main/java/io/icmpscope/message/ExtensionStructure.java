package io.icmpscope.message;

import java.io.Serializable;
import java.util.List;

/**
 * What a router appended to an ICMP message as objects.
 *
 * @param version 2; 1 from before RFC 4884; of any other version no objects are read
 * @param checksum whether its own checksum holds
 * @param legacy whether no length attribute announced it: it stands behind 128 bytes of quote, where routers older than
 *     RFC 4884 put it, and is believed only for its checksum
 * @param objects in the order sent, up to the first that is malformed
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4884#section-7">RFC 4884, section 7</a>
 */
public record ExtensionStructure(int version, Checksum checksum, boolean legacy, List<ExtensionObject> objects)
        implements Serializable {

    /** Keeps a copy of the list. */
    public ExtensionStructure {
        objects = List.copyOf(objects);
    }

    /** What is known of the checksum of an extension structure. */
    public enum Checksum {
        /** It matches the structure. */
        GOOD,
        /** It does not match the structure. */
        BAD,
        /** It is zero: none was sent. */
        NONE,
        /** It cannot be told: not all of the structure was captured. */
        UNVERIFIED
    }
}
