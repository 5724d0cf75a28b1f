package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class InternetChecksumTest {

    /** RFC 1071, section 3. */
    private static final byte[] EXAMPLE = Bytes.of("00 01 f2 03 f4 f5 f6 f7");

    @Test
    void theExampleOfTheRfcHasTheSumOfTheRfc() {
        long sum = InternetChecksum.sum(ByteBuffer.wrap(EXAMPLE), 0, EXAMPLE.length);
        assertEquals(0x2ddf0, sum);
        assertEquals(0xddf2 ^ 0xFFFF, InternetChecksum.complement(sum));
    }

    @Test
    void anOddLastByteIsTheUpperHalfOfAWord() {
        assertEquals(0x0001 + 0xf200, InternetChecksum.sum(ByteBuffer.wrap(EXAMPLE), 0, 3));
    }

    @Test
    void aNumberHasTheSumOfItsBytes() {
        assertEquals(0x2ddf0, InternetChecksum.sum(0x0001_f203_f4f5_f6f7L));
    }
}
