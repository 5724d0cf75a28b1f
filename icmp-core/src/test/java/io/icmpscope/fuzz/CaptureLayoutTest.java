package io.icmpscope.fuzz;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.icmpscope.fuzz.CaptureLayout.Length;
import io.icmpscope.fuzz.CaptureLayout.Stretch;
import io.icmpscope.handmade.Bytes;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damage is done where it is meant to be done, and the same again for the same seed. */
class CaptureLayoutTest {

    private static final byte[] FRAME = hex("0102030405"); // five bytes, as everybody can see

    @Test
    void theFramesOfAPcapFileAreFoundAndTheLengthsBeforeThem() {
        CaptureLayout layout = CaptureLayout.of(
                Pcap.littleEndian().record(1, 0, FRAME).record(2, 0, FRAME).bytes());
        assertEquals(List.of(new Stretch(40, 45), new Stretch(61, 66)), layout.frames);
        assertEquals(
                List.of(32, 36, 53, 57), layout.lengths.stream().map(Length::at).toList());
    }

    @Test
    void theFramesOfAPcapngFileAreFoundAndTheLengthsOfItsBlocksAndOptions() {
        Pcapng file = Pcapng.bigEndian();
        byte[] capture = file.iface(1, 0, file.resolution(6))
                .packet(0, 0, FRAME)
                .simple(5, FRAME)
                .bytes();
        CaptureLayout layout = CaptureLayout.of(capture);
        assertEquals(List.of(new Stretch(84, 89), new Stretch(108, 113)), layout.frames);
        assertEquals(
                List.of(4, 24, 32, 52, 46, 60, 92, 76, 80, 100, 116, 104),
                layout.lengths.stream().map(Length::at).toList());
        assertEquals(
                List.of(28L, 28L, 28L, 28L, 1L, 40L, 40L, 5L, 5L, 24L, 24L, 5L),
                layout.lengths.stream().map(length -> length.read(capture)).toList());
    }

    @Test
    void behindDamageNothingIsFound() {
        byte[] capture = Pcap.bigEndian()
                .record(1, 0, FRAME)
                .record(2, 0, -1, 5, FRAME)
                .record(3, 0, FRAME)
                .bytes();
        assertEquals(1, CaptureLayout.of(capture).frames.size());
        assertEquals(0, CaptureLayout.of(Bytes.zeros(0)).frames.size());
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void theSameSeedDoesTheSameDamageAndLeavesTheOriginalAlone(Damage damage) {
        Pcap pcap = Pcap.bigEndian().network(101);
        for (int i = 0; i < 500; i++) { // one byte in 1000 is one at least
            pcap.record(i, 0, hex("4500001c 00010000 40010000 c0000201 c0000202 0800e5ca 12340001"));
        }
        byte[] whole = pcap.bytes();
        byte[] before = whole.clone();
        CaptureLayout layout = CaptureLayout.of(whole);
        byte[] damaged = damage.of(whole, layout, new SplittableRandom(7));
        assertArrayEquals(damaged, damage.of(whole, layout, new SplittableRandom(7)));
        assertArrayEquals(before, whole);
        assertFalse(Arrays.equals(whole, damaged), "damaged");
    }
}
