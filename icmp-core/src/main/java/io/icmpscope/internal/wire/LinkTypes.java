package io.icmpscope.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * The one table of link types.
 *
 * @see <a href="https://www.tcpdump.org/linktypes.html">Link-layer header types</a>
 */
public final class LinkTypes {

    private record Row(String name, @Nullable Layer layer) {}

    private static final int MAX = 512; // one past the largest number in the table

    private static final @Nullable Row[] ROWS = new Row[MAX];

    static {
        Layer raw = new Layer("raw", RawIp::read);
        Layer loopback = new Layer("loopback", Loopback::read);
        Layer ppp = new Layer("ppp", Ppp::line);
        Layer atm = new Layer("atm", Atm::read);
        row(0, "NULL", loopback);
        row(1, "ETHERNET", new Layer("ethernet", Ethernet::read));
        row(6, "IEEE802_5", new Layer("token-ring", TokenRing::read));
        row(7, "ARCNET_BSD", new Layer("arcnet", Arcnet::bsd));
        row(8, "SLIP", new Layer("slip", Slip::read));
        row(9, "PPP", ppp);
        row(10, "FDDI", new Layer("fddi", Fddi::read));
        row(11, "ATM_RFC1483", atm); // DLT_ATM_RFC1483, written by mistake
        row(12, "RAW", raw); // DLT_RAW of most systems, written by mistake
        row(14, "RAW", raw); // DLT_RAW of OpenBSD, likewise
        row(19, "ATM_CLIP", atm); // DLT_ATM_CLIP, likewise
        row(50, "PPP_HDLC", ppp);
        row(51, "PPP_ETHER", new Layer("pppoe", Pppoe::read));
        row(100, "ATM_RFC1483", atm);
        row(101, "RAW", raw);
        row(104, "C_HDLC", new Layer("chdlc", CiscoHdlc::read));
        row(105, "IEEE802_11", new Layer("wlan", Wlan::read));
        row(106, "ATM_CLIP", atm);
        row(107, "FRELAY", new Layer("frame-relay", FrameRelay::read));
        row(108, "LOOP", loopback);
        row(113, "LINUX_SLL", new Layer("sll", LinuxSll::read));
        row(117, "PFLOG", new Layer("pflog", Pflog::read));
        row(119, "IEEE802_11_PRISM", new Layer("prism", RadioHeader::prism));
        row(122, "IP_OVER_FC", new Layer("ip-over-fc", FibreChannelIp::read));
        row(123, "SUNATM", new Layer("sunatm", Atm::sun));
        row(127, "IEEE802_11_RADIOTAP", new Layer("radiotap", Radiotap::read));
        row(129, "ARCNET_LINUX", new Layer("arcnet", Arcnet::linux));
        row(138, "APPLE_IP_OVER_IEEE1394", new Layer("ieee1394", FireWireIp::read));
        row(143, "DOCSIS", new Layer("docsis", Docsis::read));
        row(163, "IEEE802_11_AVS", new Layer("avs", RadioHeader::avs));
        row(166, "PPP_PPPD", new Layer("pppd", Ppp::pppd));
        row(192, "PPI", new Layer("ppi", RadioHeader::ppi));
        row(204, "PPP_WITH_DIR", new Layer("direction", Direction::ppp));
        row(205, "C_HDLC_WITH_DIR", new Layer("direction", Direction::ciscoHdlc));
        row(206, "FRELAY_WITH_DIR", new Layer("direction", Direction::frameRelay));
        row(226, "IPNET", new Layer("ipnet", Ipnet::read));
        row(228, "IPV4", raw);
        row(229, "IPV6", raw);
        row(239, "NFLOG", new Layer("nflog", Nflog::read));
        row(240, "NETANALYZER", new Layer("netanalyzer", Preamble::netAnalyzer));
        row(241, "NETANALYZER_TRANSPARENT", new Layer("netanalyzer", Preamble::netAnalyzerTransparent));
        row(242, "IPOIB", new Layer("ipoib", Infiniband::read));
        row(253, "NETLINK", new Layer("netlink", Netlink::read));
        row(258, "PKTAP", new Layer("pktap", Pktap::read));
        row(274, "ETHERNET_MPACKET", new Layer("mpacket", Preamble::mPacket));
        row(276, "LINUX_SLL2", new Layer("sll2", LinuxSll2::read));

        // Often met, and not decoded: their frames are counted under these names.
        named(109, "ENC");
        named(114, "LOCALTALK");
        named(165, "BACNET_MS_TP");
        named(177, "LINUX_LAPD");
        named(187, "BLUETOOTH_HCI_H4");
        named(189, "USB_LINUX");
        named(195, "IEEE802_15_4_WITHFCS");
        named(197, "ERF");
        named(201, "BLUETOOTH_HCI_H4_WITH_PHDR");
        named(220, "USB_LINUX_MMAPPED");
        named(227, "CAN_SOCKETCAN");
        named(230, "IEEE802_15_4_NOFCS");
        named(231, "DBUS");
        named(243, "MPEG_2_TS");
        named(247, "INFINIBAND");
        named(249, "USBPCAP");
        named(251, "BLUETOOTH_LE_LL");
        named(254, "BLUETOOTH_LINUX_MONITOR");
        named(256, "BLUETOOTH_LE_LL_WITH_PHDR");
        named(272, "NORDIC_BLE");
        named(283, "IEEE802_15_4_TAP");
    }

    private LinkTypes() {}

    private static void row(int linkType, String name, Layer layer) {
        ROWS[linkType] = new Row(name, layer);
    }

    private static void named(int linkType, String name) {
        ROWS[linkType] = new Row(name, null);
    }

    private static @Nullable Row find(int linkType) {
        return linkType < 0 || linkType >= MAX ? null : ROWS[linkType];
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
