package io.icmpscope.internal.analysis.payload;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.internal.analysis.payload.DataRulesTest.holds;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.Dealt;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.PayloadClassCount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule about data up to its edge: one byte, one second less or more, and it is not met. */
class PayloadEdgesTest {

    private static final String REST =
            "10111213 14151617 18191a1b 1c1d1e1f 20212223 24252627"; // of iputils, from 16 on

    /** A time of two big-endian 64-bit numbers before the fill of iputils. */
    @ParameterizedTest
    @CsvSource({
        "0, 400000000, 0, linux-iputils", // 1982-09-04, in a capture without a clock
        "0, 399999999, 0, other",
        "0, 4294967295, 999999, linux-iputils",
        "0, 4294967296, 0, other",
        "0, 1700000000, 1000000, other",
        "0, 1700000000, -1, other",
        "399999999, 1700000000, 0, linux-iputils",
        "400000000, 1700000000, 0, other", // a capture that has a clock
        "400000000, 400003600, 0, linux-iputils",
        "400000000, 400003601, 0, other"
    })
    void aTimeIsOneSinceThereIsPingAndIfTheCaptureHasAClockNearIt(
            long captured, long seconds, long micros, String expected) throws Exception {
        String data = String.format("%016x%016x", seconds, micros) + REST;
        assertEquals(List.of(expected), names(capture(captured, hex(data), 1_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "00000000 6553f100 00000000 0000d431, time-first", // 16 bytes of 64-bit numbers are a time, and 15 none
        "00000000 6553f100 00000000 0000d4, other",
        "6553f100 0000d431, time-first",
        "6553f100 0000d4, other",
        "00f15365 31d40000, time-first",
        "0200000000000000 00f1536500000000 31d4000000000000, fping",
        "0200000000000000 00f1536500000000 31d40000000000, other",
        "aaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaa, cyberkit",
        "aaaaaaaaaaaaaaaa aaaaaaaaaaaaaa, constant"
    })
    void aTimeOrFillNeedsAllItsBytes(String data, String expected) throws Exception {
        assertEquals(List.of(expected), names(capture(1_700_000_000, hex(data), 1_000)));
    }

    /** Windows counts from a to w; what ends earlier counts, too. */
    @ParameterizedTest
    @CsvSource({
        "abcdefghijklmnopqrstuvw, 1, incrementing",
        "abcdefghijklmnopqrstuvwa, 1, windows",
        "The quick brown , 3, repeated-pattern", // 16 bytes, which is the most
        "The quick brown f, 3, other",
        "ab, 4, repeated-pattern",
        "ab, 3, other", // six bytes are too few
        "xSolarWinds, 1, solarwinds",
        "xsolarWinds, 1, other"
    })
    void aPatternOrAWordIsKnownUpToItsEdge(String text, int times, String expected) throws Exception {
        byte[] data = text.repeat(times).getBytes(StandardCharsets.US_ASCII);
        assertEquals(List.of(expected), names(capture(1, data, 1_000)));
    }

    @ParameterizedTest
    @CsvSource({"48, repeated-pattern", "47, other"})
    void aPatternThatIsThereNotQuiteThreeTimesIsNone(int bytes, String expected) throws Exception {
        byte[] data = cut("The quick brown ".repeat(3).getBytes(StandardCharsets.US_ASCII), bytes);
        assertEquals(List.of(expected), names(capture(1, data, 1_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "abcd", "abcd5678"})
    void aPatternHasToLastToTheEnd(String pattern) throws Exception {
        byte[] whole = pattern.repeat(100).getBytes(StandardCharsets.US_ASCII);
        assertEquals(List.of("repeated-pattern"), names(capture(1, whole, 1_000)));
        for (int last = 1; last <= 8; last++) {
            byte[] broken = whole.clone();
            broken[whole.length - last] = '!';
            assertEquals(List.of("other"), names(capture(1, broken, 1_000)), pattern + " but for the last " + last);
        }
    }

    @ParameterizedTest
    @CsvSource({"7, not-captured", "8, other"})
    void ofDataThatWasCutEightBytesAreEnough(int bytes, String expected) throws Exception {
        byte[] data = "SSH-2.0-OpenSSH_9.6".getBytes(StandardCharsets.US_ASCII);
        assertEquals(List.of(expected), names(capture(1, data, bytes)));
    }

    /** Where nothing of the word stands it is not looked for byte by byte, but behind it is. */
    @ParameterizedTest
    @CsvSource({"..............WANG2, true", "..............wANG2, false", "WANG, false", "AWWANG2, true"})
    void aWordIsFoundBehindOtherBytes(String text, boolean found) throws Exception {
        byte[] data = text.getBytes(StandardCharsets.US_ASCII);
        assertEquals(found, holds(data, echo -> DataRules.contains(echo, Word.of("WANG2"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9})
    void whatSeveralPartsSawIsCountedWithTheFirstFrameOfAll(int parts) throws Exception {
        Ping ping = Ping.between("192.0.2.1", "192.0.2.2");
        PingScene scene = new PingScene();
        for (int i = 0; i < 7; i++) {
            scene.at(i, ping.data(i < 2 ? "WANG2" : i < 4 ? "ISSPNGRQ" : "ping").request(i));
        }
        List<PayloadClassCount> classes = Dealt.merged(
                        scene.bytes(), AnalysisOptions.defaults(), PayloadTally::new, parts)
                .payloadClasses
                .entries();
        assertEquals(
                List.of("other 3 5", "iss-pinger 2 3", "wang2 2 1"),
                classes.stream()
                        .map(one -> one.name() + " " + one.count() + " " + one.exampleFrame())
                        .toList());
    }

    /** One ping, of whose data so many bytes are captured at most. */
    private static byte[] capture(long second, byte[] data, int most) {
        byte[] request = Ping.between("192.0.2.1", "192.0.2.2").data(data).request(1);
        byte[] kept = cut(request, Math.min(request.length, 28 + most));
        return Pcap.bigEndian()
                .network(101)
                .record(second, 0, kept.length, request.length, kept)
                .bytes();
    }

    private static List<String> names(byte[] capture) throws Exception {
        return Dealt.whole(capture, AnalysisOptions.defaults(), PayloadTally::new).payloadClasses.entries().stream()
                .map(PayloadClassCount::name)
                .toList();
    }
}
