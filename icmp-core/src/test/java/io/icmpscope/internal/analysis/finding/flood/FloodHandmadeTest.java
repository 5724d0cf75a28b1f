package io.icmpscope.internal.analysis.finding.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.Trace;
import io.icmpscope.internal.analysis.finding.Pinned;
import io.icmpscope.internal.analysis.finding.Wording;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that findings say of packets made by hand, where the lab has no recording. The packets were written to files, and
 * the display filters in the table given to tshark, which shows the frames that the table names; the sentences were read.
 */
class FloodHandmadeTest {

    private static final String HOST = "203.0.113.5";
    private static final String FAR = "198.51.100.7";

    private static Stream<Wording> handmade() throws IOException {
        return Wording.table(FloodHandmadeTest.class, "handmade.txt");
    }

    @ParameterizedTest
    @MethodSource("handmade")
    void ofPacketsMadeByHandTheFindingsSayWhatTheTableSays(Wording row) throws IOException {
        assertEquals(row.lines(), Wording.of(Judged.of(scene(row.capture())).of(row.kind())));
    }

    private static Stream<Pinned> thresholds() throws IOException {
        return Pinned.table(FloodHandmadeTest.class, "handmade-thresholds.txt");
    }

    @ParameterizedTest
    @MethodSource("thresholds")
    void whatIsMeasuredReachesAThresholdOfItsOwnValue(Pinned row) throws IOException {
        assertEquals(row, row.now(scene(row.capture())));
    }

    static byte[] scene(String name) {
        Scene scene = new Scene();
        return switch (name) {
            case "unasked" ->
                scene.rate(50, 100, i -> from(1 + i % 10).reply(i)).bytes();
            case "unasked-heard" ->
                scene.rate(50, 100, i -> from(1 + i % 10).reply(i))
                        .now(Ping.between("192.0.2.1", HOST).request(1))
                        .now(Ping.between("192.0.2.1", HOST).reply(1))
                        .bytes();
            case "unasked6" ->
                scene.rate(
                                50,
                                100,
                                i -> Ping.between("fd00::5", "fd00::1:" + i % 10)
                                        .reply(i))
                        .bytes();
            case "scattered" ->
                scene.rate(5, 20, i -> refused(1 + i, 5_000 + 7 * i)).bytes();
            case "scattered-pings" ->
                scene.rate(5, 20, FloodHandmadeTest::expired)
                        .now(Ping.between("192.0.2.1", HOST).reply(1))
                        .bytes();
            case "numbers" ->
                scene.rate(10, 20, i -> reset(3, 40_000, i * 0x0100_0000L)).bytes();
            case "refused" ->
                scene.rate(10, 30, i -> reset(3, 40_000 + i, i * 0x0123_4567L)).bytes();
            case "search" -> scene.rate(200, 400, i -> closed(20_000 + i)).bytes();
            case "group" ->
                scene.rate(1, 3, Ping.between("10.0.0.1", "239.1.2.3")::request).bytes();
            case "group6" ->
                scene.rate(1, 2, Ping.between("fd00::1", "ff0e::7")::request).bytes();
            case "as-group" ->
                scene.now(Ping.between("239.1.2.3", "10.0.0.1").reply(1)).bytes();
            case "to-group" ->
                scene.now(Trace.error(
                                "10.0.0.1",
                                3,
                                3,
                                Trace.between("239.1.2.3", "10.0.0.1").udp(64, 9)))
                        .bytes();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Ping from(int host) {
        return Ping.between(HOST, "198.51.100." + host);
    }

    /** About a datagram from some port of the host, by the one that it was for. */
    private static byte[] refused(int reporter, int port) {
        String far = "198.51.100." + reporter;
        return Trace.error(far, 3, 3, Trace.between(HOST, far).udp(64, port, 80, 0));
    }

    private static byte[] expired(int i) {
        byte[] request = from(1 + i).request(i);
        return Trace.error("192.0.2." + (1 + i), 11, 0, request);
    }

    private static byte[] reset(int code, int port, long sequence) {
        return Trace.error(FAR, 3, code, Trace.between(HOST, FAR).tcp(64, port, 179, sequence));
    }

    /** A resolver has nothing open at a port to which a name server seems to have sent something. */
    private static byte[] closed(int port) {
        return Trace.error(HOST, 3, 3, Trace.between(FAR, HOST).udp(64, 53, port, 0));
    }
}
