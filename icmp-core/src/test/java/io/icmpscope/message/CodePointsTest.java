package io.icmpscope.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the tables is the registry's, as it was written down by hand in the test resources. */
class CodePointsTest {

    static Stream<IanaRow> everyType() {
        return everyRow().filter(row -> row.code() == null);
    }

    static Stream<IanaRow> everyCode() {
        return everyRow().filter(row -> row.code() != null);
    }

    private static Stream<IanaRow> everyRow() {
        return Stream.of(4, 6).flatMap(version -> IanaRow.of(version).stream());
    }

    @Test
    void theTablesHave98And114Rows() throws IOException {
        assertEquals(98, IanaRow.of(4).size());
        assertEquals(114, IanaRow.of(6).size());
        assertEquals(98, rowsOf("icmpv4.tsv"));
        assertEquals(114, rowsOf("icmpv6.tsv"));
    }

    private static long rowsOf(String table) throws IOException {
        try (InputStream bytes = CodePoints.class.getResourceAsStream(table)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .count()
                    - 1;
        }
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void aTypeHasItsRegisteredNameAndStatus(IanaRow row) {
        for (int type = row.firstType(); type <= row.lastType(); type++) {
            CodePoint point = CodePoints.type(row.version(), type);
            assertEquals(row.status(), point.status());
            if (row.status() == CodePoint.Status.UNASSIGNED) {
                assertEquals("Unassigned", point.ianaName());
                assertEquals("Unknown Type (" + type + ")", CodePoints.typeName(row.version(), type));
            } else {
                assertEquals(row.name(), point.ianaName());
                assertEquals(row.printed(), point.name());
                assertEquals(row.printed(), CodePoints.typeName(row.version(), type));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyCode")
    void aCodeHasItsRegisteredName(IanaRow row) {
        CodePoint point = CodePoints.code(row.version(), row.firstType(), row.code());
        assertNotNull(point);
        assertEquals(row.status(), point.status());
        String printed = CodePoints.codeName(row.version(), row.firstType(), row.code());
        if (row.isNamed()) {
            assertEquals(row.name(), point.ianaName());
            assertEquals(row.printed(), printed);
        } else {
            assertEquals("Code " + row.code(), printed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void everyTypeHasExactlyOneRow(int version) {
        List<Integer> types = IanaRow.of(version).stream()
                .filter(row -> row.code() == null)
                .flatMap(row ->
                        IntStream.rangeClosed(row.firstType(), row.lastType()).boxed())
                .toList();
        assertEquals(IntStream.rangeClosed(0, 255).boxed().toList(), types);
    }

    /** All 65,536 pairs: those that the registry does not list have no row, and are printed as numbers. */
    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void aCodeThatIsNotRegisteredIsUnknownWhereOthersHaveNamesElseANumber(int version) {
        List<IanaRow> codes =
                IanaRow.of(version).stream().filter(row -> row.code() != null).toList();
        Set<Integer> registered =
                codes.stream().map(row -> row.firstType() << 8 | row.code()).collect(Collectors.toSet());
        Set<Integer> typesWithNames =
                codes.stream().filter(IanaRow::isNamed).map(IanaRow::firstType).collect(Collectors.toSet());
        for (int pair = 0; pair < 0x10000; pair++) {
            int type = pair >> 8;
            int code = pair & 0xFF;
            if (!registered.contains(pair)) {
                assertNull(CodePoints.code(version, type, code), () -> "type " + type + " code " + code);
                String expected = typesWithNames.contains(type) ? "Unknown Code (" + code + ")" : "Code " + code;
                assertEquals(expected, CodePoints.codeName(version, type, code), () -> "type " + type);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4, 3, 16, Unknown Code (16)",
        "4, 8, 1, Code 1",
        "4, 1, 0, Code 0",
        "4, 9, 1, Unknown Code (1)",
        "4, 253, 7, Code 7",
        "6, 1, 10, Unknown Code (10)",
        "6, 128, 1, Code 1",
        "6, 151, 20, Code 20",
        "6, 42, 0, Code 0",
    })
    void anUnregisteredCodeIsNeverGuessed(int version, int type, int code, String expected) {
        assertEquals(expected, CodePoints.codeName(version, type, code));
    }

    @Test
    void theErrorsOfIcmpAreTheTypesThatQuoteADatagram() {
        assertEquals(Set.of(3, 4, 5, 11, 12, 31, 40), errors(4));
    }

    @Test
    void theErrorsOfIcmpv6AreTheTypesBelow128() {
        Set<Integer> expected = IntStream.rangeClosed(1, 127).boxed().collect(Collectors.toSet());
        assertEquals(expected, errors(6)); // 0 is reserved
    }

    private static Set<Integer> errors(int version) {
        return IntStream.rangeClosed(0, 255)
                .filter(type -> CodePoints.type(version, type).kind() == CodePoint.Kind.ERROR)
                .boxed()
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsNoTypeOrNoVersionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CodePoints.type(4, 256));
        assertThrows(IllegalArgumentException.class, () -> CodePoints.type(6, -1));
        assertThrows(IllegalArgumentException.class, () -> CodePoints.typeName(5, 0));
    }
}
