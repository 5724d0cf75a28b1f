package io.icmpscope.internal.analysis.finding.probe;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RplRuleTest {

    private static final String ROOT = "fe80::1";
    private static final String NODE = "fe80::2";

    @Test
    void tenSolicitationsInASecondAreFound() throws IOException {
        Finding flood = Judged.of(solicitations(10, 100)).only("RPL-ATTACK");
        assertEquals(Severity.MEDIUM, flood.severity());
        assertEquals(10, flood.evidence().measured().value());
        assertEquals("icmpv6.type == 155 && icmpv6.code in {0, 128} && ipv6.src == fe80::2", flood.displayFilter());
    }

    @Test
    void nineAreNoneNorTenInMore() throws IOException {
        assertEquals(List.of(), Judged.of(solicitations(9, 100)).of("RPL-ATTACK"));
        assertEquals(List.of(), Judged.of(solicitations(40, 112)).of("RPL-ATTACK"));
    }

    @Test
    void aVersionThatTheRootDoesNotKnowIsFound() throws IOException {
        Finding newer = Judged.of(objects(object(ROOT, 240, 256), object(NODE, 241, 512), object(ROOT, 240, 256)))
                .only("RPL-ATTACK");
        assertTrue(newer.title().startsWith("fe80::2 announced a version"), newer.title());
        assertEquals(List.of(2L), newer.evidence().frames());
    }

    @Test
    void aVersionOfTheRootThatOthersPassOnIsNone() throws IOException {
        assertEquals(
                List.of(),
                Judged.of(objects(
                                object(ROOT, 240, 256),
                                object(NODE, 240, 512),
                                object(ROOT, 241, 256),
                                object(NODE, 241, 512)))
                        .of("RPL-ATTACK"));
    }

    /** The capture may have missed it. */
    @Test
    void aVersionAfterWhichNothingIsHeardOfTheRootIsNone() throws IOException {
        assertEquals(
                List.of(),
                Judged.of(objects(object(ROOT, 240, 256), object(NODE, 241, 512)))
                        .of("RPL-ATTACK"));
    }

    @Test
    void aRankAsGoodAsTheRootsIsFound() throws IOException {
        Finding rank = Judged.of(objects(object(ROOT, 240, 256), object(NODE, 240, 256)))
                .only("RPL-ATTACK");
        assertTrue(rank.title().startsWith("fe80::2 claimed a rank"), rank.title());
    }

    @Test
    void ranksBehindTheRootsMayBecomeBetter() throws IOException {
        assertEquals(
                List.of(),
                Judged.of(objects(object(ROOT, 240, 256), object(NODE, 240, 1_024), object(NODE, 240, 512)))
                        .of("RPL-ATTACK"));
    }

    @Test
    void nothingIsSaidWhereNobodyIsKnownForTheRoot() throws IOException {
        assertEquals(
                List.of(),
                Judged.of(objects(object("fe80::3", 240, 256), object(NODE, 241, 128)))
                        .of("RPL-ATTACK"));
    }

    @Test
    void versionsGoRound() {
        assertTrue(RplRule.isNewer(241, 240));
        assertTrue(RplRule.isNewer(0, 255));
        assertTrue(RplRule.isNewer(5, 250));
        assertTrue(RplRule.isNewer(0, 127));
        assertFalse(RplRule.isNewer(240, 241));
        assertFalse(RplRule.isNewer(240, 3));
        assertFalse(RplRule.isNewer(127, 0));
        assertFalse(RplRule.isNewer(7, 7));
        assertFalse(RplRule.isNewer(100, 250));
    }

    private static byte[] solicitations(int count, double millis) {
        PingScene scene = new PingScene();
        for (int i = 0; i < count; i++) {
            scene.at(millis * i, Packets.packet(NODE, "ff02::1a", hex("9b00 0000 0000")));
        }
        return scene.bytes();
    }

    /** RFC 6550 section 6.3.1, of the graph that is called by the root's global address. */
    private static byte[] object(String node, int version, int rank) {
        byte[] message = join(
                hex("9b01 0000 1e"),
                Packets.n(1, version),
                Packets.n(2, rank),
                hex("90 05 00 00"),
                Ping.address("2001:db8::1"));
        return Packets.packet(node, "ff02::1a", message);
    }

    private static byte[] objects(byte[]... objects) {
        PingScene scene = new PingScene();
        for (int i = 0; i < objects.length; i++) {
            scene.at(1_000 * i, objects[i]);
        }
        return scene.bytes();
    }

    /** RFC 6550, section 7.2: from 240 to 255, then round from 0 to 127, and no further apart than 16. */
    @ParameterizedTest
    @CsvSource({
        "241, 240, true", "240, 240, false", "240, 241, false", "255, 128, true", "128, 128, false", "128, 127, false",
        "240, 5, false", "1, 0, true", "0, 0, false", "127, 111, true", "127, 110, false", "0, 127, true",
        "15, 127, true", "16, 127, false", "0, 255, true", "0, 240, true", "1, 240, false", "15, 255, true",
        "16, 255, false", "0, 128, false"
    })
    void versionsCountAroundALollipop(int one, int other, boolean newer) {
        assertEquals(newer, RplRule.isNewer(one, other), one + " after " + other);
    }
}
