package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.message.RouterOption;
import io.icmpscope.report.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a problem is said to be, what is needed there and what is there; and that what just keeps a limit is none. */
class ProblemPlacesTest {

    private static final String ADDRESS = "20010db8 00000000 00000000 00000001";
    private static final String LINK_LOCAL = "fe800000 00000000 00000000 00000000";
    private static final String SOLICITATION = "85 00 0000 00000000";

    private static final String LABEL = "3f" + "61".repeat(63);

    /** An option begins at byte 8 of its message. A stands for an address, L for one of the link; "-" is no problem. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            03 04 80 80 00000e10 00000e10 00000000 A | -
            03 04 81 80 00000e10 00000e10 00000000 A | prefix-information 10 128 129 the prefix is longer than an address
            03 04 40 80 00000e10 00000e10 00000000 L | prefix-information 24 0 0 a link-local prefix is not to be advertised
            03 04 40 40 00000e10 00000e10 00000000 L | prefix-information 24 0 0 a link-local prefix is not to be advertised
            03 04 40 20 00000e10 00000e10 00000000 L | -
            03 04 40 40 00000e10 00000e11 00000000 A | prefix-information 16 3600 3601 the preferred lifetime is longer than the valid one
            03 04 3f 40 00000e10 00000e10 00000000 A | prefix-information 10 64 63 hosts make themselves addresses in prefixes of 64 bits only
            05 01 0000 00000500                      | -
            05 01 0000 000004ff                      | mtu 12 1280 1279 IPv6 needs a larger MTU
            09 05 0000 00000000 A A                  | -
            09 04 0000 00000000 A 20010db8 00000000  | address-list 32 16 8 the last address is cut by its option
            0b 04 03 00 A 20010db8 00000000 00 616263 | -
            0b 04 04 00 A 20010db8 00000000 00 616263 | cga 37 4 3 there is more padding than option
            15 01 0000 0001 00 00                    | -
            15 03 2000 0001 00 00 86 00 0000 40 00 0708 00000000 00000000 | -
            15 02 2000 0001 00 00 86 00 0000 40 00 0708 | pvd-id 16 16 8 the header in it is cut
            18 01 00 00 00000708                     | -
            18 01 01 00 00000708                     | route-information 8 16 8 the option is too short for its prefix
            18 02 40 00 00000708 20010db8 00000000   | -
            18 02 41 00 00000708 20010db8 00000000   | route-information 8 24 16 the option is too short for its prefix
            18 03 80 00 00000708 A                   | -
            18 03 81 00 00000708 A                   | route-information 10 128 129 the prefix is longer than an address
            18 01 00 10 00000708                     | route-information 11 0 0 the preference 10b is reserved, hosts ignore the option
            19 04 0000 00000258 A 20010db8 00000000  | rdnss 8 40 32 the length is even, so the last address is cut
            1d 01 00 04 00000000                     | -
            1d 01 00 05 00000000                     | handover-identifier 12 5 4 the value reaches beyond its option
            1f 02 0000 00000258 06 616161616161 00   | -
            1f 02 0000 00000258 07 61616161616161    | dnssl 24 1 0 a name has no end
            1f 02 0000 00000258 08 61616161616161    | dnssl 16 9 8 a label reaches beyond the end
            1f 02 0000 00000258 40 61616161616161    | dnssl 16 63 64 a label is too long, or compressed
            21 05 00 00 00 00 0000 A A               | -
            21 06 00 00 00 00 0000 A A 20010db8 00000000 | address-registration 8 40 48 no ownership verifier is longer than 32 bytes
            22 02 40 00 0000 0000 20010db8 00000000  | -
            22 02 41 00 0000 0000 20010db8 00000000  | 6lowpan-context 8 17 16 the option is too short for its prefix
            22 03 81 00 0000 0000 A                  | 6lowpan-context 10 128 129 the prefix is longer than an address
            26 02 0705 20010db8 00000000 00000000    | -
            26 02 0706 20010db8 00000000 00000000    | pref64 10 5 6 the prefix length code is reserved
            27 02 0008 00 00 00 00 0011223344556677  | -
            27 02 0009 00 00 00 00 0011223344556677  | crypto-id 16 9 8 the key reaches beyond its option
            28 01 0000 00000000                      | -
            28 01 0001 00000000                      | ndp-signature 16 1 0 the signature reaches beyond its option
            90 02 0000 00000708 0006 01 61 00 000000 | -
            90 02 0000 00000708 0007 01 61 00 000000 | encrypted-dns 16 7 6 a field reaches beyond its option
            90 02 0000 00000708 0004 01 61 00 00 0001 | encrypted-dns 22 1 0 a field reaches beyond its option
            05                                       | nd-option 8 8 1 an option of length 0 or of one byte ends the list
            05 00                                    | nd-option 8 8 0 an option of length 0 or of one byte ends the list
            05 01                                    | nd-option 8 8 2 it reaches beyond its message
            """)
    void ofAnOption(String option, String problem) {
        assertProblem(problem, read(SOLICITATION + option).problems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8a 01 0000 00000001 00 00 0000 00000000 00 00 07 40 00000003 A       | -
            8a 01 0000 00000001 00 00 0000 00000000 00 00 07 40 00000003 A 00    | router-renumbering 40 24 1 it ends too early
            8a 00 0000 00000001 00 00 0000 00000000 01 03 00 40 00 80 0000 A     | -
            8a 00 0000 00000001 00 00 0000 00000000 01 02 00 40 00 80 0000 A     | prefix-control 17 24 16 an operation is shorter than its first part
            8f 00 0000 0000 0001 04 00 0000 A                                    | -
            8f 00 0000 0000 0002 04 00 0000 A                                    | listener-report 28 20 0 it ends too early
            8f 00 0000 0000 0001 04 00 0002 A A                                  | listener-report 28 32 16 it ends too early
            91 00 0000 0001 0000 A                                               | -
            91 00 0000 0001 0000 A 20010db8                                      | home-agent-discovery 24 16 4 it ends too early
            9b 80 0000 00 00 00 00 0000                                          | rpl-security 4 8 6 it ends too early
            9b 80 0000 00 00 80 00 00000009                                      | rpl-security 4 17 8 it ends too early
            9b 02 0000 1e 40 00 07 20010db8                                      | rpl 8 16 4 it ends within the name of the graph
            9b 03 0000 1e 80 07 00 20010db8                                      | rpl 8 16 4 it ends within the name of the graph
            9b 02 0000 1e 40 00 07 20010db8 00000000 00000000                    | rpl 8 16 12 it ends within the name of the graph
            9b 03 0000 1e 00 07 00                                               | -
            9b 00 0000 00 00 09 01                                               | rpl-option 6 3 2 it reaches beyond its message
            9b 00 0000 00 00 09                                                  | rpl-option 6 2 1 it reaches beyond its message
            9b 00 0000 00 00 09 04 0000                                          | rpl-option 6 6 4 it reaches beyond its message
            9b 00 0000 00 00 09 00                                               | rpl-option 6 4 0 it is shorter than its layout
            9c 00 0000 02 01 0000 20010db8 00010000 000a 0e10                    | locator-update 20 12 0 it ends too early
            9f 00 0000 01 04                                                     | mpl 4 3 2 it ends within the information on a seed
            a0 00 0000 1234 01 01 2000                                           | icmp-extension 8 4 2 its captured bytes end too early
            a0 00 0000 1234 01 01 30000000                                       | icmp-extension 8 4 4 its version is 3, not 2
            a0 00 0000 1234 01 01 20000000 0009 f701 deadbeef                    | icmp-extension 12 9 8 an object is longer than the message
            a0 00 0000 1234 01 01 20000000 0009 f701 deadbeef 00                 | icmp-extension 12 12 9 the length of an object is no multiple of 4
            a0 00 0000 1234 01 01 20000000 000b f701 deadbeef 000000             | icmp-extension 12 12 11 the length of an object is no multiple of 4
            a0 00 0000 1234 01 01 20000000 000c 0303 0001 05 00 c0000201         | interface-identification 16 9 8 its address does not fit
            """)
    void ofAMessage(String message, String problem) {
        assertProblem(problem, read(message).problems());
    }

    /** A name has 255 bytes at most, its root included: RFC 1035 section 3.1. */
    @Test
    void ofANameThatIsTooLong() {
        String header = "1f 21 0000 00000258"; // 264 bytes, so that 256 are left
        assertProblem(
                "-",
                read(SOLICITATION + header + LABEL.repeat(3) + "3d" + "61".repeat(61) + "0000")
                        .problems());
        Said said = read(SOLICITATION + header + LABEL.repeat(3) + "3e" + "61".repeat(62) + "00");
        assertProblem("dnssl 208 255 256 a name is too long", said.problems());
        String before = String.join(".", List.of("a".repeat(63), "a".repeat(63), "a".repeat(63)));
        assertEquals(
                List.of(new RouterOption.DnsSearchList(600, List.of(before))),
                ((NeighborDiscovery) said.message()).options());
    }

    /** RFC 6550 section 6.1: signatures of 3072 bits at the levels 0 and 1, of 2048 at 2 and 3. */
    @ParameterizedTest
    @CsvSource({"c0, 384", "c2, 256"})
    void ofASignatureThatIsCut(String modeAndLevel, int bytes) {
        String security = "9b 80 0000 00 00 " + modeAndLevel + " 00 00000009";
        String signature = "00".repeat(bytes);
        assertProblem("-", read(security + "0000" + signature).problems());
        assertProblem(
                "rpl 12 2 1 it ends too early",
                read(security + "00" + signature).problems());
    }

    /** Reads a message twice, between bytes that are all 0 and bytes that are all 1. */
    private static Said read(String hex) {
        byte[] message = Said.bytes(hex.replace("A", ADDRESS).replace("L", LINK_LOCAL));
        Said said = Said.by(6, message, message.length, (byte) 0);
        assertEquals(said, Said.by(6, message, message.length, (byte) 0xFF));
        return said;
    }

    private static void assertProblem(String wanted, List<Problem> problems) {
        List<String> said = problems.stream()
                .map(problem -> String.join(
                        " ",
                        problem.layer(),
                        Integer.toString(problem.byteOffset() - Said.FRAME_BYTES_BEFORE),
                        Long.toString(problem.needed()),
                        Long.toString(problem.had()),
                        problem.message()))
                .toList();
        assertEquals(wanted.equals("-") ? List.of() : List.of(wanted), said);
    }
}
