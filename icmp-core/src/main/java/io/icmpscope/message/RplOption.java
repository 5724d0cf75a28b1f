package io.icmpscope.message;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An option of {@link Rpl} messages. Padding is left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.7">RFC 6550, section 6.7</a>
 */
public sealed interface RplOption extends Serializable {

    /**
     * A route outside the graph: type 3.
     *
     * @param prefix the destinations, bits that were not sent being zero
     * @param prefixLength how many bits of it count, 0 to 128
     * @param preference -1 low, 0 medium, 1 high; the reserved value 10b reads as 0
     * @param lifetimeSeconds 0 to 2^32 - 1 s; 2^32 - 1 for ever
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.7.5">RFC 6550, section 6.7.5</a>
     */
    record RouteInformation(IpAddress prefix, int prefixLength, int preference, long lifetimeSeconds)
            implements RplOption {}

    /**
     * How the graph works: type 4.
     *
     * @param authenticated A: joining as a router needs another key
     * @param pathControlSize PCS: 0 to 7
     * @param intervalDoublings 0 to 255
     * @param intervalMinimum the shortest time between two information objects is 2^this ms, 0 to 255
     * @param redundancy 0 to 255
     * @param maximumRankIncrease 0 to 65,535; 0 for any
     * @param minimumHopRankIncrease 0 to 65,535
     * @param objectiveCode OCP: how ranks are computed, 0 to 65,535
     * @param defaultLifetime of routes, 0 to 255 in the unit below
     * @param lifetimeUnitSeconds 0 to 65,535 s
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.7.6">RFC 6550, section 6.7.6</a>
     */
    record Configuration(
            boolean authenticated,
            int pathControlSize,
            int intervalDoublings,
            int intervalMinimum,
            int redundancy,
            int maximumRankIncrease,
            int minimumHopRankIncrease,
            int objectiveCode,
            int defaultLifetime,
            int lifetimeUnitSeconds)
            implements RplOption {}

    /**
     * Who is reached: type 5.
     *
     * @param prefix the destinations, bits that were not sent being zero
     * @param prefixLength how many bits of it count, 0 to 128
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.7.7">RFC 6550, section 6.7.7</a>
     */
    record Target(IpAddress prefix, int prefixLength) implements RplOption {}

    /**
     * By which way the targets before it are reached: type 6.
     *
     * @param external E: the targets are outside the graph
     * @param pathControl 0 to 255
     * @param pathSequence 0 to 255
     * @param pathLifetime 0 to 255 in units of the configuration; 0 for no route, 255 for ever
     * @param parent the next hop towards the root; null when it was not sent
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.7.8">RFC 6550, section 6.7.8</a>
     */
    record Transit(
            boolean external,
            int pathControl,
            int pathSequence,
            int pathLifetime,
            @Nullable IpAddress parent) implements RplOption {}

    /**
     * Which routers are to answer a solicitation: type 7.
     *
     * @param instanceId 0 to 255
     * @param flags which of the other fields must match: V 0x80, I 0x40, D 0x20
     * @param dodagId names the graph
     * @param version of the graph, 0 to 255
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.7.9">RFC 6550, section 6.7.9</a>
     */
    record SolicitedInformation(int instanceId, int flags, IpAddress dodagId, int version) implements RplOption {}

    /**
     * A prefix from which nodes make themselves addresses: type 8.
     *
     * @param prefix what {@link NdpOption.PrefixInformation} has too
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.7.10">RFC 6550, section 6.7.10</a>
     */
    record Prefix(NdpOption.PrefixInformation prefix) implements RplOption {}

    /**
     * A tag of the target before it: type 9.
     *
     * @param descriptor 0 to 2^32 - 1
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.7.11">RFC 6550, section 6.7.11</a>
     */
    record TargetDescriptor(long descriptor) implements RplOption {}

    /**
     * Any other option, the metric container (type 2) among them, or one that is too short for its layout.
     *
     * @param type 0 to 255
     * @param dataBytes how many bytes it says it has behind type and length, 0 to 255
     * @param data at most the first 32 of them that were captured, as hexadecimal digits
     */
    record UnknownOption(int type, int dataBytes, String data) implements RplOption {}
}
