package io.icmpscope.internal.analysis.finding.probe;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.slice;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.provider.EnumSource;

class CovertFieldRuleTest {

    private static final String TEXT = "The treasure is under the old oak tree";

    /** Where a character may stand. */
    enum Carrier {
        SEQUENCE("sequence numbers"),
        HIGH_BYTE("sequence numbers"),
        TTL("times to live"),
        IDENTIFICATION("IP identifications"),
        CODE("codes"),
        IDENTIFIER("identifiers");

        private final String words;

        Carrier(String words) {
            this.words = words;
        }

        byte[] carry(int value, int count) {
            return switch (this) {
                case SEQUENCE -> packet(64, count, echo(0, 7, value));
                case HIGH_BYTE -> packet(64, count, echo(0, 7, value << 8));
                case TTL -> packet(value, count, echo(0, 7, count));
                case IDENTIFICATION -> packet(64, value, echo(0, 7, count));
                case CODE -> packet(64, count, echo(value, 7, count));
                case IDENTIFIER -> packet(64, count, echo(0, value, count));
            };
        }

        private static byte[] echo(int code, int identifier, int sequence) {
            return Packets.echo(8, code, identifier, sequence, Packets.ascii("abcdefgh"));
        }

        private static byte[] packet(int ttl, int identification, byte[] message) {
            return Packets.packet("10.0.0.1", "10.0.0.2", ttl, identification, message);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "IDENTIFIER", mode = EnumSource.Mode.EXCLUDE)
    void textInAFieldIsFound(Carrier carrier) throws IOException {
        Finding text = Judged.of(scene(carrier, TEXT)).only("COVERT-FIELD");
        assertEquals(Severity.LOW, text.severity());
        assertTrue(text.summary().contains("The " + carrier.words + " of "), text.summary());
        assertEquals(10, text.evidence().frames().size());
        assertEquals(
                "icmp.type == 8 && ip.src == 10.0.0.1 && ip.dst == 10.0.0.2 && icmp.ident == 7", text.displayFilter());
    }

    /** Each letter once, as a session is as long as its identifier is the same. */
    @Test
    void textInIdentifiersIsFoundWhereEveryPingHasItsOwn() throws IOException {
        Finding text =
                Judged.of(scene(Carrier.IDENTIFIER, "Sphinx of black quartz")).only("COVERT-FIELD");
        assertTrue(text.summary().contains("The identifiers of "), text.summary());
        assertEquals("icmp.type == 8 && ip.src == 10.0.0.1 && ip.dst == 10.0.0.2", text.displayFilter());
    }

    @Test
    void fifteenCharactersAreNone() throws IOException {
        assertEquals(
                List.of(), Judged.of(scene(Carrier.TTL, TEXT.substring(0, 16))).of("COVERT-FIELD"));
        assertEquals(
                1,
                Judged.of(scene(Carrier.TTL, TEXT.substring(0, 17)))
                        .of("COVERT-FIELD")
                        .size());
    }

    @ParameterizedTest
    @EnumSource
    void whatCountsIsNone(Carrier carrier) throws IOException {
        StringBuilder counted = new StringBuilder();
        for (int round = 0; round < 3; round++) {
            for (char c = ' '; c <= '~'; c++) {
                counted.append(c);
            }
        }
        assertEquals(List.of(), Judged.of(scene(carrier, counted.toString())).of("COVERT-FIELD"));
    }

    @Test
    void twoPingsOfOneIdentifierAreNone() throws IOException {
        StringBuilder mixed = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            mixed.append((char) (' ' + i)).append((char) ('P' + i));
        }
        assertEquals(
                List.of(), Judged.of(scene(Carrier.SEQUENCE, mixed.toString())).of("COVERT-FIELD"));
    }

    @Test
    void pathsOfDifferentLengthAreNone() throws IOException {
        assertEquals(List.of(), Judged.of(scene(Carrier.TTL, "6567".repeat(20))).of("COVERT-FIELD"));
    }

    @Test
    void unusedBytesOfErrorsAreFoundWhenTheyDiffer() throws IOException {
        Finding unused = Judged.of(errors(5, i -> "4865 6c" + (10 + i))).only("COVERT-FIELD");
        assertEquals(Severity.LOW, unused.severity());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), unused.evidence().frames());
        assertEquals("icmp.type == 3 && ip.src == 10.0.0.9", unused.displayFilter());
        assertEquals(List.of(), Judged.of(errors(4, i -> "4865 6c" + (10 + i))).of("COVERT-FIELD"));
    }

    @Test
    void aConstantInThemIsGoodToKnow() throws IOException {
        Finding unused = Judged.of(errors(9, i -> "0000 05dc")).only("COVERT-FIELD");
        assertEquals(Severity.INFO, unused.severity());
    }

    /** RFC 4884. */
    @Test
    void theLengthOfTheQuoteIsInUse() throws IOException {
        assertEquals(
                List.of(), Judged.of(errors(9, i -> "00" + (10 + i) + " 0000")).of("COVERT-FIELD"));
    }

    private interface Words {
        String of(int i);
    }

    private static byte[] errors(int count, Words words) {
        PingScene scene = new PingScene();
        byte[] quoted = slice(Ping.between("10.0.0.1", "10.0.0.2").request(1), 0, 28);
        for (int i = 0; i < count; i++) {
            byte[] message = join(hex("0301 0000", words.of(i)), quoted, zeros(200));
            scene.at(i, Packets.packet("10.0.0.9", "10.0.0.1", message));
        }
        return scene.bytes();
    }

    private static byte[] scene(Carrier carrier, String text) {
        PingScene scene = new PingScene();
        for (int i = 0; i < text.length(); i++) {
            scene.at(20_000.0 * i, carrier.carry(text.charAt(i), i));
        }
        return scene.bytes();
    }
}
