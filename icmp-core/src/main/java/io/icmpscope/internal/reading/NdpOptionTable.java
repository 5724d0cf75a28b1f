package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import java.util.HashMap;
import java.util.Map;

/** The one table of options: which reader makes a record of which type. What has no row is an unknown option. */
final class NdpOptionTable {

    private record Row(String name, int neededBytes, NdpOptionReader reader) {}

    private static final Map<Integer, Row> ROWS = new HashMap<>();

    static {
        ROWS.put(1, new Row("source-link-layer-address", 8, LinkLayerAddressReader::read));
        ROWS.put(2, new Row("target-link-layer-address", 8, LinkLayerAddressReader::read));
        ROWS.put(3, new Row("prefix-information", 32, PrefixInformationReader::read));
        ROWS.put(4, new Row("redirected-header", 8, RedirectedHeaderReader::read));
        ROWS.put(5, new Row("mtu", 8, MtuReader::read));
        ROWS.put(6, new Row("nbma-shortcut-limit", 8, NbmaShortcutLimitReader::read));
        ROWS.put(7, new Row("advertisement-interval", 8, AdvertisementIntervalReader::read));
        ROWS.put(8, new Row("home-agent-information", 8, HomeAgentInformationReader::read));
        ROWS.put(9, new Row("source-address-list", 24, AddressListReader::read));
        ROWS.put(10, new Row("target-address-list", 24, AddressListReader::read));
        ROWS.put(11, new Row("cga", 32, CgaParametersReader::read));
        ROWS.put(12, new Row("rsa-signature", 24, SignatureReader::read));
        ROWS.put(13, new Row("timestamp-option", 16, SendTimestampReader::read));
        ROWS.put(14, new Row("nonce", 8, NonceReader::read));
        ROWS.put(15, new Row("trust-anchor", 8, TrustAnchorReader::read));
        ROWS.put(16, new Row("certificate", 8, CertificateReader::read));
        ROWS.put(17, new Row("address-or-prefix", 24, AddressOrPrefixReader::read));
        ROWS.put(18, new Row("new-router-prefix", 24, AddressOrPrefixReader::read));
        ROWS.put(19, new Row("link-layer-address", 8, HandoverLinkLayerReader::read));
        ROWS.put(20, new Row("advertisement-acknowledgment", 8, AdvertisementAcknowledgmentReader::read));
        ROWS.put(21, new Row("pvd-id", 8, PvdIdReader::read));
        ROWS.put(23, new Row("map", 24, MobilityAnchorPointReader::read));
        ROWS.put(24, new Row("route-information", 8, RouteInformationReader::read));
        ROWS.put(25, new Row("rdnss", 24, RecursiveDnsServersReader::read));
        ROWS.put(26, new Row("flags-extension", 8, FlagsExtensionReader::read));
        ROWS.put(27, new Row("handover-key-request", 8, HandoverKeyReader::readRequest));
        ROWS.put(28, new Row("handover-key-reply", 8, HandoverKeyReader::readReply));
        ROWS.put(29, new Row("handover-assist", 8, HandoverIdentifierReader::read));
        ROWS.put(30, new Row("mobile-node-identifier", 8, HandoverIdentifierReader::read));
        ROWS.put(31, new Row("dnssl", 16, DnsSearchListReader::read));
        ROWS.put(32, new Row("proxy-signature", 24, SignatureReader::read));
        ROWS.put(33, new Row("address-registration", 16, AddressRegistrationReader::read));
        ROWS.put(34, new Row("6lowpan-context", 16, ContextReader::read));
        ROWS.put(35, new Row("border-router", 24, BorderRouterReader::read));
        ROWS.put(36, new Row("6cio", 8, CapabilitiesReader::read));
        ROWS.put(37, new Row("captive-portal", 8, CaptivePortalReader::read));
        ROWS.put(38, new Row("pref64", 16, Pref64Reader::read));
        ROWS.put(39, new Row("crypto-id", 8, CryptoIdParametersReader::read));
        ROWS.put(40, new Row("ndp-signature", 8, NdpSignatureReader::read));
        ROWS.put(41, new Row("resource-directory", 24, ResourceDirectoryReader::read));
        ROWS.put(42, new Row("consistent-uptime", 8, ConsistentUptimeReader::read));
        ROWS.put(144, new Row("encrypted-dns", 16, EncryptedDnsReader::read));
    }

    private NdpOptionTable() {}

    /** Makes a record of an option that was captured whole. */
    static NdpOption read(MessageBytes in, int at, int end) {
        Row row = ROWS.get(in.u8(at));
        if (row == null) {
            return NdpOptions.unknown(in, at, end - at, end - at);
        }
        if (end - at < row.neededBytes) {
            in.problem(row.name, at, row.neededBytes, end - at, "it is shorter than its layout");
            return NdpOptions.unknown(in, at, end - at, end - at);
        }
        return row.reader.read(in, at, end);
    }
}
