package io.icmpscope.mcp.words;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of transport protocols, and of the services on well-known ports.
 *
 * @see <a href="https://www.iana.org/assignments/protocol-numbers">IANA, Protocol Numbers</a>
 * @see <a href="https://www.iana.org/assignments/service-names-port-numbers">IANA, Service Names and Port Numbers</a>
 */
final class Services {

    private static final int TCP = 6;
    private static final int UDP = 17;

    private static final Map<Integer, String> PROTOCOLS = Map.ofEntries(
            Map.entry(1, "ICMP"),
            Map.entry(2, "IGMP"),
            Map.entry(4, "IPv4 in IP"),
            Map.entry(TCP, "TCP"),
            Map.entry(UDP, "UDP"),
            Map.entry(33, "DCCP"),
            Map.entry(41, "IPv6 in IP"),
            Map.entry(47, "GRE"),
            Map.entry(50, "ESP"),
            Map.entry(51, "AH"),
            Map.entry(58, "ICMPv6"),
            Map.entry(88, "EIGRP"),
            Map.entry(89, "OSPF"),
            Map.entry(103, "PIM"),
            Map.entry(112, "VRRP"),
            Map.entry(115, "L2TP"),
            Map.entry(132, "SCTP"),
            Map.entry(136, "UDPLite"));

    private static final Map<Integer, String> BOTH = new HashMap<>();
    private static final Map<Integer, String> ON_TCP = new HashMap<>();
    private static final Map<Integer, String> ON_UDP = new HashMap<>();

    static {
        names(
                BOTH,
                "7 echo, 9 discard, 13 daytime, 19 chargen, 37 time, 53 domain, 88 kerberos, 111 sunrpc, 135 epmap");
        names(BOTH, "389 ldap, 445 microsoft-ds, 636 ldaps, 853 domain-s, 1194 openvpn, 1812 radius, 1813 radius-acct");
        names(BOTH, "2049 nfs, 3389 ms-wbt-server, 3478 stun, 5060 sip, 5061 sips, 5355 llmnr, 5671 amqps, 5672 amqp");
        names(ON_TCP, "20 ftp-data, 21 ftp, 22 ssh, 23 telnet, 25 smtp, 43 nicname, 49 tacacs, 80 http, 110 pop3");
        names(ON_TCP, "119 nntp, 139 netbios-ssn, 143 imap, 179 bgp, 443 https, 465 submissions, 515 printer");
        names(ON_TCP, "554 rtsp, 587 submission, 631 ipp, 873 rsync, 993 imaps, 995 pop3s, 1080 socks");
        names(ON_TCP, "1433 ms-sql-s, 1521 ncube-lm, 1723 pptp, 1883 mqtt, 3306 mysql, 5432 postgresql");
        names(ON_TCP, "5900 rfb, 6379 redis, 8080 http-alt, 8883 secure-mqtt, 9100 pdl-datastream, 27017 mongodb");
        names(ON_UDP, "67 bootps, 68 bootpc, 69 tftp, 80 http, 123 ntp, 137 netbios-ns, 138 netbios-dgm, 161 snmp");
        names(ON_UDP, "162 snmptrap, 443 https, 500 isakmp, 514 syslog, 520 router, 546 dhcpv6-client");
        names(ON_UDP, "547 dhcpv6-server, 623 asf-rmcp, 1434 ms-sql-m, 1645 datametrics, 1701 l2f, 1900 ssdp");
        names(ON_UDP, "2055 iop, 2152 gtp-user, 3544 teredo, 3702 ws-discovery, 4500 ipsec-nat-t, 4739 ipfix");
        names(ON_UDP, "4789 vxlan, 5351 nat-pmp, 5353 mdns, 5683 coap, 6343 sflow, 11211 memcache, 47808 bacnet");
    }

    private Services() {}

    private static void names(Map<Integer, String> table, String rows) {
        for (String row : rows.split(", ", -1)) {
            int space = row.indexOf(' ');
            table.put(Integer.valueOf(row.substring(0, space)), row.substring(space + 1));
        }
    }

    /**
     * Names the service on a port.
     *
     * @param protocol IP protocol number, or null
     * @param port a port of it, or null
     * @return the name in the registry, or null when we know none
     */
    static @Nullable String name(@Nullable Integer protocol, @Nullable Integer port) {
        if (protocol == null || port == null || (protocol != TCP && protocol != UDP)) {
            return null;
        }
        String own = (protocol == TCP ? ON_TCP : ON_UDP).get(port);
        return own == null ? BOTH.get(port) : own;
    }

    /**
     * Names a protocol.
     *
     * @param protocol IP protocol number, 0 to 255
     * @return its usual short name, or {@code "protocol n"}
     */
    static String protocol(int protocol) {
        return PROTOCOLS.getOrDefault(protocol, "protocol " + protocol);
    }
}
