package io.icmpscope.internal.analysis.finding.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Which signs speak for a tunnel, and how much, by the thresholds in FINDINGS.md. */
class ScoreTest {

    /** A row: what was seen, a sign, whether it is there. */
    @ParameterizedTest
    @CsvFileSource(resources = "signs.csv")
    void aSignIsThereFromItsThresholdOn(String seen, Sign sign, boolean there) throws Exception {
        assertEquals(there, SeenData.of(seen).score().has(sign));
    }

    @ParameterizedTest
    @CsvSource({
        "r.messages=0, 10, ",
        "q.patterns=10 r.text=90, 35, LOW",
        "q.lengths=8 r.text=90, 30, ",
        "q.patterns=10 q.lengths=8 q.longest=129 q.text=90, 55, LOW",
        "changed=2 q.lengths=8, 55, MEDIUM",
        "changed=2, 45, LOW",
        "changed=2 unsolicited=5 q.lengths=8, 70, MEDIUM",
        "changed=2 unsolicited=5 q.patterns=10, 75, HIGH",
        "r.embedded=1 r.longest=129, 55, MEDIUM"
    })
    void theScoreDecidesAndOfWhatComesBackUnchangedNothingIsGrave(String seen, int points, Severity severity)
            throws Exception {
        SeenData data = SeenData.of(seen);
        assertEquals(points, data.score().points());
        assertEquals(severity, TunnelRule.severity(data.seen(), data.score(), data.merged()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "changed=12|CHANGED|12 replies carry other data than their requests",
                "q.embedded=3 r.embedded=1|EMBEDDED|4 of 20 messages that were looked at carry the greeting of SSH",
                "r.embedded=1|EMBEDDED|1 of 20 messages that were looked at carry the greeting of SSH",
                "|EMBEDDED|0 of 20 messages that were looked at carry another protocol",
                "unsolicited=7|PUSHED|7 replies answer no request",
                "q.patterns=40|PATTERNS|40 pings have another pattern of data each",
                "q.lengths=9 r.lengths=8|LENGTHS|9 different lengths of data",
                "|UNKNOWN|data that no known ping sends",
                "|RANDOM|bytes like those of encrypted or compressed data",
                "|TEXT|data of readable text",
                "q.longest=1000 r.longest=1400|LONG|up to 1,400 bytes of data",
                "|NUMBERS|identifiers or sequence numbers that do not count up",
                "duplicates=3|SEVERAL|3 further replies to requests that were answered",
                "shown=250 seconds=10|FAST|25 messages a second",
                "|LOPSIDED|far more data in one direction than in the other"
            })
    void aSignIsToldWithItsFigure(String seen, Sign sign, String words) {
        assertEquals(words, sign.words(SeenData.of(seen == null ? "" : seen).seen()));
    }

    /** Twenty requests, 32 bytes on average, 10,000 bytes in all, and 10 percent answered, at most. */
    @ParameterizedTest
    @CsvSource({
        "received=0 q.messages=20 q.bytes=10000 r.messages=0, MEDIUM, LOW",
        "received=0 q.messages=19 q.bytes=10000 r.messages=0, ,",
        "received=0 q.messages=20 q.bytes=9999 r.messages=0, ,",
        "received=0 q.messages=400 q.bytes=12800 r.messages=0, MEDIUM, LOW",
        "received=0 q.messages=401 q.bytes=12800 r.messages=0, ,",
        "received=1 q.messages=20 q.bytes=10000 r.messages=0, MEDIUM, LOW",
        "received=2 q.messages=20 q.bytes=10000 r.messages=0, ,",
        "received=0 sent=0 q.messages=20 q.bytes=10000 r.messages=0, ,",
        "received=0 q.messages=20 q.bytes=10000 r.messages=0 q.sweep=1, ,",
        "received=0 q.messages=20 q.bytes=10000 r.messages=0 q.repeated=90, ,",
        "received=0 q.messages=20 q.bytes=10000 r.messages=0 heard=1, MEDIUM, LOW",
        "received=0 q.messages=20 q.bytes=10000 r.messages=0 heard=1 q.lengths=2, MEDIUM, MEDIUM",
        "received=0 q.messages=20 q.bytes=10000 r.messages=0 heard=1 irregular=50, MEDIUM, MEDIUM",
        "received=0 q.messages=20 q.bytes=10000 r.messages=0 heard=1 q.text=90, MEDIUM, MEDIUM",
        "received=0 q.messages=20 q.bytes=10000 r.messages=0 q.lengths=2, MEDIUM, LOW"
    })
    void muchDataToWhoHardlyAnswersIsExfiltration(String seen, String severity, String confidence) throws Exception {
        List<Finding> found = new ArrayList<>();
        new ExfiltrationRule().find(SeenData.of(seen).merged(), found::add);
        assertEquals(
                severity == null ? List.of() : List.of(severity + " " + confidence),
                found.stream()
                        .map(one -> one.severity() + " " + one.confidence())
                        .toList());
    }

    @Test
    void whereNobodyAnswersTheCaptureMayBeTheReason() throws Exception {
        List<Finding> found = new ArrayList<>();
        String alone = "received=0 q.messages=20 q.bytes=10000 r.messages=0";
        new ExfiltrationRule().find(SeenData.of(alone).merged(), found::add);
        new ExfiltrationRule().find(SeenData.of(alone + " heard=1").merged(), found::add);
        assertEquals(
                List.of(
                        "This capture has no echo replies at all: if it shows one direction only, they may have been"
                                + " answered. A test with random data to a host that is down looks the same too.",
                        "A test of the network with random data to a host that is down, or that answers no pings,"
                                + " looks the same."),
                found.stream().map(Finding::mayBeBenign).toList());
    }

    /** Up to four identifiers make it clearer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "identifiers=1|icmp.type in {0, 8} && ip.addr == 0.0.0.1 && ip.addr == 0.0.0.2 && icmp.ident == 7",
                "identifiers=4|icmp.type in {0, 8} && ip.addr == 0.0.0.1 && ip.addr == 0.0.0.2 && icmp.ident in {7, 7, 7, 7}",
                "identifiers=5|icmp.type in {0, 8} && ip.addr == 0.0.0.1 && ip.addr == 0.0.0.2",
                "more=1|icmp.type in {0, 8} && ip.addr == 0.0.0.1 && ip.addr == 0.0.0.2",
                "version=6|icmpv6.type in {128, 129} && ipv6.addr == ::1 && ipv6.addr == ::2"
                        + " && icmpv6.echo.identifier == 7"
            })
    void theFilterShowsTheEchoesOfBoth(String seen, String filter) {
        assertEquals(filter, SeenData.of(seen).seen().filter());
    }
}
