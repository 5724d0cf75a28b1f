package io.icmpscope.internal.analysis.echo;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is often counted wrong about pings. */
class EchoTrapsTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    /** Trap 6. */
    @Test
    void aReplyInAnotherVlanThanItsRequestIsItsReply() throws Exception {
        byte[] there = join(hex("020000000002 020000000001 8100 0005 0800"), PING.request(1));
        byte[] back = join(hex("020000000001 020000000002 8100 0006 0800"), PING.reply(1));
        byte[] capture =
                Pcap.bigEndian().record(1, 0, there).record(1, 700, back).bytes();
        IcmpReport report = IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), AnalysisOptions.defaults());
        EchoSession session = report.echo().sessions().entries().get(0);
        assertEquals(1, report.echo().sessions().total());
        assertEquals(1, session.received());
        assertEquals(Duration.ofNanos(700_000), session.rtt().max());
    }

    /** RFC 7348 section 5: each end of a tunnel may have its own number for what it sends. */
    @Test
    void aReplyFromAVirtualNetworkOfAnotherNumberIsItsReply() throws Exception {
        EchoSession session = new PingScene()
                .at(0, vxlan("000001", PING.request(1)))
                .at(1, vxlan("000002", PING.reply(1)))
                .session();
        assertEquals(1, session.received());
    }

    private static byte[] vxlan(String network, byte[] packet) {
        String udp = String.format("%04x", 8 + 8 + 14 + packet.length);
        String total = String.format("%04x", 20 + 8 + 8 + 14 + packet.length);
        return join(
                hex("45 00", total, "0000 0000 40 11 0000 cb007101 cb007102", "c000 12b5", udp, "0000"),
                hex("08 000000", network, "00", "020000000002 020000000001 0800"),
                packet);
    }

    /** Trap 6: the same identifier and sequence number between other hosts. */
    @Test
    void aReplyOfAHostThatWasNotAskedIsNoReplyOfAnother() throws Exception {
        EchoReport echo = new PingScene()
                .at(0, PING.request(1))
                .at(1, Ping.between("192.0.2.9", "192.0.2.2").reply(1))
                .end()
                .report()
                .echo();
        assertEquals(0, echo.received());
        assertEquals(1, echo.lost());
    }

    /** Trap 8: whoever captures one direction only sees no loss. */
    @Test
    void aCaptureOfRepliesOnlyTellsNothingOfLoss() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.reply(1))
                .at(1000, PING.reply(2))
                .end()
                .session();
        assertEquals(0, session.sent());
        assertEquals(0, session.lost());
        assertNull(session.lossPercent());
        assertNull(session.rtt());
        assertEquals(2, session.unsolicited());
    }

    /** Trap 29: of two requests one is answered, twice; ping prints 50 % loss and an average of 20 ms. */
    @Test
    void aDuplicateCountsInTheAverageAndNotInTheLoss() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.request(1))
                .at(10, PING.reply(1))
                .at(30, PING.reply(1))
                .at(1000, PING.request(2))
                .end()
                .session();
        assertEquals(50.0, session.lossPercent());
        assertEquals(1, session.lost());
        assertEquals(Duration.ofMillis(20), session.rtt().avg());
        assertEquals(Duration.ofMillis(10), session.rtt().mdev(), "of a sample it would be 14.142");
    }

    /** As ping counts it; the error itself is among the messages. */
    @Test
    void aRequestThatAnErrorAnswersIsLost() throws Exception {
        IcmpReport report = new PingScene()
                .at(0, PING.request(1))
                .at(5, about("03 01"))
                .end()
                .report();
        assertEquals(1, report.echo().lost());
        assertEquals(0, report.echo().received());
        assertEquals(1, report.echo().sessions().entries().get(0).errors());
        assertEquals(2, report.icmpPackets());
        assertEquals(List.of(1L), report.errors().entries().get(0).originalFrames());
    }

    /** A capture of two interfaces may hold them so. */
    @Test
    void aReplyThatStandsALittleBeforeItsRequestIsItsReply() throws Exception {
        EchoSession session = new PingScene()
                .at(5, PING.reply(1))
                .at(0, PING.request(1))
                .end()
                .session();
        assertEquals(0, session.unsolicited());
        assertEquals(1, session.received());
        assertEquals(Duration.ofMillis(5), session.rtt().avg());
    }

    @Test
    void aReplyThatStandsMoreThanTenMillisecondsBeforeItsRequestIsUnsolicited() throws Exception {
        EchoSession session = new PingScene()
                .at(10.001, PING.reply(1))
                .at(0, PING.request(1))
                .end()
                .session();
        assertEquals(1, session.unsolicited());
        assertEquals(1, session.lost());
    }

    /** Windows counts in its own byte order: 0x0100, 0x0200, ... 0xFF00, 0x0001. */
    @Test
    void sequenceNumbersInTheOtherByteOrderAreInOrderAllTheSame() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 1; i <= 600; i++) {
            int swapped = Short.toUnsignedInt(Short.reverseBytes((short) i));
            scene.at(100 * i, PING.request(swapped)).at(100 * i + 150, PING.reply(swapped));
        }
        EchoSession session = scene.end().session();
        assertEquals(600, session.received());
        assertEquals(0, session.outOfOrder());
        assertEquals(0, session.lost());
    }

    /** A message of a type and code about the first request, from 203.0.113.1. */
    private static byte[] about(String typeAndCode) {
        String head = "45 00 0040 0001 0000 40 01 0000 cb007101 c0000201";
        return join(hex(head, typeAndCode, "0000 00000000"), PING.request(1));
    }

    /** RFC 792: a redirect and a source quench, 5 and 4, go to the sender of what went on all the same. */
    @ParameterizedTest
    @CsvSource({"03 01, 1", "0b 00, 1", "0c 00, 1", "05 01, 0", "04 00, 0"})
    void anErrorEndsTheWaitingOfARequestAndARedirectOrAQuenchDoesNot(String typeAndCode, int errors) throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.request(1))
                .at(5, about(typeAndCode))
                .at(6, about(typeAndCode))
                .session();
        assertEquals(errors, session.errors(), "once for a request");
        assertEquals(errors, session.lost());
        assertEquals(1 - errors, session.pending());
    }

    @Test
    void anErrorAboutAnAnsweredRequestOrAnOldOneIsNone() throws Exception {
        EchoSession answered = new PingScene()
                .at(0, PING.request(1))
                .at(1, PING.reply(1))
                .at(5, about("03 01"))
                .session();
        assertEquals(0, answered.errors());
        for (int late = 0; late < 2; late++) {
            EchoSession session = new PingScene()
                    .at(0, PING.request(1))
                    .atNanos(59_999_999_999L + late, about("03 01"))
                    .end()
                    .session();
            assertEquals(1 - late, session.errors());
        }
    }
}
