package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.UnknownMessage;
import java.util.HashMap;
import java.util.Map;

/** The one table of messages: which reader makes a record of which type. What has no row is an unknown message. */
public final class MessageTable {

    private record Row(String name, int neededBytes, MessageReader reader) {}

    private static final Map<Integer, Row> ROWS = new HashMap<>();

    static {
        row(4, 0, new Row("echo", 8, EchoReader::read));
        row(4, 3, new Row("unreachable", 8, DestinationUnreachableReader::read4));
        row(4, 4, new Row("source-quench", 8, SourceQuenchReader::read));
        row(4, 5, new Row("redirect", 8, RedirectReader::read));
        row(4, 8, new Row("echo", 8, EchoReader::read));
        row(4, 9, new Row("router-advertisement", 8, RouterAdvertisementV4Reader::read));
        row(4, 10, new Row("router-solicitation", 8, RouterSolicitationV4Reader::read));
        row(4, 11, new Row("time-exceeded", 8, TimeExceededReader::read4));
        row(4, 12, new Row("parameter-problem", 8, ParameterProblemReader::read4));
        row(4, 13, new Row("timestamp", 20, TimestampReader::read));
        row(4, 14, new Row("timestamp", 20, TimestampReader::read));
        row(4, 15, new Row("information", 8, InformationQueryReader::read));
        row(4, 16, new Row("information", 8, InformationQueryReader::read));
        row(4, 17, new Row("address-mask", 12, AddressMaskReader::read));
        row(4, 18, new Row("address-mask", 12, AddressMaskReader::read));
        row(4, 30, new Row("traceroute", 20, TracerouteReportReader::read));
        row(4, 31, new Row("conversion-error", 8, ConversionErrorReader::read));
        row(4, 37, new Row("domain-name-request", 8, DomainNameRequestReader::read));
        row(4, 38, new Row("domain-name-reply", 12, DomainNameReplyReader::read));
        row(4, 40, new Row("security-failure", 8, SecurityFailureReader::read));
        row(4, 41, new Row("experimental-mobility", 8, ExperimentalMobilityReader::read));
        row(4, 42, new Row("extended-echo-request", 8, ExtendedEchoRequestReader::read));
        row(4, 43, new Row("extended-echo-reply", 8, ExtendedEchoReplyReader::read));

        row(6, 1, new Row("unreachable", 8, DestinationUnreachableReader::read6));
        row(6, 2, new Row("packet-too-big", 8, PacketTooBigReader::read));
        row(6, 3, new Row("time-exceeded", 8, TimeExceededReader::read6));
        row(6, 4, new Row("parameter-problem", 8, ParameterProblemReader::read6));
        row(6, 128, new Row("echo", 8, EchoReader::read));
        row(6, 129, new Row("echo", 8, EchoReader::read));
        row(6, 130, new Row("listener-query", 24, ListenerQueryReader::read));
        row(6, 131, new Row("listener-report", 24, ListenerReportReader::readReport));
        row(6, 132, new Row("listener-done", 24, ListenerReportReader::readDone));
        row(6, 133, new Row("router-solicitation", 8, RouterSolicitationReader::read));
        row(6, 134, new Row("router-advertisement", 16, RouterAdvertisementReader::read));
        row(6, 135, new Row("neighbor-solicitation", 24, NeighborSolicitationReader::read));
        row(6, 136, new Row("neighbor-advertisement", 24, NeighborAdvertisementReader::read));
        row(6, 137, new Row("redirect", 40, RedirectMessageReader::read));
        row(6, 138, new Row("router-renumbering", 16, RouterRenumberingReader::read));
        row(6, 139, new Row("node-information", 16, NodeInformationReader::readQuery));
        row(6, 140, new Row("node-information", 16, NodeInformationReader::readReply));
        row(6, 141, new Row("inverse-neighbor-discovery", 8, InverseDiscoveryReader::readSolicitation));
        row(6, 142, new Row("inverse-neighbor-discovery", 8, InverseDiscoveryReader::readAdvertisement));
        row(6, 143, new Row("listener-report", 8, ListenerReportReader::readVersion2));
        row(6, 144, new Row("home-agent-discovery", 8, MobileIpv6Reader::readHomeAgentRequest));
        row(6, 145, new Row("home-agent-discovery", 8, MobileIpv6Reader::readHomeAgentReply));
        row(6, 146, new Row("mobile-prefix", 8, MobileIpv6Reader::readPrefixSolicitation));
        row(6, 147, new Row("mobile-prefix", 8, MobileIpv6Reader::readPrefixAdvertisement));
        row(6, 148, new Row("certification-path", 8, CertificationPathReader::readSolicitation));
        row(6, 149, new Row("certification-path", 12, CertificationPathReader::readAdvertisement));
        row(6, 150, new Row("experimental-mobility", 8, ExperimentalMobilityReader::read));
        row(6, 151, new Row("multicast-router", 8, MulticastRouterReader::readAdvertisement));
        row(6, 152, new Row("multicast-router", 4, MulticastRouterReader::readSolicitation));
        row(6, 153, new Row("multicast-router", 4, MulticastRouterReader::readTermination));
        row(6, 154, new Row("fast-handover", 8, FastHandoverReader::read));
        row(6, 155, new Row("rpl", 4, RplReader::read));
        row(6, 156, new Row("locator-update", 8, LocatorUpdateReader::read));
        row(6, 157, new Row("duplicate-address", 32, DuplicateAddressReader::read));
        row(6, 158, new Row("duplicate-address", 32, DuplicateAddressReader::read));
        row(6, 159, new Row("mpl", 4, MplControlReader::read));
        row(6, 160, new Row("extended-echo-request", 8, ExtendedEchoRequestReader::read));
        row(6, 161, new Row("extended-echo-reply", 8, ExtendedEchoReplyReader::read));

        for (int type = 0; type < 128; type++) { // every ICMPv6 type below 128 is an error, RFC 4443 section 2.1
            ROWS.putIfAbsent(key(6, type), new Row("error", 8, UnknownIcmpErrorReader::read));
        }
    }

    private MessageTable() {}

    private static void row(int icmpVersion, int type, Row row) {
        ROWS.put(key(icmpVersion, type), row);
    }

    private static int key(int icmpVersion, int type) {
        return icmpVersion << 8 | type;
    }

    /**
     * Makes a record of a message.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param in the bytes of the message, at least one
     * @return what it says; an {@link UnknownMessage} when no row fits or too few bytes were captured
     */
    public static IcmpMessage read(int icmpVersion, MessageBytes in) {
        Row row = ROWS.get(key(icmpVersion, in.u8(0)));
        if (row != null && in.has(0, row.neededBytes)) {
            return row.reader.read(in);
        }
        int needed = row == null ? Icmp.HEADER : row.neededBytes;
        if (!in.has(0, needed)) {
            in.tooShort(row == null ? "icmp" : row.name, 0, needed);
        }
        return new UnknownMessage(in.bodyLength());
    }
}
