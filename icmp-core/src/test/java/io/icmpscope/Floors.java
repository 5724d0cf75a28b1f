package io.icmpscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The tower as rules, for the classes below any root package: the program's, or those of a tower built wrong. */
record Floors(String root) {
    static final String DOOR = "";
    static final String ANALYSIS = ".internal.analysis";
    static final String PACKET = ".internal.packet";
    static final String READING = ".internal.reading";
    static final String CAPTURE = ".internal.capture";
    static final String WIRE = ".internal.wire";
    static final String BYTES = ".internal.bytes";
    static final String REPORT = ".report";
    static final String MESSAGE = ".message";

    /** The drawing. Beside what it says, a floor may use itself, the JDK and the annotations for the compiler. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            DOOR, Set.of(ANALYSIS, PACKET, READING, CAPTURE, WIRE, BYTES, REPORT, MESSAGE),
            ANALYSIS, Set.of(PACKET, READING, CAPTURE, WIRE, BYTES, REPORT, MESSAGE),
            PACKET, Set.of(READING, CAPTURE, WIRE, BYTES, REPORT, MESSAGE),
            READING, Set.of(WIRE, BYTES, REPORT, MESSAGE),
            CAPTURE, Set.of(BYTES, REPORT, MESSAGE),
            WIRE, Set.of(BYTES, REPORT, MESSAGE),
            BYTES, Set.of(REPORT, MESSAGE),
            REPORT, Set.of(MESSAGE),
            MESSAGE, Set.of());

    private static final Set<String> JAVA_BASE = Object.class.getModule().getPackages();

    static Stream<String> all() {
        return MAY_USE.keySet().stream().sorted();
    }

    ArchRule usesOnlyWhatItMay(String floor) {
        String[] allowed = Stream.concat(Stream.of(floor), MAY_USE.get(floor).stream())
                .map(this::packages)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(packages(floor))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAPackage(root + ".."))));
    }

    /** Without this rule a new package would stand beside the tower, and no other rule would see it. */
    ArchRule everyClassHasAFloor() {
        return classes().should().resideInAnyPackage(all().map(this::packages).toArray(String[]::new));
    }

    ArchRule noPackagesUseEachOther() {
        return slices().assignedFrom(packageByPackage()).should().beFreeOfCycles();
    }

    ArchRule nothingButJavaBaseIsUsed() {
        DescribedPredicate<JavaClass> javaBase =
                describe("are in java.base", type -> JAVA_BASE.contains(type.getPackageName()));
        return classes()
                .should()
                .onlyDependOnClassesThat(javaBase.or(resideInAnyPackage(root + "..", "org.jspecify.annotations")));
    }

    ArchRule noInternalTypeIsInAPublicSignature() {
        return classes()
                .that()
                .resideInAnyPackage(packages(DOOR), packages(REPORT), packages(MESSAGE))
                .should(new ShowOnly(not(resideInAPackage(root + ".internal.."))));
    }

    /** The exported packages are single packages, so that a package below one of them has no floor. */
    private String packages(String floor) {
        return root + floor + (floor.startsWith(".internal") ? ".." : "");
    }

    private static SliceAssignment packageByPackage() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }
}
