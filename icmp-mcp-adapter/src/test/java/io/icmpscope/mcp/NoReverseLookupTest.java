package io.icmpscope.mcp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** Addresses of a capture stay addresses: a name server that is asked for their names learns that they were found. */
class NoReverseLookupTest {

    /** Trap 37. Names become addresses where a URL is fetched, never the other way round. */
    @Test
    void noAddressIsTurnedIntoAName() {
        noClasses()
                .should()
                .callMethod(InetAddress.class, "getHostName")
                .orShould()
                .callMethod(InetAddress.class, "getCanonicalHostName")
                .orShould()
                .callMethod(InetSocketAddress.class, "getHostName")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("javax.naming..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.icmpscope.mcp"));
    }
}
