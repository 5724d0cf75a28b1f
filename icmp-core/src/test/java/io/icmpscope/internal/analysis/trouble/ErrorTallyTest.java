package io.icmpscope.internal.analysis.trouble;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.internal.analysis.trouble.Told.error4;
import static io.icmpscope.internal.analysis.trouble.Told.error6;
import static io.icmpscope.internal.analysis.trouble.Told.ported4;
import static io.icmpscope.internal.analysis.trouble.Told.udp4;
import static io.icmpscope.internal.analysis.trouble.Told.udp6;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.ErrorGroup.Flow;
import io.icmpscope.report.ErrorGroup.Ports;
import io.icmpscope.report.Limits;
import io.icmpscope.report.Listing;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTallyTest {

    private static final String HERE = "192.0.2.1";
    private static final String THERE = "198.51.100.7";
    private static final String ROUTER = "203.0.113.1";

    @Test
    void errorsOfOneReporterAndKindAboutOneFlowAreOneGroup() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 12; i++) { // from another port each time, as clients ask
            scene.at(1_000 * i, error4(THERE, 3, 3, 0, udp4(HERE, 40_000 + i, THERE, 53)));
        }
        scene.at(20_000, error4(ROUTER, 3, 1, 0, udp4(HERE, 40_000, THERE, 53)));
        List<ErrorGroup> groups = scene.report().errors().entries();
        assertEquals(2, groups.size());
        ErrorGroup first = groups.get(0);
        assertEquals(12, first.count());
        assertEquals(THERE, first.reporter().toString());
        assertEquals(List.of(4, 3, 3), List.of(first.icmpVersion(), first.icmpType(), first.icmpCode()));
        assertFlow(HERE + " " + THERE + " 17 null 53 null null", first.original());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L), first.frames());
        assertEquals("1970-01-01T00:16:40Z", String.valueOf(first.firstTime()));
        assertEquals("1970-01-01T00:16:51Z", String.valueOf(first.lastTime()));
    }

    @Test
    void anErrorAboutAPingNamesItsIdentifier() throws Exception {
        byte[] ping = cut(Ping.between(HERE, THERE).identifier(4711).request(1), 28);
        assertFlow(
                HERE + " " + THERE + " 1 null null null 4711",
                only(error4(ROUTER, 3, 1, 0, ping)).original());
    }

    @Test
    void answersOfAServiceAreToldApartByItsPortAndNotByTheirClients() throws Exception {
        PingScene scene = new PingScene();
        for (int port = 50_000; port < 50_005; port++) {
            scene.at(port, error4(HERE, 3, 3, 0, udp4(THERE, 53, HERE, port)));
        }
        List<ErrorGroup> groups = scene.report().errors().entries();
        assertEquals(1, groups.size());
        assertFlow(THERE + " " + HERE + " 17 53 null null null", groups.get(0).original());
    }

    @ParameterizedTest
    @CsvSource({
        "11, 0, 33434, true",
        "11, 0, 45000, true",
        "3, 3, 33434, true",
        "3, 13, 33500, true",
        "3, 3, 33535, false",
        "3, 3, 45000, false",
        "11, 1, 45000, false"
    })
    void thePortsThatATracerouteCountsUpAreNotToldApart(int type, int code, int port, boolean joined) throws Exception {
        Listing<ErrorGroup> errors = new PingScene()
                .at(0, error4(ROUTER, type, code, 0, udp4(HERE, 40_000, THERE, port)))
                .at(1, error4(ROUTER, type, code, 0, udp4(HERE, 40_000, THERE, port + 1)))
                .report()
                .errors();
        assertEquals(joined ? 1 : 2, errors.total());
        Flow first = errors.entries().get(0).original();
        assertEquals(joined ? new Ports(port, port + 1) : null, first.destinationPorts());
        assertEquals(joined ? null : port, first.destinationPort());
    }

    @Test
    void aProbeOfTcpIsToldApartByItsPort() throws Exception {
        byte[] probe = ported4(Told.TCP, HERE, 40_000, THERE, 33_434, 60);
        assertEquals(33_434, only(error4(ROUTER, 11, 0, 0, probe)).original().destinationPort());
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "11, 1"})
    void moreThanTenPortsAreOneGroup(int ports, int groups) throws Exception {
        PingScene scene = new PingScene();
        for (int port = 1; port <= ports; port++) {
            scene.at(port, error4(THERE, 3, 3, 0, udp4(HERE, 40_000, THERE, port)));
        }
        Listing<ErrorGroup> errors = scene.report().errors();
        assertEquals(groups, errors.total());
        assertEquals(groups, errors.entries().size());
        Flow flow = errors.entries().get(0).original();
        assertEquals(groups == 1 ? new Ports(1, 11) : null, flow.destinationPorts());
        assertEquals(
                ports, errors.entries().stream().mapToLong(ErrorGroup::count).sum());
    }

    @Test
    void moreThanTenIdentifiersAreOneGroup() throws Exception {
        PingScene scene = new PingScene();
        for (int id = 1; id <= 11; id++) {
            byte[] ping = cut(Ping.between(HERE, THERE).identifier(id).request(1), 28);
            scene.at(id, error4(ROUTER, 3, 1, 0, ping));
        }
        Listing<ErrorGroup> errors = scene.report().errors();
        assertEquals(1, errors.total());
        assertNull(errors.entries().get(0).original().identifier());
    }

    @Test
    void anErrorThatQuotesNothingIsListedWithoutAnOriginal() throws Exception {
        byte[] quoted = udp4(HERE, 40_000, THERE, 53);
        byte[] bare = hex("45 00 001c 0001 0000 40 01 0000 cb007101 c0000201", "03 01 0000 00000000");
        assertFlow("null null null null null null null", only(bare).original());
        assertFlow(HERE + " null 17 null null null null", onlyWithQuote(cut(quoted, 16)));
    }

    private static Flow onlyWithQuote(byte[] quoted) throws Exception {
        return only(error4(ROUTER, 3, 1, 0, quoted)).original();
    }

    @Test
    void everyIcmpv6TypeBelow128IsListedAndRedirectsAreNot() throws Exception {
        byte[] unknown = error6("2001:db8::fe", 100, 0, 0, udp6("2001:db8::1", "2001:db8::7", 100));
        assertEquals(100, only(unknown).icmpType());
        byte[] redirect = error4(ROUTER, 5, 1, 0xC0000202L, udp4(HERE, 40_000, THERE, 53));
        assertEquals(0, new PingScene().at(0, redirect).report().errors().total());
    }

    @Test
    void originalsThatWereCapturedAreNamed() throws Exception {
        byte[] capture = new PingScene()
                .at(0, error4(ROUTER, 3, 1, 0, udp4(HERE, 40_000, THERE, 53)))
                .at(1, error4(ROUTER, 3, 1, 0, udp4(HERE, 40_000, THERE, 53)))
                .bytes();
        ErrorTally tally = new ErrorTally(AnalysisOptions.defaults());
        try (PacketPump pump = new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture))))) {
            assertTrue(pump.next());
            assertEquals(-1, pump.view().originalFrame());
            pump.view().original(77);
            tally.see(pump.view());
            assertTrue(pump.next());
            assertEquals(-1, pump.view().originalFrame(), "that of the message before");
            tally.see(pump.view());
        }
        List<ErrorGroup> groups =
                Told.draft(tally, AnalysisOptions.defaults()).errors.entries();
        assertEquals(List.of(77L), groups.get(0).originalFrames());
    }

    @Test
    void aFloodOfDifferentFlowsIsBoundedAndSaysSo() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 100_000; i++) {
            String to = "10." + (i >> 16) + "." + (i >> 8 & 0xFF) + "." + (i & 0xFF);
            scene.at(i * 0.01, error4(ROUTER, 3, 1, 0, udp4(HERE, 40_000, to, 53)));
        }
        AnalysisOptions options = AnalysisOptions.defaults()
                .withLimits(Limits.defaults().withEntries(1_000).withListed(50));
        var report = scene.report(options);
        assertEquals(50, report.errors().entries().size());
        assertTrue(report.errors().estimated());
        assertEquals(100_000, report.errors().total(), 15_000);
        assertTrue(report.limitsHit().stream().anyMatch(hit -> hit.limit().equals("flows that errors are about")));
    }

    @Property(tries = 200)
    void whatIsListedDependsNeitherOnTheOrderNorOnThePartition(
            @ForAll @Size(min = 8, max = 60) List<@IntRange(max = 30) Integer> ports,
            @ForAll @IntRange(min = 1, max = 2) int reporters,
            @ForAll @IntRange(min = 2, max = 4) int parts,
            @ForAll Random random)
            throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < ports.size(); i++) {
            int port = ports.get(i);
            scene.at(i, error4("203.0.113." + i % reporters, 3, 3, 0, udp4(HERE, 40_000, THERE, 1 + port)));
        }
        AnalysisOptions options = AnalysisOptions.defaults();
        ErrorTally whole = new ErrorTally(options);
        Told.show(scene.bytes(), number -> whole);

        List<ErrorTally> partition = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            partition.add(new ErrorTally(options));
        }
        Told.show(scene.bytes(), number -> partition.get(random.nextInt(parts)));
        Collections.shuffle(partition, random);
        ErrorTally merged = partition.remove(0);
        partition.forEach(merged::merge);

        Listing<ErrorGroup> expected = Told.draft(whole, options).errors;
        assertEquals(expected, Told.draft(merged, options).errors);
        boolean joined =
                expected.entries().stream().anyMatch(group -> group.original().destinationPorts() != null);
        Statistics.label("ports").collect(joined ? "joined" : "apart");
        Statistics.label("ports").coverage(c -> {
            c.check("joined").percentage(share -> share > 10);
            c.check("apart").percentage(share -> share > 10);
        });
    }

    private static ErrorGroup only(byte[] packet) throws Exception {
        List<ErrorGroup> groups =
                new PingScene().at(0, packet).report().errors().entries();
        assertEquals(1, groups.size());
        return groups.get(0);
    }

    /** Source, destination, protocol, source port, destination port, destination ports, identifier. */
    private static void assertFlow(String expected, Flow flow) {
        assertEquals(
                expected,
                flow.source() + " " + flow.destination() + " " + flow.protocol() + " " + flow.sourcePort() + " "
                        + flow.destinationPort() + " " + flow.destinationPorts() + " " + flow.identifier());
    }
}
