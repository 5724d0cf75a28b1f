package io.icmpscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.icmpscope.handmade.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What ICMP errors quote, and the extension objects behind it: RFC 4884. */
class QuotedDatagramFuzz {

    private static final int BODY = 8; // bytes: type, code, checksum and what is left of the first eight
    private static final int HEADER =
            3; // bytes of the input: which error, the length of its quote, how much was not captured

    private static final List<byte[]> ERRORS = List.of(
            Bytes.hex("0b00 0000 0000 0000"), // ICMP: time exceeded, unreachable twice, parameter problem, redirect
            Bytes.hex("0303 0000 0000 0000"),
            Bytes.hex("0304 0000 0000 05dc"),
            Bytes.hex("0c00 0000 1400 0000"),
            Bytes.hex("0501 0000 c000 0201"),
            Bytes.hex("0300 0000 0000 0000"), // ICMPv6: time exceeded, unreachable, parameter problem, too big, unknown
            Bytes.hex("0104 0000 0000 0000"),
            Bytes.hex("0400 0000 0000 0028"),
            Bytes.hex("0200 0000 0000 0500"),
            Bytes.hex("6400 0000 0000 0000"));
    private static final int FIRST_OF_ICMPV6 = 5;

    static Stream<byte[]> seeds() throws IOException {
        Stream<byte[]> quotes4 = Seeds.messages(4).stream().filter(message -> message[0] == 3 || message[0] == 11);
        Stream<byte[]> quotes6 = Seeds.messages(6).stream().filter(message -> message[0] >= 1 && message[0] <= 4);
        return Stream.concat(
                quotes4.filter(message -> message.length > BODY)
                        .map(message -> seed(message[0] == 11 ? 0 : 1, message[5], message)),
                quotes6.filter(message -> message.length > BODY)
                        .map(message -> seed(FIRST_OF_ICMPV6, message[4], message)));
    }

    private static byte[] seed(int error, byte quoteWords, byte[] message) {
        return Bytes.join(new byte[] {(byte) error, quoteWords, 0}, Bytes.slice(message, BODY, message.length));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15s")
    void noReaderLeavesItsQuoteOrItsObject(byte[] input) {
        if (input.length <= HEADER) {
            return;
        }
        int error = (input[0] & 0xFF) % ERRORS.size();
        int version = error < FIRST_OF_ICMPV6 ? 4 : 6;
        byte[] message = Bytes.join(ERRORS.get(error), Bytes.slice(input, HEADER, input.length));
        message[version == 4 ? 5 : 4] |= input[1]; // in words of four bytes, or of eight: RFC 4884 section 4
        MessageReading.of(version, message, input[2] & 0x7F, 0);
    }
}
