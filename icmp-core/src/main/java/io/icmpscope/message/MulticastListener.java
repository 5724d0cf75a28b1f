package io.icmpscope.message;

import java.io.Serializable;
import java.util.List;

/**
 * A message of multicast listener discovery: ICMPv6 types 130, 131, 132 and 143. The two versions of a query differ in
 * their length only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2710#section-3">RFC 2710, section 3</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9777#section-5">RFC 9777, section 5</a>
 */
public sealed interface MulticastListener extends IcmpMessage {

    /**
     * A router asks who listens, version 1: type 130 with 24 bytes.
     *
     * @param maximumResponseDelayMillis by when to answer, 0 to 65,535 ms
     * @param group the group asked for; {@code ::} for all
     * @see <a href="https://www.rfc-editor.org/rfc/rfc2710#section-3">RFC 2710, section 3</a>
     */
    record Query(int maximumResponseDelayMillis, IpAddress group) implements MulticastListener {}

    /**
     * A router asks who listens, version 2: type 130 with at least 28 bytes.
     *
     * @param maximumResponseCode by when to answer, as sent, 0 to 65,535
     * @param group the group asked for; {@code ::} for all
     * @param suppressRouterProcessing S: other routers are not to update their timers
     * @param robustness QRV: how many losses are to be survived, 0 to 7; 0 for more than 7
     * @param queryIntervalCode QQIC: how often the router asks, as sent, 0 to 255
     * @param declaredSources how many sources it says it asks for, 0 to 65,535
     * @param sources the sources asked for, as far as they were captured
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9777#section-5.1">RFC 9777, section 5.1</a>
     */
    record QueryVersion2(
            int maximumResponseCode,
            IpAddress group,
            boolean suppressRouterProcessing,
            int robustness,
            int queryIntervalCode,
            int declaredSources,
            List<IpAddress> sources)
            implements MulticastListener {
        /** Keeps a copy of the list. */
        public QueryVersion2 {
            sources = List.copyOf(sources);
        }

        /**
         * Returns by when to answer. Codes from 32,768 on are floating-point numbers.
         *
         * @return 0 to 8,387,584 ms
         * @see <a href="https://www.rfc-editor.org/rfc/rfc9777#section-5.1.3">RFC 9777, section 5.1.3</a>
         */
        public int maximumResponseDelayMillis() {
            return maximumResponseCode < 0x8000
                    ? maximumResponseCode
                    : (0x1000 | (maximumResponseCode & 0x0FFF)) << (((maximumResponseCode >>> 12) & 7) + 3);
        }

        /**
         * Returns how often the router asks. Codes from 128 on are floating-point numbers.
         *
         * @return 0 to 31,744 s
         * @see <a href="https://www.rfc-editor.org/rfc/rfc9777#section-5.1.9">RFC 9777, section 5.1.9</a>
         */
        public int queryIntervalSeconds() {
            return queryIntervalCode < 0x80
                    ? queryIntervalCode
                    : (0x10 | (queryIntervalCode & 0x0F)) << (((queryIntervalCode >>> 4) & 7) + 3);
        }
    }

    /**
     * A node listens to a group, version 1: type 131.
     *
     * @param maximumResponseDelayMillis 0; anything else is a sender's error and is kept
     * @param group the group
     * @see <a href="https://www.rfc-editor.org/rfc/rfc2710#section-3">RFC 2710, section 3</a>
     */
    record Report(int maximumResponseDelayMillis, IpAddress group) implements MulticastListener {}

    /**
     * A node no longer listens to a group, version 1: type 132.
     *
     * @param maximumResponseDelayMillis 0; anything else is a sender's error and is kept
     * @param group the group
     * @see <a href="https://www.rfc-editor.org/rfc/rfc2710#section-3">RFC 2710, section 3</a>
     */
    record Done(int maximumResponseDelayMillis, IpAddress group) implements MulticastListener {}

    /**
     * What a node listens to, version 2: type 143.
     *
     * @param declaredRecords how many records it says it has, 0 to 65,535
     * @param records its records, as far as they were captured
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9777#section-5.2">RFC 9777, section 5.2</a>
     */
    record ReportVersion2(int declaredRecords, List<AddressRecord> records) implements MulticastListener {
        /** Keeps a copy of the list. */
        public ReportVersion2 {
            records = List.copyOf(records);
        }
    }

    /**
     * How a node listens to one group.
     *
     * @param type 1 mode is include, 2 mode is exclude, 3 change to include, 4 change to exclude, 5 allow new sources, 6
     *     block old sources; others are ignored by routers
     * @param group the group
     * @param declaredSources how many sources it says it has, 0 to 65,535
     * @param sources its sources, as far as they were captured
     * @param auxiliaryBytes the length of the auxiliary data, 0 to 1,020 bytes; no version defines any
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9777#section-5.2.4">RFC 9777, section 5.2</a>
     */
    record AddressRecord(int type, IpAddress group, int declaredSources, List<IpAddress> sources, int auxiliaryBytes)
            implements Serializable {
        /** Keeps a copy of the list. */
        public AddressRecord {
            sources = List.copyOf(sources);
        }
    }
}
