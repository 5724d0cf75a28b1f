package io.icmpscope.internal.analysis.finding.tunnel;

import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Finding;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Echo messages between two hosts, a second apart, with data that a test chooses. */
final class EchoScene {

    static final String ASKER = "192.0.2.1";
    static final String ASKED = "198.51.100.7";

    private final PingScene capture = new PingScene();
    private final Ping ping = Ping.between(ASKER, ASKED);
    private int next;

    /** Pings of which each reply has its own data; null stands for no reply. */
    EchoScene pings(int count, IntFunction<byte[]> asked, IntFunction<byte[]> answered) {
        for (int i = 0; i < count; i++) {
            byte[] answer = answered.apply(i);
            int number = next + 1;
            request(number, asked.apply(i));
            if (answer != null) {
                capture.at(1_000.0 * next - 970, ping.data(answer).reply(number));
            }
        }
        return this;
    }

    EchoScene request(int sequence, byte[] data) {
        capture.at(1_000.0 * next++, ping.data(data).request(sequence));
        return this;
    }

    EchoScene reply(int sequence, byte[] data) {
        capture.at(1_000.0 * next++, ping.data(data).reply(sequence));
        return this;
    }

    EchoScene identifier(int identifier) {
        ping.identifier(identifier);
        return this;
    }

    EchoScene ttl(int ttl) {
        ping.ttl(ttl);
        return this;
    }

    PingScene capture() {
        return capture.end();
    }

    List<Finding> found(String id) throws IOException {
        return Judged.of(capture().bytes()).of(id);
    }

    Finding only(String id) throws IOException {
        return Judged.of(capture().bytes()).only(id);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Bytes as encrypted data has them, the same ones at each call with the same numbers. */
    static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed * 7_919L + 17).nextBytes(bytes);
        return bytes;
    }

    /** An IPv4 packet of UDP, from the picture in RFC 791. */
    static byte[] packet(int seed, int length) {
        byte[] head = join(new byte[] {0x45, 0}, n(2, length), n(2, seed), new byte[] {0x40, 0, 64, 17});
        byte[] addresses = join(Ping.address("10.0.0.1"), Ping.address("10.0.0.2"));
        byte[] sum = n(2, Ping.checksum(join(head, n(2, 0), addresses)));
        return join(head, sum, addresses, random(seed, length - 20));
    }

    static byte[] n(int count, long value) {
        return number(ByteOrder.BIG_ENDIAN, count, value);
    }
}
