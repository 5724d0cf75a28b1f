package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.message.Rpl;
import io.icmpscope.message.UnknownMessage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever stands in an informational message of ICMPv6, its reader stays within its bytes and does not throw. */
class InformationalMessagesPropertyTest {

    private static final int FIRST = 128; // types
    private static final int FIRST_READ = 130;
    private static final int LAST_READ = 159;
    private static final int SEAMOBY = 150; // the one between them that others read
    private static final int ROUTER_SOLICITATION = 133;
    private static final int LAST_OPTION = 42;
    private static final int UNASSIGNED_OPTION = 22;
    private static final int MAX_PROBLEMS = 32;

    /** The buffer ends with the message, so that reading beyond it throws. */
    @Property(tries = 4000)
    void noReaderLeavesTheBytes(@ForAll("messages") byte[] message, @ForAll("carriers") Carrier carrier) {
        MessageBytes in = new MessageBytes(ByteBuffer.wrap(message), 0, 0, message.length, message.length, carrier);
        IcmpMessage said = MessageTable.read(6, in);
        assertTrue(in.problems().size() <= MAX_PROBLEMS);
        collect(message[0] & 0xFF, said, in);
    }

    private static void collect(int type, IcmpMessage said, MessageBytes in) {
        boolean known = !(said instanceof UnknownMessage);
        Statistics.label("read").collect(known ? "record" : "unknown");
        Statistics.label("read").coverage(c -> {
            c.check("record").percentage(p -> p > 40.0);
            c.check("unknown").percentage(p -> p > 5.0);
        });
        Statistics.label("type").collect(known ? type : "unknown");
        Statistics.label("type").coverage(c -> {
            for (int each = FIRST_READ; each <= LAST_READ; each++) {
                if (each != SEAMOBY) {
                    c.check(each).count(n -> n > 0);
                }
            }
        });
        if (said instanceof NeighborDiscovery discovery) {
            Statistics.label("options").collect(discovery.options().isEmpty() ? "none" : "some");
            Statistics.label("options").coverage(c -> c.check("some").percentage(p -> p > 30.0));
        }
        if (said instanceof Rpl) {
            Statistics.label("rpl").collect(said instanceof Rpl.Other ? "other" : "read");
            Statistics.label("rpl").coverage(c -> c.check("read").percentage(p -> p > 10.0));
        }
        Statistics.label("problems").collect(in.problems().isEmpty() ? "none" : "some");
        Statistics.label("problems").coverage(c -> c.check("some").percentage(p -> p > 10.0));
    }

    @Property(tries = 3000)
    void noReaderLeavesItsOption(@ForAll("options") byte[] option) {
        byte[] message = Arrays.copyOf(new byte[] {(byte) ROUTER_SOLICITATION}, 8 + option.length);
        System.arraycopy(option, 0, message, 8, option.length);
        MessageBytes in = new MessageBytes(ByteBuffer.wrap(message), 0, 0, message.length);
        collect(((NeighborDiscovery) MessageTable.read(6, in)).options());
    }

    private static void collect(List<NdpOption> options) {
        for (NdpOption option : options) {
            Statistics.label("option").collect(option instanceof NdpOption.UnknownOption ? "unknown" : option.type());
        }
        Statistics.label("option").coverage(c -> {
            for (int each = 1; each <= LAST_OPTION; each++) {
                if (each != UNASSIGNED_OPTION) {
                    c.check(each).count(n -> n > 0);
                }
            }
            c.check("unknown").count(n -> n > 0);
        });
    }

    /** What lies around a message is not part of it. */
    @Property(tries = 500)
    void theBytesAroundAMessageDoNotChangeIt(@ForAll("messages") byte[] message, @ForAll byte around) {
        byte[] frame = new byte[message.length + 200];
        Arrays.fill(frame, around);
        System.arraycopy(message, 0, frame, 100, message.length);
        MessageBytes alone = new MessageBytes(ByteBuffer.wrap(message), 0, 0, message.length);
        MessageBytes among = new MessageBytes(ByteBuffer.wrap(frame), 100, 100, 100 + message.length);
        assertEquals(MessageTable.read(6, alone), MessageTable.read(6, among));
        assertEquals(alone.problems(), among.problems());
    }

    /** A prefix of a message is one that the capture has cut. */
    @Property(tries = 500)
    void everyPrefixOfAMessageIsSafe(@ForAll("messages") byte[] message) {
        for (int length = 1; length <= message.length; length++) {
            MessageBytes in = new MessageBytes(ByteBuffer.wrap(message, 0, length), 0, 0, length, message.length, null);
            MessageTable.read(6, in);
        }
    }

    @Provide
    Arbitrary<byte[]> messages() {
        Arbitrary<Integer> types =
                Arbitraries.frequencyOf(Tuple.of(12, oneOf(FIRST_READ, LAST_READ)), Tuple.of(1, oneOf(FIRST, 255)));
        Arbitrary<Integer> codes = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 4)),
                Tuple.of(1, Arbitraries.of(0x0A, 0x80, 0x81, 0x82, 0x83, 0x8A, 0xFF)));
        Arbitrary<byte[]> fixed = Combinators.combine(Arbitraries.of(2, 6, 10, 14, 22, 38, 60), bytes(60))
                .as((length, content) -> Arrays.copyOf(content, length)); // most layouts begin their lists there
        Arbitrary<byte[]> bodies = Arbitraries.frequencyOf(Tuple.of(2, optionLists()), Tuple.of(1, bytes(120)));
        Arbitrary<Integer> cuts = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(0, 40)));
        return Combinators.combine(types, codes, fixed, bodies, cuts).as((type, code, header, body, cut) -> {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            message.write(type);
            message.write(code);
            message.writeBytes(header);
            message.writeBytes(body);
            byte[] whole = message.toByteArray();
            return Arrays.copyOf(whole, Math.max(1, whole.length - cut));
        });
    }

    private static Arbitrary<byte[]> optionLists() {
        return anOption().list().ofMaxSize(8).map(InformationalMessagesPropertyTest::join);
    }

    @Provide
    Arbitrary<byte[]> options() {
        return anOption();
    }

    /** As neighbour discovery has them; their lengths are sometimes wrong. */
    private static Arbitrary<byte[]> anOption() {
        Arbitrary<Integer> types = Arbitraries.frequencyOf(
                Tuple.of(8, oneOf(1, LAST_OPTION)), Tuple.of(1, Arbitraries.of(0, 138, 144, 253)));
        Arbitrary<Integer> lies = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(-6, 250)));
        return Combinators.combine(types, oneOf(1, 6), lies, bytes(46)).as((type, unit, lie, content) -> {
            byte[] option = new byte[unit * 8];
            System.arraycopy(content, 0, option, 2, Math.min(content.length, option.length - 2));
            option[0] = (byte) (int) type;
            option[1] = (byte) Math.max(0, unit + lie);
            return option;
        });
    }

    /** Evenly, where jqwik by itself would prefer small numbers. */
    private static Arbitrary<Integer> oneOf(int first, int last) {
        return Arbitraries.of(IntStream.rangeClosed(first, last).boxed().toList());
    }

    private static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** Bytes of which many are small, as lengths and counts are. */
    private static Arbitrary<byte[]> bytes(int longest) {
        Arbitrary<Byte> small = Arbitraries.bytes().between((byte) 0, (byte) 8);
        return Arbitraries.frequencyOf(Tuple.of(1, small), Tuple.of(1, Arbitraries.bytes()))
                .array(byte[].class)
                .ofMaxSize(longest);
    }

    @Provide
    Arbitrary<Carrier> carriers() {
        return Combinators.combine(
                        Arbitraries.of(Written.LINK_LOCAL, Written.UNSPECIFIED, Written.ALL_NODES),
                        Arbitraries.of(Written.LINK_LOCAL, Written.ALL_NODES),
                        Arbitraries.of(1, 64, 255),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Carrier::new);
    }
}
