package io.icmpscope.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * The one table of link types. A row is made when it is first asked for: each method reference costs a class.
 *
 * @see <a href="https://www.tcpdump.org/linktypes.html">Link-layer header types</a>
 */
public final class LinkTypes {

    private record Row(String name, @Nullable Layer layer) {}

    private static final int MAX = 512; // one past the largest number in the table

    private static final @Nullable Row[] ROWS = new Row[MAX]; // those asked for so far

    private LinkTypes() {}

    private static @Nullable Row row(int linkType) {
        return switch (linkType) {
            case 0 -> new Row("NULL", new Layer("loopback", Loopback::read));
            case 1 -> new Row("ETHERNET", new Layer("ethernet", Ethernet::read));
            case 6 -> new Row("IEEE802_5", new Layer("token-ring", TokenRing::read));
            case 7 -> new Row("ARCNET_BSD", new Layer("arcnet", Arcnet::bsd));
            case 8 -> new Row("SLIP", new Layer("slip", Slip::read));
            case 9 -> new Row("PPP", new Layer("ppp", Ppp::line));
            case 10 -> new Row("FDDI", new Layer("fddi", Fddi::read));
            case 11 -> new Row("ATM_RFC1483", new Layer("atm", Atm::read)); // DLT_ATM_RFC1483, written by mistake
            case 12 -> new Row("RAW", new Layer("raw", RawIp::read)); // DLT_RAW of most systems, written by mistake
            case 14 -> new Row("RAW", new Layer("raw", RawIp::read)); // DLT_RAW of OpenBSD, likewise
            case 19 -> new Row("ATM_CLIP", new Layer("atm", Atm::read)); // DLT_ATM_CLIP, likewise
            case 50 -> new Row("PPP_HDLC", new Layer("ppp", Ppp::line));
            case 51 -> new Row("PPP_ETHER", new Layer("pppoe", Pppoe::read));
            case 100 -> new Row("ATM_RFC1483", new Layer("atm", Atm::read));
            case 101 -> new Row("RAW", new Layer("raw", RawIp::read));
            case 104 -> new Row("C_HDLC", new Layer("chdlc", CiscoHdlc::read));
            case 105 -> new Row("IEEE802_11", new Layer("wlan", Wlan::read));
            case 106 -> new Row("ATM_CLIP", new Layer("atm", Atm::read));
            case 107 -> new Row("FRELAY", new Layer("frame-relay", FrameRelay::read));
            case 108 -> new Row("LOOP", new Layer("loopback", Loopback::read));
            case 113 -> new Row("LINUX_SLL", new Layer("sll", LinuxSll::read));
            case 117 -> new Row("PFLOG", new Layer("pflog", Pflog::read));
            case 119 -> new Row("IEEE802_11_PRISM", new Layer("prism", RadioHeader::prism));
            case 122 -> new Row("IP_OVER_FC", new Layer("ip-over-fc", FibreChannelIp::read));
            case 123 -> new Row("SUNATM", new Layer("sunatm", Atm::sun));
            case 127 -> new Row("IEEE802_11_RADIOTAP", new Layer("radiotap", Radiotap::read));
            case 129 -> new Row("ARCNET_LINUX", new Layer("arcnet", Arcnet::linux));
            case 138 -> new Row("APPLE_IP_OVER_IEEE1394", new Layer("ieee1394", FireWireIp::read));
            case 143 -> new Row("DOCSIS", new Layer("docsis", Docsis::read));
            case 163 -> new Row("IEEE802_11_AVS", new Layer("avs", RadioHeader::avs));
            case 166 -> new Row("PPP_PPPD", new Layer("pppd", Ppp::pppd));
            case 192 -> new Row("PPI", new Layer("ppi", RadioHeader::ppi));
            case 204 -> new Row("PPP_WITH_DIR", new Layer("direction", Direction::ppp));
            case 205 -> new Row("C_HDLC_WITH_DIR", new Layer("direction", Direction::ciscoHdlc));
            case 206 -> new Row("FRELAY_WITH_DIR", new Layer("direction", Direction::frameRelay));
            case 226 -> new Row("IPNET", new Layer("ipnet", Ipnet::read));
            case 228 -> new Row("IPV4", new Layer("raw", RawIp::read));
            case 229 -> new Row("IPV6", new Layer("raw", RawIp::read));
            case 239 -> new Row("NFLOG", new Layer("nflog", Nflog::read));
            case 240 -> new Row("NETANALYZER", new Layer("netanalyzer", Preamble::netAnalyzer));
            case 241 -> new Row("NETANALYZER_TRANSPARENT", new Layer("netanalyzer", Preamble::netAnalyzerTransparent));
            case 242 -> new Row("IPOIB", new Layer("ipoib", Infiniband::read));
            case 253 -> new Row("NETLINK", new Layer("netlink", Netlink::read));
            case 258 -> new Row("PKTAP", new Layer("pktap", Pktap::read));
            case 274 -> new Row("ETHERNET_MPACKET", new Layer("mpacket", Preamble::mPacket));
            case 276 -> new Row("LINUX_SLL2", new Layer("sll2", LinuxSll2::read));

            // Often met, and not decoded: their frames are counted under these names.
            case 109 -> new Row("ENC", null);
            case 114 -> new Row("LOCALTALK", null);
            case 165 -> new Row("BACNET_MS_TP", null);
            case 177 -> new Row("LINUX_LAPD", null);
            case 187 -> new Row("BLUETOOTH_HCI_H4", null);
            case 189 -> new Row("USB_LINUX", null);
            case 195 -> new Row("IEEE802_15_4_WITHFCS", null);
            case 197 -> new Row("ERF", null);
            case 201 -> new Row("BLUETOOTH_HCI_H4_WITH_PHDR", null);
            case 220 -> new Row("USB_LINUX_MMAPPED", null);
            case 227 -> new Row("CAN_SOCKETCAN", null);
            case 230 -> new Row("IEEE802_15_4_NOFCS", null);
            case 231 -> new Row("DBUS", null);
            case 243 -> new Row("MPEG_2_TS", null);
            case 247 -> new Row("INFINIBAND", null);
            case 249 -> new Row("USBPCAP", null);
            case 251 -> new Row("BLUETOOTH_LE_LL", null);
            case 254 -> new Row("BLUETOOTH_LINUX_MONITOR", null);
            case 256 -> new Row("BLUETOOTH_LE_LL_WITH_PHDR", null);
            case 272 -> new Row("NORDIC_BLE", null);
            case 283 -> new Row("IEEE802_15_4_TAP", null);
            default -> null;
        };
    }

    private static @Nullable Row find(int linkType) {
        if (linkType < 0 || linkType >= MAX) {
            return null;
        }
        Row known = ROWS[linkType];
        return known == null ? made(linkType) : known;
    }

    private static @Nullable Row made(int linkType) {
        Row row = row(linkType);
        ROWS[linkType] = row; // by several threads perhaps: any of equal rows will do
        return row;
    }

    /**
     * Finds how to get past the header that frames of a link type begin with.
     *
     * @param linkType a LINKTYPE number
     * @return the row, or null when the link type is not decoded
     */
    public static @Nullable Layer layer(int linkType) {
        Row row = find(linkType);
        return row == null ? null : row.layer;
    }

    /**
     * Names a link type.
     *
     * @param linkType a LINKTYPE number
     * @return its name without the prefix, or {@code "LINKTYPE n"}
     */
    public static String name(int linkType) {
        Row row = find(linkType);
        return row == null ? "LINKTYPE " + linkType : row.name;
    }
}
