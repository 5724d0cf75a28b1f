package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which bit is which flag, as the RFCs draw them: every bit alone, none, and all. */
class FlagsTest {

    private static final String ADDRESS = "20010db8 00000000 00000000 00000001";
    private static final String ZEROES = "00000000 00000000 00000000 00000000";
    private static final Pattern TRUE = Pattern.compile("(\\w+)=true");

    /** The byte with the flags is ##, an address A, one of zeroes Z. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            managedAddresses=80 otherConfiguration=40 homeAgent=20 proxy=04 | 86 00 0000 40 ## 0708 00000000 00000000
            router=80 solicited=40 override=20                      | 88 00 0000 ## 000000 A
            onLink=80 autonomous=40 routerAddress=20 delegation=10  | 85 00 0000 00000000 03 04 40 ## 00000e10 00000708 00000000 Z
            registration=80                                         | 85 00 0000 00000000 17 03 1a ## 00000e10 A
            http=80 legacy=40                                       | 85 00 0000 00000000 15 01 ## 00 0001 00 00
            compression=10                                          | 85 00 0000 00000000 22 02 40 ## 0000 0001 20010db8 00000000
            sleeping=80 peerKnown=40                                | 85 00 0000 00000000 2a 01 0801 ## 002003
            suppressRouterProcessing=08                             | 82 00 0000 2710 0000 Z ## 7d 0000
            test=80 resultRequested=40 allInterfaces=20 siteSpecific=10 processedPreviously=08 | 8a 00 0000 00000001 00 ## 0000 00000000
            decrementValid=80 decrementPreferred=40                 | 8a 00 0000 00000001 00 00 0000 00000000 \
            02 07 00 40 00 80 0000 Z 40 00 00 00 00000e10 00000708 ## 000000 Z
            outOfBounds=02 forbidden=01                             | 8a 01 0000 00000001 00 00 0000 00000000 00 ## 07 40 00000003 Z
            managedAddresses=80 otherConfiguration=40               | 93 00 0000 0001 ## 00
            grounded=80                                             | 9b 01 0000 1e f0 0100 ## 05 00 00 A
            acknowledgmentWanted=80                                 | 9b 02 0000 1e ## 00 07 Z
            response=80                                             | 9b 8a 0000 00 00 00 00 00000009 01 1e ## 1234 A 0000004d 00112233
            counterIsTime=80                                        | 9b 80 0000 ## 00 00 00 00000009 01 00 00 deadbeef
            authenticated=08                                        | 9b 00 0000 00 00 04 0e ## 08 0c 0a 0700 0100 0001 00 ff 003c
            external=80                                             | 9b 02 0000 1e 00 00 07 06 04 ## 01 02 00
            onLink=80 autonomous=40 routerAddress=20 delegation=10  | 9b 00 0000 00 00 08 1e 40 ## 00000e10 00000708 00000000 Z
            local=01                                                | a0 00 0000 1234 01 ## 2000 0000
            active=04 ipv4=02 ipv6=01                               | a1 00 0000 1234 01 ##
            """)
    void aFlagIsTheBitThatItsStandardDraws(String flags, String message) {
        String hex = message.replace("A", ADDRESS).replace("Z", ZEROES);
        for (int bits : new int[] {0x00, 0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF}) {
            var wanted = Stream.of(flags.split(" "))
                    .map(flag -> flag.split("="))
                    .filter(flag -> (Integer.parseInt(flag[1], 16) & bits) != 0)
                    .map(flag -> flag[0])
                    .collect(Collectors.toCollection(TreeSet::new));
            String said = Written.read(hex.replace("##", String.format("%02x", bits)))
                    .message()
                    .toString();
            var raised = TRUE.matcher(said)
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(wanted, raised, () -> String.format("%02x: %s", bits, said));
        }
    }
}
