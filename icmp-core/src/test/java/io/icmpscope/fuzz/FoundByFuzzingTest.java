package io.icmpscope.fuzz;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.internal.wire.Fault;
import io.icmpscope.internal.wire.LinkTypes;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs at which a fuzz target has stopped once, with their bytes. */
class FoundByFuzzingTest {

    /** The check sequence at the end of a frame can begin before the end of its header: the rest is less than nothing. */
    @ParameterizedTest
    @CsvSource({
        "240, 080908000200, CUT_BY_CAPTURE", // a signal, as it was found
        "240, 000008000200, CUT_BY_CAPTURE",
        "240, 01000000, CUT_BY_CAPTURE",
        "274, D5, CUT_BY_CAPTURE",
        "274, 55D5, CUT_BY_CAPTURE"
    })
    void whereATrailerLeavesNothingNoPacketIsFound(int linkType, String frame, Fault last) throws IOException {
        List<byte[]> frames = List.of(hex(frame));
        PacketReading.holds(linkType, frames);
        List<Descent.Step> steps = Descent.from(LinkTypes.layer(linkType), frames.get(0));
        assertEquals(last, steps.get(steps.size() - 1).fault(), steps::toString);
        Pcap capture = Pcap.bigEndian().network(linkType).record(1, 0, frames.get(0));
        assertEquals(List.of(), Verdict.messages(capture.bytes()));
    }
}
