package io.icmpscope.mcp;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The adapter asks at the core's three doors. On the class path nothing else would keep it from going round them. */
class DoorsTest {
    @Test
    void theAdapterUsesTheThreeExportedPackagesOfTheCoreOnly() {
        usesTheDoorsOf("io.icmpscope")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.icmpscope.mcp"));
    }

    @Test
    void anAdapterThatReachesInsideIsSeen() {
        String root = "io.icmpscope.mcp.broken";
        var seen = usesTheDoorsOf(root)
                .evaluate(new ClassFileImporter().importPackages(root))
                .getFailureReport()
                .getDetails();
        assertEquals(1, seen.size());
        assertTrue(seen.get(0).contains("ReachesInside"), seen::toString);
    }

    private static ArchRule usesTheDoorsOf(String root) {
        var doors = resideInAnyPackage(root, root + ".message", root + ".report");
        var itself = resideInAPackage(root + ".mcp..");
        var others = not(resideInAPackage(root + ".."));
        return classes()
                .that(itself)
                .should()
                .onlyDependOnClassesThat(doors.or(itself).or(others));
    }
}
