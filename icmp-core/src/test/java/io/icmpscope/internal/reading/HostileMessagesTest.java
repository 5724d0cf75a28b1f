package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.ExtendedEchoRequest;
import io.icmpscope.message.ExtensionStructure;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.ParameterProblem;
import io.icmpscope.message.TimeExceeded;
import io.icmpscope.message.UnknownMessage;
import io.icmpscope.report.Problem;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** No message makes a reader throw, leave its bytes or loop, whatever is in it. */
class HostileMessagesTest {

    private static final String QUOTE_4 = "45000400000000000111 0000 c0000201 c6336407 8235829b03ec0000";
    private static final String QUOTE_6 = "60000000 0400 00 01 20010db8000000000000000000000001"
            + "20010db8000000000000000000000002 2c00050200000100 3a000001 00000007 0100000000000000" + QUOTE_4;

    private static final List<String> OBJECTS = List.of(
            "0008 0101 18960101",
            "001c 020f 00000007 00010000 c0000209 0865746830000000 000005dc",
            "0008 0302 00000002",
            "0010 0303 4005 0600 02005e00000a 0000",
            "0008 0401 00000028",
            "0024 0506 00020000 20010db8000000000000000000000001 0c7231762e6578616d706c65",
            "0008 f701 deadbeef");

    @Property
    void noReaderLeavesTheBytesOfARandomMessage(
            @ForAll @IntRange(max = 255) int type,
            @ForAll boolean v6,
            @ForAll @Size(min = 1, max = 200) byte[] message) {
        message[0] = (byte) type;
        Said said = holds(v6 ? 6 : 4, message, message.length);
        Statistics.label("reader").collect(said.message() instanceof UnknownMessage ? "none" : "one");
        Statistics.label("reader").coverage(c -> c.check("one").percentage(p -> p > 10.0));
    }

    @Property
    void noReaderLeavesTheBytesOfAnAlmostValidError(
            @ForAll("errors4") byte[] message, @ForAll @IntRange(max = 20) int notCaptured) {
        coverErrors(holds(4, message, message.length + Math.max(0, notCaptured - 10)));
    }

    @Property
    void noReaderLeavesTheBytesOfAnAlmostValidErrorOfIcmpv6(
            @ForAll("errors6") byte[] message, @ForAll @IntRange(max = 20) int notCaptured) {
        coverErrors(holds(6, message, message.length + Math.max(0, notCaptured - 10)));
    }

    @Property
    void noReaderLeavesTheBytesOfAnAlmostValidQuery(@ForAll("others4") byte[] message) {
        Said said = holds(4, message, message.length);
        String kind = said.message() instanceof UnknownMessage
                ? "too short"
                : said.problems().isEmpty() ? "good" : "bad";
        Statistics.label("query").collect(kind);
        Statistics.label("query").coverage(c -> {
            c.check("good").percentage(p -> p > 10.0);
            c.check("bad").percentage(p -> p > 5.0);
        });
    }

    private static void coverErrors(Said said) {
        IcmpMessage message = said.message();
        boolean transport = message instanceof IcmpError error && error.quoted().transport() != null;
        ExtensionStructure structure = extensions(message);
        Statistics.label("quote").collect(transport ? "transport" : "none");
        Statistics.label("quote").coverage(c -> c.check("transport").percentage(p -> p > 20.0));
        String list = structure == null || structure.objects().isEmpty() ? "none" : "objects";
        Statistics.label("objects").collect(list);
        Statistics.label("objects").coverage(c -> c.check("objects").percentage(p -> p > 10.0));
        Statistics.label("problems").collect(said.problems().isEmpty() ? "none" : "some");
        Statistics.label("problems").coverage(c -> c.check("some").percentage(p -> p > 10.0));
    }

    private static ExtensionStructure extensions(IcmpMessage message) {
        if (message instanceof TimeExceeded exceeded) {
            return exceeded.extensions();
        }
        if (message instanceof ParameterProblem problem) {
            return problem.extensions();
        }
        if (message instanceof DestinationUnreachable unreachable) {
            return unreachable.extensions();
        }
        return message instanceof ExtendedEchoRequest request ? request.extensions() : null;
    }

    /** Reads the message again and again, between different bytes: who left it would see another. */
    private static Said holds(int version, byte[] message, int declared) {
        Said said = Said.by(version, message, declared, (byte) 0);
        assertEquals(said, Said.by(version, message, declared, (byte) 0x45));
        assertEquals(said, Said.by(version, message, declared, (byte) 0xFF));
        for (Problem problem : said.problems()) {
            int at = problem.byteOffset() - Said.FRAME_BYTES_BEFORE;
            assertTrue(at >= 0 && at <= declared, problem::toString);
            assertTrue(problem.needed() >= 0 && problem.had() >= 0, problem::toString);
        }
        return said;
    }

    @Provide
    Arbitrary<byte[]> errors4() {
        Arbitrary<String> header = Arbitraries.of(
                "0303 0000 0020 0000",
                "0b00 0000 0020 0000",
                "0c00 0000 1420 0000",
                "0304 0000 0000 0578",
                "0500 0000 c0000201",
                "2a00 0000 1234 0101",
                "0b00 0000 0000 0000",
                "0b00 0000 0007 0000");
        return errors(header, QUOTE_4);
    }

    @Provide
    Arbitrary<byte[]> errors6() {
        Arbitrary<String> header = Arbitraries.of(
                "0104 0000 10000000",
                "0300 0000 10000000",
                "0200 0000 00000500",
                "0400 0000 00000030",
                "a000 0000 1234 0101",
                "6400 0000 00000000");
        return errors(header, QUOTE_6);
    }

    /** A header, a quote padded to 128 bytes, a list of objects; then some bytes changed and the end cut. */
    private static Arbitrary<byte[]> errors(Arbitrary<String> header, String quote) {
        byte[] quoted = Arrays.copyOf(Said.bytes(quote), 128);
        String padded = HexFormat.of().formatHex(quoted);
        Arbitrary<String> objects = Arbitraries.of(OBJECTS).list().ofMaxSize(4).map(list -> String.join("", list));
        Arbitrary<byte[]> whole = Combinators.combine(header, objects)
                .as((start, list) -> start.startsWith("2a") || start.startsWith("a0")
                        ? Said.bytes(start, "20000000", list)
                        : Said.bytes(start, padded, "20000000", list));
        return damaged(whole);
    }

    @Provide
    Arbitrary<byte[]> others4() {
        return damaged(Arbitraries.of(
                        "0900 0000 02 02 0708 c0000201 00000064 c0000202 80000000 100a0001ffff8000c0000203 00 13021818",
                        "0900 0000 01 02 0708 c0000201 00000064 1300 1300 1300 00 00",
                        "2600 0000 1234 0003 ffffffff 03777777 076578616d706c65 00 0161 00 026162 00",
                        "1e00 0000 1234 0000 0005 0007 ffffffff 000005dc",
                        "1200 0000 1234 0002 ffffff00",
                        "2b00 0000 1234 0247")
                .map(Said::bytes));
    }

    private static Arbitrary<byte[]> damaged(Arbitrary<byte[]> whole) {
        Arbitrary<List<Integer>> places =
                Arbitraries.integers().between(0, 9999).list().ofMaxSize(3);
        Arbitrary<Byte> values = Arbitraries.bytes();
        Arbitrary<Integer> kept = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(10_000)),
                Tuple.of(1, Arbitraries.integers().between(0, 10_000)));
        return Combinators.combine(whole, places, values, kept).as((bytes, changed, value, perTenThousand) -> {
            byte[] damaged = Arrays.copyOf(bytes, Math.max(1, bytes.length * perTenThousand / 10_000));
            for (int place : changed) {
                int at = 1 + place % Math.max(1, damaged.length - 1);
                if (at < damaged.length) {
                    damaged[at] = value;
                }
            }
            return damaged;
        });
    }
}
