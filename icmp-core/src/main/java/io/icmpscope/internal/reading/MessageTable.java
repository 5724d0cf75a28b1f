package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.UnknownMessage;
import org.jspecify.annotations.Nullable;

/** The one table of messages: which reader makes a record of which type. What has no row is an unknown message. */
public final class MessageTable {

    private record Row(String name, int neededBytes, MessageReader reader) {}

    private static final int V4 = 0;
    private static final int V6 = 256;

    private static final int ERRORS6 = 128; // every ICMPv6 type below it is an error, RFC 4443 section 2.1
    private static final Row NO_ROW = new Row("icmp", Icmp.HEADER, in -> new UnknownMessage(in.bodyLength()));

    /** Made when a type is first met, as each reference to a reader costs a class. Two threads that make one make the same. */
    private static final @Nullable Row[] ROWS = new Row[2 * 256];

    private MessageTable() {}

    private static Row row(int key) {
        Row row = ROWS[key];
        if (row == null) {
            row = made(key);
            ROWS[key] = row;
        }
        return row;
    }

    private static Row made(int key) {
        return switch (key) {
            case V4 | 0, V4 | 8 -> new Row("echo", 8, EchoReader::read);
            case V4 | 3 -> new Row("unreachable", 8, DestinationUnreachableReader::read4);
            case V4 | 4 -> new Row("source-quench", 8, SourceQuenchReader::read);
            case V4 | 5 -> new Row("redirect", 8, RedirectReader::read);
            case V4 | 9 -> new Row("router-advertisement", 8, RouterAdvertisementV4Reader::read);
            case V4 | 10 -> new Row("router-solicitation", 8, RouterSolicitationV4Reader::read);
            case V4 | 11 -> new Row("time-exceeded", 8, TimeExceededReader::read4);
            case V4 | 12 -> new Row("parameter-problem", 8, ParameterProblemReader::read4);
            case V4 | 13, V4 | 14 -> new Row("timestamp", 20, TimestampReader::read);
            case V4 | 15, V4 | 16 -> new Row("information", 8, InformationQueryReader::read);
            case V4 | 17, V4 | 18 -> new Row("address-mask", 12, AddressMaskReader::read);
            case V4 | 30 -> new Row("traceroute", 20, TracerouteReportReader::read);
            case V4 | 31 -> new Row("conversion-error", 8, ConversionErrorReader::read);
            case V4 | 37 -> new Row("domain-name-request", 8, DomainNameRequestReader::read);
            case V4 | 38 -> new Row("domain-name-reply", 12, DomainNameReplyReader::read);
            case V4 | 40 -> new Row("security-failure", 8, SecurityFailureReader::read);
            case V4 | 41 -> new Row("experimental-mobility", 8, ExperimentalMobilityReader::read);
            case V4 | 42 -> new Row("extended-echo-request", 8, ExtendedEchoRequestReader::read);
            case V4 | 43 -> new Row("extended-echo-reply", 8, ExtendedEchoReplyReader::read);

            case V6 | 1 -> new Row("unreachable", 8, DestinationUnreachableReader::read6);
            case V6 | 2 -> new Row("packet-too-big", 8, PacketTooBigReader::read);
            case V6 | 3 -> new Row("time-exceeded", 8, TimeExceededReader::read6);
            case V6 | 4 -> new Row("parameter-problem", 8, ParameterProblemReader::read6);
            case V6 | 128, V6 | 129 -> new Row("echo", 8, EchoReader::read);
            case V6 | 130 -> new Row("listener-query", 24, ListenerQueryReader::read);
            case V6 | 131 -> new Row("listener-report", 24, ListenerReportReader::readReport);
            case V6 | 132 -> new Row("listener-done", 24, ListenerReportReader::readDone);
            case V6 | 133 -> new Row("router-solicitation", 8, RouterSolicitationReader::read);
            case V6 | 134 -> new Row("router-advertisement", 16, RouterAdvertisementReader::read);
            case V6 | 135 -> new Row("neighbor-solicitation", 24, NeighborSolicitationReader::read);
            case V6 | 136 -> new Row("neighbor-advertisement", 24, NeighborAdvertisementReader::read);
            case V6 | 137 -> new Row("redirect", 40, RedirectMessageReader::read);
            case V6 | 138 -> new Row("router-renumbering", 16, RouterRenumberingReader::read);
            case V6 | 139 -> new Row("node-information", 16, NodeInformationReader::readQuery);
            case V6 | 140 -> new Row("node-information", 16, NodeInformationReader::readReply);
            case V6 | 141 -> new Row("inverse-neighbor-discovery", 8, InverseDiscoveryReader::readSolicitation);
            case V6 | 142 -> new Row("inverse-neighbor-discovery", 8, InverseDiscoveryReader::readAdvertisement);
            case V6 | 143 -> new Row("listener-report", 8, ListenerReportReader::readVersion2);
            case V6 | 144 -> new Row("home-agent-discovery", 8, MobileIpv6Reader::readHomeAgentRequest);
            case V6 | 145 -> new Row("home-agent-discovery", 8, MobileIpv6Reader::readHomeAgentReply);
            case V6 | 146 -> new Row("mobile-prefix", 8, MobileIpv6Reader::readPrefixSolicitation);
            case V6 | 147 -> new Row("mobile-prefix", 8, MobileIpv6Reader::readPrefixAdvertisement);
            case V6 | 148 -> new Row("certification-path", 8, CertificationPathReader::readSolicitation);
            case V6 | 149 -> new Row("certification-path", 12, CertificationPathReader::readAdvertisement);
            case V6 | 150 -> new Row("experimental-mobility", 8, ExperimentalMobilityReader::read);
            case V6 | 151 -> new Row("multicast-router", 8, MulticastRouterReader::readAdvertisement);
            case V6 | 152 -> new Row("multicast-router", 4, MulticastRouterReader::readSolicitation);
            case V6 | 153 -> new Row("multicast-router", 4, MulticastRouterReader::readTermination);
            case V6 | 154 -> new Row("fast-handover", 8, FastHandoverReader::read);
            case V6 | 155 -> new Row("rpl", 4, RplReader::read);
            case V6 | 156 -> new Row("locator-update", 8, LocatorUpdateReader::read);
            case V6 | 157, V6 | 158 -> new Row("duplicate-address", 32, DuplicateAddressReader::read);
            case V6 | 159 -> new Row("mpl", 4, MplControlReader::read);
            case V6 | 160 -> new Row("extended-echo-request", 8, ExtendedEchoRequestReader::read);
            case V6 | 161 -> new Row("extended-echo-reply", 8, ExtendedEchoReplyReader::read);
            default -> key >= V6 && key < V6 + ERRORS6 ? new Row("error", 8, UnknownIcmpErrorReader::read) : NO_ROW;
        };
    }

    /**
     * Makes a record of a message.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param in the bytes of the message, at least one
     * @return what it says; an {@link UnknownMessage} when no row fits or too few bytes were captured
     */
    public static IcmpMessage read(int icmpVersion, MessageBytes in) {
        Row row = row((icmpVersion == 4 ? V4 : V6) | in.u8(0));
        if (in.has(0, row.neededBytes)) {
            return row.reader.read(in);
        }
        in.tooShort(row.name, 0, row.neededBytes);
        return new UnknownMessage(in.bodyLength());
    }
}
