package io.icmpscope.internal.analysis.finding.tunnel;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.internal.analysis.finding.Views;
import io.icmpscope.internal.packet.PacketView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How the data of one echo is read. */
class DataScanTest {

    private static PacketView echo(byte[] data) throws IOException {
        return Views.of(Ping.between("192.0.2.1", "192.0.2.2").data(data).request(1));
    }

    /** Shannon's entropy, as a share of the logarithm of how many different bytes there can be. */
    @Test
    void entropyIsNoneOfOneByteAndAllOfDifferentOnes() throws IOException {
        assertEquals(0, entropy(zeros(64), 0));
        assertEquals(0, entropy(zeros(1), 0));
        assertEquals(1, entropy(hex("00ff"), 0), 1e-9);
        assertEquals(0.5, entropy(hex("0000ffff"), 0), 1e-9);
        assertEquals(1 / 6.0, entropy(join(zeros(32), hex("01".repeat(32))), 0), 1e-9);
        byte[] all = new byte[512];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertEquals(1, entropy(all, 0), 1e-9);
        assertEquals(1, entropy(join(zeros(99), all), 99), 1e-9);
        assertEquals(1, entropy(join(all, all, zeros(300)), 0), 1e-9, "of the first 1,024 bytes");
    }

    private static double entropy(byte[] data, int from) throws IOException {
        DataScan scan = new DataScan();
        scan.scan(echo(data), from);
        return scan.entropy();
    }

    @Test
    void textIsWhatCanBePrintedAndTheEndsOfLines() throws IOException {
        DataScan scan = new DataScan();
        scan.scan(echo(join(hex("00 1f 7f 80 0b"), " ~a\n\r\t".getBytes(StandardCharsets.US_ASCII))), 1);
        assertEquals(6, scan.textBytes);
        assertEquals(10, scan.bytes);
    }

    @Test
    void numbersAndTextsAreReadWithinTheData() throws IOException {
        PacketView echo = echo("abcdeadc0de".getBytes(StandardCharsets.US_ASCII));
        assertTrue(DataBytes.has(echo, 11));
        assertFalse(DataBytes.has(echo, 12));
        assertTrue(DataBytes.isAt(echo, 3, "deadc0de"));
        assertFalse(DataBytes.isAt(echo, 4, "eadc0def"));
        assertTrue(DataBytes.contains(echo, "c0de"));
        assertFalse(DataBytes.contains(echo, "c0ded"));
        assertTrue(DataBytes.contains(echo(join(zeros(128), hex("41"))), "A"), "begins at byte 128");
        assertFalse(DataBytes.contains(echo(join(zeros(129), hex("41"))), "A"));
    }
}
