package io.icmpscope.internal.wire;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChecksumTest {

    @Test
    void theExampleOfRfc1071() {
        ByteBuffer bytes = ByteBuffer.wrap(hex("0001 f203 f4f5 f6f7")); // section 3: the sum is ddf2
        assertEquals(0xDDF2, Checksum.fold(Checksum.sum(bytes, 0, 8)));
    }

    @Test
    void noBytesHaveNoSum() {
        assertEquals(0, Checksum.fold(Checksum.sum(ByteBuffer.wrap(hex("ffffff")), 2, 2)));
    }

    @Test
    void manyOnesDoNotOverflow() {
        byte[] ones = new byte[262_144];
        Arrays.fill(ones, (byte) 0xFF);
        assertEquals(0xFFFF, Checksum.fold(Checksum.sum(ByteBuffer.wrap(ones), 0, ones.length)));
    }

    @Property(tries = 300)
    void theSumIsThatOfWordsAddedOneByOneWhereverTheyLie(
            @ForAll byte[] bytes, @ForAll @IntRange(max = 9) int at, @ForAll @IntRange(max = 9) int behind) {
        byte[] around = new byte[at + bytes.length + behind];
        Arrays.fill(around, (byte) 0x5A);
        System.arraycopy(bytes, 0, around, at, bytes.length);
        int folded = Checksum.fold(Checksum.sum(ByteBuffer.wrap(around), at, at + bytes.length));
        assertEquals(Ping.checksum(bytes), ~folded & 0xFFFF);
    }

    @Property(tries = 300)
    void sumsOfEvenPartsAddUp(@ForAll byte[] bytes, @ForAll @IntRange(max = 100) int words) {
        int at = Math.min(2 * words, bytes.length & ~1);
        ByteBuffer all = ByteBuffer.wrap(bytes);
        long parts = Checksum.sum(all, 0, at) + Checksum.sum(all, at, bytes.length);
        assertEquals(Ping.checksum(bytes), ~Checksum.fold(parts) & 0xFFFF);
    }

    /** RFC 6554: the first bytes of an address are those of another, and the sum is that of the address they make. */
    @Property(tries = 300)
    void anAddressInTwoPartsHasTheSumOfTheWhole(
            @ForAll @Size(16) byte[] address,
            @ForAll @IntRange(max = 15) int first,
            @ForAll @IntRange(max = 3) int gap) {
        byte[] apart = new byte[16 + gap];
        Arrays.fill(apart, (byte) 0x5A);
        System.arraycopy(address, 0, apart, 0, first);
        System.arraycopy(address, first, apart, first + gap, 16 - first);
        int folded = Checksum.fold(Checksum.address6(ByteBuffer.wrap(apart), 0, first, first + gap));
        assertEquals(Ping.checksum(address), ~folded & 0xFFFF);
    }

    @Test
    void theLastWordOfAnAddressInTwoPartsCounts() {
        byte[] address = hex("2001 0db8 0000 0000 0000 0000 0102 0304"); // 2001 + 0db8 + 0102 + 0304 = 31bf
        assertEquals(0x31BF, Checksum.fold(Checksum.address6(ByteBuffer.wrap(address), 0, 8, 8)));
        assertEquals(0x31BF, Checksum.fold(Checksum.address6(ByteBuffer.wrap(address), 0, 13, 13)));
    }
}
