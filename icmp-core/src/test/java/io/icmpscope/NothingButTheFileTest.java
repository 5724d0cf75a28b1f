package io.icmpscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** An answer depends on the capture alone: not on what a name server says, nor on where the program runs. */
class NothingButTheFileTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.icmpscope");

    /** Trap 37: to look an address up tells its owner, and whoever listens, that it was found in a capture. */
    @Test
    void noClassLooksUpANameOrOpensAConnection() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "javax.naming..", "javax.net..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.channels\\.(Asynchronous)?(Server)?(Socket|Datagram)Channel");
        rule.check(CORE);
        JavaClasses looksUp = new ClassFileImporter().importClasses(Ping.class); // a test's own helper
        assertTrue(rule.evaluate(looksUp).hasViolation(), "a rule that sees nothing holds nothing");
    }

    /** Trap 28. */
    @Test
    void noClassKnowsATimeZone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(Local|Zoned|Offset|Zone|Clock).*")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Date.class, Calendar.class, TimeZone.class)
                .check(CORE);
    }

    /** Trap 28: nanoseconds since 1970 need 61 bits, and a double has 53. */
    @Test
    void aTimeIsExactToTheNanosecond() throws IOException {
        Ping ping = Ping.between("192.0.2.1", "192.0.2.2");
        byte[] capture = Pcap.littleEndian()
                .nanoseconds()
                .network(101)
                .record(1_700_000_000, 123_456_789, ping.request(1))
                .record(1_700_000_000, 123_456_790, ping.reply(1))
                .bytes();
        IcmpReport report = IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), AnalysisOptions.defaults());
        assertEquals(
                Instant.parse("2023-11-14T22:13:20.123456789Z"),
                report.packets().get(0).time());
        assertEquals(Duration.ofNanos(1), report.packets().get(1).rtt());
        assertEquals(Duration.ofNanos(1), report.capture().duration());
    }
}
