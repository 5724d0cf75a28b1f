package io.icmpscope;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tower stands as it is drawn; and the rules that say so notice a tower that does not. */
class FloorsTest {
    private static final Floors FLOORS = new Floors("io.icmpscope");
    private static final JavaClasses TOWER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(FLOORS.root());

    @ParameterizedTest(name = "R{0}")
    @MethodSource("io.icmpscope.Floors#all")
    void aFloorUsesWhatIsBelowItNeverAboveNeverSideways(String floor) {
        FLOORS.usesOnlyWhatItMay(floor).check(TOWER);
    }

    @Test
    void everyClassHasAFloor() {
        FLOORS.everyClassHasAFloor().check(TOWER);
    }

    @Test
    void noPackagesUseEachOther() {
        FLOORS.noPackagesUseEachOther().check(TOWER);
    }

    @Test
    void nothingButJavaBaseIsUsed() {
        FLOORS.nothingButJavaBaseIsUsed().check(TOWER);
    }

    @Test
    void noInternalTypeIsInAPublicSignature() {
        FLOORS.noInternalTypeIsInAPublicSignature().check(TOWER);
    }

    @Test
    void theModuleExportsThreePackagesAndNeedsJavaBaseOnly() throws IOException {
        ModuleDescriptor module = descriptor();
        assertEquals(
                Set.of("io.icmpscope", "io.icmpscope.message", "io.icmpscope.report"),
                module.exports().stream().map(ModuleDescriptor.Exports::source).collect(toSet()));
        assertEquals(
                Set.of("java.base"),
                module.requires().stream()
                        .filter(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                        .map(Requires::name)
                        .collect(toSet()));
    }

    private static ModuleDescriptor descriptor() throws IOException {
        try (var bytes = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
            return ModuleDescriptor.read(bytes);
        }
    }

    /** The classes below {@code broken} break each rule once. */
    @Nested
    class ATowerBuiltWrong {
        private static final Floors FLOORS = new Floors("io.icmpscope.broken");
        private static final JavaClasses TOWER = new ClassFileImporter().importPackages(FLOORS.root());

        @Test
        void lookingUpIsSeen() {
            assertReported("LooksUp", FLOORS.usesOnlyWhatItMay(Floors.BYTES));
        }

        @Test
        void lookingSidewaysIsSeen() {
            assertReported("LooksSideways", FLOORS.usesOnlyWhatItMay(Floors.CAPTURE));
        }

        @Test
        void lookingDownIsAllowed() {
            FLOORS.usesOnlyWhatItMay(Floors.PACKET).check(TOWER);
        }

        @Test
        void aClassWithoutAFloorIsSeen() {
            assertReported("Homeless", FLOORS.everyClassHasAFloor());
        }

        @Test
        void aCycleIsSeen() {
            assertReported("LooksUp", FLOORS.noPackagesUseEachOther());
        }

        @Test
        void aModuleBesideJavaBaseIsSeen() {
            assertReported("Logs", FLOORS.nothingButJavaBaseIsUsed());
        }

        @Test
        void anInternalTypeInAPublicSignatureIsSeen() {
            ArchRule rule = FLOORS.noInternalTypeIsInAPublicSignature();
            assertReported("Leaks.argument(", rule);
            assertReported("Leaks.component(", rule);
            assertReported("Leaks.typeArgument(", rule);
            assertReported("Leaks.field", rule);
            assertReported("Leaks.<init>(", rule);
            assertEquals(5, violations(rule), "and what is private or package-private is not");
        }

        @Test
        void aFloorWithoutClassesIsSeen() {
            ArchRule rule = FLOORS.usesOnlyWhatItMay(Floors.ANALYSIS);
            assertThrows(AssertionError.class, () -> rule.check(TOWER));
        }

        private static void assertReported(String name, ArchRule rule) {
            var details = rule.evaluate(TOWER).getFailureReport().getDetails();
            assertTrue(details.stream().anyMatch(line -> line.contains(name)), () -> name + " is not in " + details);
        }

        private static int violations(ArchRule rule) {
            return rule.evaluate(TOWER).getFailureReport().getDetails().size();
        }
    }
}
