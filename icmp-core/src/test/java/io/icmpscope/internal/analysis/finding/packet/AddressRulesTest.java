package io.icmpscope.internal.analysis.finding.packet;

import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MARTIAN and LAND. */
class AddressRulesTest {

    @ParameterizedTest
    @CsvSource({
        "0.1.2.3, LOW",
        "127.0.0.1, MEDIUM",
        "224.0.0.1, MEDIUM",
        "239.255.255.250, MEDIUM",
        "240.0.0.1, LOW",
        "255.255.255.255, MEDIUM",
        "192.0.2.1, INFO",
        "198.51.100.1, INFO",
        "203.0.113.255, INFO"
    })
    void aSourceThatCannotBeOnALinkIsFound(String source, Severity severity) throws IOException {
        Finding found =
                Wrapped.onEthernet(Ping.between(source, "10.0.0.2").request(1)).only("MARTIAN");
        assertEquals(severity, found.severity());
        assertEquals(source, found.evidence().addresses().entries().get(0).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3.4",
                "10.0.0.9",
                "100.64.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "169.254.1.1",
                "172.16.0.1",
                "192.0.0.8",
                "192.0.3.1",
                "192.168.0.1",
                "198.51.101.1",
                "203.0.112.255",
                "223.255.255.255"
            })
    void otherSourcesAreOrdinary(String source) throws IOException {
        assertEquals(
                Set.of(),
                Wrapped.onEthernet(Ping.between(source, "10.0.0.2").request(1)).ids());
    }

    @ParameterizedTest
    @CsvSource({
        "::, LOW",
        "::1, MEDIUM",
        "ff02::1, MEDIUM",
        "::ffff:10.0.0.1, LOW",
        "fec0::1, INFO",
        "2001:db8:ffff::1, INFO",
        "3fff:fff::1, INFO"
    })
    void soItIsInIpv6(String source, Severity severity) throws IOException {
        byte[] mapped = Ping.between("2001:4f8::1", "2001:4f8::2").request(1);
        if (source.startsWith("::ffff")) { // which Java would take for IPv4
            System.arraycopy(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 1}, 0, mapped, 8, 16);
        } else {
            mapped = Ping.between(source, "2001:4f8::2").request(1);
        }
        assertEquals(severity, Wrapped.onEthernet(mapped).only("MARTIAN").severity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db7::1", "2001:db9::1", "3ffe::1", "3fff:1000::1", "fd00::1", "fe80::1", "2002::1"})
    void otherSourcesOfIpv6AreOrdinary(String source) throws IOException {
        assertEquals(
                Set.of(),
                Wrapped.onEthernet(Ping.between(source, "2001:4f8::2").request(1))
                        .ids());
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, 1", "127.0.0.1, 1", "240.0.0.1, 1", "255.255.255.255, 0", "224.0.0.1, 0"})
    void aDestinationMayBeAGroupOrAll(String destination, int findings) throws IOException {
        Judged judged = Wrapped.onEthernet(Ping.between("10.0.0.1", destination).request(1));
        assertEquals(findings, judged.of("MARTIAN").size());
    }

    @ParameterizedTest
    @CsvSource({"64, 0", "255, 0", "63, 1", "250, 1"})
    void aLinkLocalAddressBehindARouterIsFound(int ttl, int findings) throws IOException {
        Ping four = Ping.between("169.254.1.1", "10.0.0.2").ttl(ttl);
        assertEquals(findings, Wrapped.onEthernet(four.request(1)).of("MARTIAN").size());
        Ping six = Ping.between("fe80::1", "2001:4f8::2").ttl(ttl);
        assertEquals(findings, Wrapped.onEthernet(six.request(1)).of("MARTIAN").size());
    }

    @Test
    void whoHasNoAddressYetAsksForOne() throws IOException {
        byte[] solicitation = Wrapped.icmp6("::", "ff02::1:ff00:1", 135, 0, Ping.address("fe80::1"));
        assertEquals(0, Wrapped.onEthernet(solicitation).of("MARTIAN").size());
        byte[] ofRouters = Wrapped.ip4("0.0.0.0", "255.255.255.255", Wrapped.message(10, 0, zeros(0)));
        assertEquals(0, Wrapped.onEthernet(ofRouters).of("MARTIAN").size());
        byte[] advertisement = Wrapped.icmp6("::", "ff02::1", 136, 0, Ping.address("fe80::1"));
        assertEquals(1, Wrapped.onEthernet(advertisement).of("MARTIAN").size());
    }

    @Test
    void loopbackAddressesAreRightOnALoopbackInterface() throws IOException {
        byte[] four = Ping.between("127.0.0.1", "127.0.0.1").request(1);
        byte[] six = Ping.between("::1", "::1").request(1);
        assertEquals(Set.of(), Wrapped.onLoopback(four, six).ids());
        assertEquals(Set.of(), Wrapped.packets(four, six).ids(), "raw IP does not tell which interface it is");
        Pcap bsd = Pcap.bigEndian().network(0).record(1, 0, join(new byte[] {2, 0, 0, 0}, four));
        assertEquals(Set.of(), Wrapped.judged(bsd).ids());
        assertEquals(Set.of("MARTIAN"), Wrapped.onEthernet(four).ids());
    }

    @Test
    void aPacketToItsOwnSourceIsFoundButNotOnALoopbackInterface() throws IOException {
        byte[] land = Ping.between("10.0.0.1", "10.0.0.1").request(1);
        Finding found = Wrapped.onEthernet(land, land).only("LAND");
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(2, found.evidence().count());
        assertEquals(Set.of(), Wrapped.onLoopback(land).ids());
        assertEquals(
                1,
                Wrapped.onEthernet(Ping.between("2001:4f8::1", "2001:4f8::1").request(1))
                        .of("LAND")
                        .size());
    }

    @ParameterizedTest
    @CsvSource({"15, INFO", "14, MEDIUM"})
    void aScannerThatSparesNobodyAsksItselfToo(int others, Severity severity) throws IOException {
        byte[][] packets = new byte[others + 1][];
        for (int i = 0; i <= others; i++) {
            packets[i] = Ping.between("10.0.0.1", "10.0.0." + (1 + i)).request(1);
        }
        assertEquals(severity, Wrapped.onEthernet(packets).only("LAND").severity());
    }

    @Test
    void groupsThatSendToThemselvesAreMartiansOnly() throws IOException {
        assertEquals(
                Set.of("MARTIAN"),
                Wrapped.ours(Judged.corpus("aa7eab4deb_rsmurf6.pcap")).ids());
    }

    @Test
    void theFilterSelectsByThePrefix() throws IOException {
        Finding found = Wrapped.onEthernet(Ping.between("240.0.0.1", "10.0.0.1").request(1))
                .only("MARTIAN");
        assertEquals("(icmp || icmpv6) && ip.src == 240.0.0.0/4", found.displayFilter());
        assertEquals(
                "1 message has such an address (240.0.0.0/4), which routers do not pass on: 240.0.0.1.",
                found.summary());
    }

    @Test
    void documentationIsToldOnceWhateverEndHasIt() throws IOException {
        Judged judged = Wrapped.onEthernet(
                Ping.between("192.0.2.1", "10.0.0.1").request(1),
                Ping.between("192.0.2.1", "10.0.0.1").reply(1));
        assertEquals(2, judged.only("MARTIAN").evidence().count());
    }
}
