package io.icmpscope.message;

import java.io.Serializable;
import java.util.List;

/**
 * A command that changes the prefixes of routers, or what came of it: ICMPv6 type 138. Code 0 is a command, 1 a result,
 * 255 sets the sequence numbers back.
 *
 * @param sequenceNumber grows with every command, 0 to 2^32 - 1
 * @param segmentNumber tells commands of one sequence number apart, 0 to 255
 * @param test T: nothing is to be changed
 * @param resultRequested R: routers are to answer
 * @param allInterfaces A: interfaces that are down are to be changed too
 * @param siteSpecific S: the command is for interfaces of the same site only
 * @param processedPreviously P: the router had done the command before; in results only
 * @param maximumDelayMillis by when routers are to answer, 0 to 65,535 ms
 * @param operations what a command changes
 * @param results what became of it, in a result
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2894#section-3">RFC 2894, section 3</a>
 */
public record RouterRenumbering(
        long sequenceNumber,
        int segmentNumber,
        boolean test,
        boolean resultRequested,
        boolean allInterfaces,
        boolean siteSpecific,
        boolean processedPreviously,
        int maximumDelayMillis,
        List<PrefixControl> operations,
        List<MatchReport> results)
        implements IcmpMessage {

    /** Keeps copies of the lists. */
    public RouterRenumbering {
        operations = List.copyOf(operations);
        results = List.copyOf(results);
    }

    /**
     * What to do with the prefixes that match.
     *
     * @param opCode 1 add, 2 change, 3 set global
     * @param ordinal names the operation in the answer, 0 to 255
     * @param matchLength how many bits of the prefix must match, 0 to 128
     * @param minimumLength the shortest prefix that matches, 0 to 128 bits
     * @param maximumLength the longest prefix that matches, 0 to 128 bits
     * @param matchPrefix the prefix to compare with
     * @param newPrefixes what is to be there then
     * @see <a href="https://www.rfc-editor.org/rfc/rfc2894#section-3.2.1">RFC 2894, section 3.2.1</a>
     */
    public record PrefixControl(
            int opCode,
            int ordinal,
            int matchLength,
            int minimumLength,
            int maximumLength,
            IpAddress matchPrefix,
            List<UsePrefix> newPrefixes)
            implements Serializable {

        /** Keeps a copy of the list. */
        public PrefixControl {
            newPrefixes = List.copyOf(newPrefixes);
        }
    }

    /**
     * A prefix that is to be there.
     *
     * @param useLength how many bits come from this prefix, 0 to 128
     * @param keepLength how many bits behind them come from the prefix that matched, 0 to 128
     * @param flagMask which flags of router advertisements to set: L 0x80, A 0x40
     * @param advertisementFlags their values
     * @param validLifetimeSeconds 0 to 2^32 - 1 s; 2^32 - 1 for ever
     * @param preferredLifetimeSeconds 0 to 2^32 - 1 s; 2^32 - 1 for ever
     * @param decrementValid V: the valid lifetime runs down
     * @param decrementPreferred P: the preferred lifetime runs down
     * @param prefix the new prefix
     * @see <a href="https://www.rfc-editor.org/rfc/rfc2894#section-3.2.1.2">RFC 2894, section 3.2.1.2</a>
     */
    public record UsePrefix(
            int useLength,
            int keepLength,
            int flagMask,
            int advertisementFlags,
            long validLifetimeSeconds,
            long preferredLifetimeSeconds,
            boolean decrementValid,
            boolean decrementPreferred,
            IpAddress prefix)
            implements Serializable {}

    /**
     * A prefix that matched.
     *
     * @param outOfBounds B: the operation was not done for its lengths were out of bounds
     * @param forbidden F: the operation was forbidden
     * @param ordinal the operation, 0 to 255
     * @param matchedLength the length of the prefix that matched, 0 to 128 bits
     * @param interfaceIndex the router's interface, 0 to 2^32 - 1
     * @param matchedPrefix the prefix
     * @see <a href="https://www.rfc-editor.org/rfc/rfc2894#section-3.2.2">RFC 2894, section 3.2.2</a>
     */
    public record MatchReport(
            boolean outOfBounds,
            boolean forbidden,
            int ordinal,
            int matchedLength,
            long interfaceIndex,
            IpAddress matchedPrefix)
            implements Serializable {}
}
