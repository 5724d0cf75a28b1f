package io.icmpscope.internal.analysis.total;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.Dealt;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.PacketEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which messages are listed one by one. */
class PacketListTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    private static PingScene ten() {
        PingScene scene = new PingScene();
        for (int i = 1; i <= 10; i++) {
            scene.at(i, PING.request(i));
        }
        return scene;
    }

    /** The first to list is counted from 0. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, ''",
        "0, 1, 1",
        "0, 3, 1 2 3",
        "4, 3, 5 6 7",
        "8, 3, 9 10",
        "9, 1, 10",
        "10, 5, ''",
        "9223372036854775807, 5, ''",
        "9223372036854775806, 1, ''",
        "9, 2147483647, 10"
    })
    void soManyAreListedFromOneOn(long first, int most, String expected) throws Exception {
        AnalysisOptions options =
                AnalysisOptions.defaults().withFirstPacket(first).withMaxPackets(most);
        assertEquals(
                expected,
                String.join(
                        " ",
                        ten().report(options).packets().stream()
                                .map(packet -> String.valueOf(packet.packetNumber()))
                                .toList()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12})
    void theListIsInTheOrderOfTheCaptureWhoeverSawWhat(int parts) throws Exception {
        List<PacketEntry> packets = Dealt.merged(
                        ten().bytes(),
                        AnalysisOptions.defaults().withFirstPacket(1).withMaxPackets(8),
                        PacketLister::new,
                        parts)
                .packets;
        assertEquals(
                List.of(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L),
                packets.stream().map(PacketEntry::packetNumber).toList());
    }

    @Test
    void aRequestNamesTheFirstReplyToItEvenIfThatIsNotListed() throws Exception {
        PingScene scene = new PingScene()
                .at(0, PING.request(1))
                .at(1, PING.request(2))
                .at(2, PING.request(3))
                .at(3, PING.reply(2))
                .at(4, PING.reply(2)) // again
                .at(5, PING.reply(1))
                .at(6, PING.reply(3));
        List<PacketEntry> packets =
                scene.report(AnalysisOptions.defaults().withMaxPackets(2)).packets();
        assertEquals(Arrays.asList(6L, 4L), replies(packets));
        List<PacketEntry> later = scene.report(
                        AnalysisOptions.defaults().withFirstPacket(1).withMaxPackets(3))
                .packets();
        assertEquals(Arrays.asList(4L, 7L, null), replies(later));
    }

    private static List<Long> replies(List<PacketEntry> packets) {
        List<Long> frames = new ArrayList<>();
        packets.forEach(packet -> frames.add(packet.replyFrame()));
        return frames;
    }
}
