package io.icmpscope.internal.analysis.total;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.PacketEntry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketListerTest {

    private static final byte[] AGGREGATE =
            hex("8801 0000 020000000003 020000000001 020000000002 1000", "8000"); // IEEE 802.11 section 9.3.2.1

    @Test
    void ofTheRequestsInOneFrameOnlyTheOneThatIsAnsweredNamesTheReply() throws Exception {
        Ping one = Ping.between("192.0.2.1", "192.0.2.9");
        Ping other = Ping.between("192.0.2.2", "192.0.2.9");
        byte[] requests =
                join(AGGREGATE, carried(one.request(1)), carried(other.request(1)), carried(other.request(2)));
        byte[] reply = join(AGGREGATE, carried(other.reply(2)));
        byte[] capture = Pcap.bigEndian()
                .network(105)
                .record(1, 0, requests)
                .record(1, 1, reply)
                .bytes();
        List<PacketEntry> packets = IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), AnalysisOptions.defaults())
                .packets();
        assertEquals(
                Arrays.asList(null, null, 2L, null),
                packets.stream().map(PacketEntry::replyFrame).toList());
        assertEquals(1L, packets.get(3).requestFrame());
    }

    /** A part of an aggregate, whose length is a multiple of 4. */
    private static byte[] carried(byte[] packet) {
        byte[] data = join(hex("aaaa03 000000 0800"), packet);
        byte[] ends = hex("020000000002 020000000001");
        byte[] part = join(ends, number(ByteOrder.BIG_ENDIAN, 2, data.length), data);
        return join(part, new byte[-part.length & 3]);
    }
}
