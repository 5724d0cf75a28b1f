package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.message.NdpOption;
import io.icmpscope.report.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of options that are made to hang, exhaust or mislead whoever reads them. */
class NdpOptionListTest {
    private static final String A1 = "20010db8 00000000 00000000 00000001"; // 2001:db8::1
    private static final String A2 = "20010db8 00000000 00000000 00000002";
    private static final String LL1 = "fe800000 00000000 00000000 00000001"; // fe80::1

    /** Trap 16. */
    @Test
    void anOptionOfLengthZeroEndsTheList() {
        Written written = Written.options("05 01 0000 000005dc", "01 00 00005e005301", "05 01 0000 000005dc");
        assertEquals(List.of(new NdpOption.Mtu(1500)), written.options());
        assertEquals(8, written.problem().needed());
        assertEquals(0, written.problem().had());
        assertEquals(Written.FRAME_BYTES_BEFORE + 16, written.problem().byteOffset());
    }

    /** Trap 16. */
    @Test
    void lengthsCountInUnitsOfEightBytes() {
        assertEquals(
                2,
                Written.options("0e 02 0102030405060708090a0b0c0d0e", "05 01 0000 000005dc")
                        .options()
                        .size());
    }

    @Test
    void aSingleByteAtTheEndIsNoOption() {
        Written written = Written.options("01");
        assertEquals(List.of(), written.options());
        assertEquals(1, written.problem().had());
    }

    @Test
    void anOptionBeyondItsMessageKeepsWhatIsThere() {
        Written written = Written.options("01 02 00005e005301");
        assertEquals(List.of(new NdpOption.UnknownOption(1, 16, "00005e005301")), written.options());
        assertEquals("it reaches beyond its message", written.problem().message());
    }

    @Test
    void anOptionCutByTheCaptureIsNotBlamedForIt() {
        Problem problem =
                Written.cut(24, "85 00 0000 00000000", "01 02 00005e005301").problem();
        assertEquals("its captured bytes end too early", problem.message());
        assertEquals(16, problem.needed());
        assertEquals(8, problem.had());
    }

    @Test
    void aMessageOfThousandsOfOptionsKeepsTheFirst1024() {
        Written written = Written.options("05 01 0000 000005dc".repeat(8000));
        assertEquals(1024, written.options().size());
        written.assertProblem("not kept");
    }

    @Test
    void aMessageOfThousandsOfProblemsKeepsTheFirst32() {
        Written written = Written.options("03 01 0000 00000000".repeat(8000));
        assertEquals(1024, written.options().size());
        assertEquals(32, written.problems().size());
    }
}
