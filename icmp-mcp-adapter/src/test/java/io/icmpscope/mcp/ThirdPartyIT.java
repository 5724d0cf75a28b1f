package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.modelcontextprotocol.json.McpJsonDefaults;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The runnable jar says what of others is in it, and under which licence: by what Maven resolved. */
class ThirdPartyIT {

    private static final Path BILL = Path.of("target", "bom.json");
    private static final Path PARTS = Path.of("target", "parts.txt");
    private static final Pattern PART =
            Pattern.compile("(?m)^ +([\\w.-]+:[\\w.-]+):jar:([^:]+):(?:compile|runtime)\\b");
    private static final String OURS = "io.icmpscope";
    private static final Pattern LISTED = Pattern.compile("(?m)^([\\w.-]+:[\\w.-]+) +([\\w.|-]+) +\\S");

    @Test
    void everyPartIsListedAndNothingElse() throws IOException {
        Set<String> contained = new TreeSet<>();
        parts().forEach(part -> contained.add(part.substring(0, part.lastIndexOf(':'))));
        assertTrue(contained.size() > 20, () -> "so few: " + contained);
        assertEquals(
                contained, listed().keySet(), "META-INF/THIRD-PARTY.txt of the adapter has a line for each of these");
    }

    @Test
    void theBillOfMaterialsSaysTheSameOfPartsAndLicencesAndIsTheSameInEveryBuild() throws IOException {
        assumeTrue(Files.exists(BILL), "its plugin makes none while Maven is offline");
        Map<?, ?> bill = McpJsonDefaults.getMapper().readValue(Files.readString(BILL), Map.class);
        Map<String, String> billed = new TreeMap<>();
        for (Object entry : (List<?>) bill.get("components")) {
            Map<?, ?> component = (Map<?, ?>) entry;
            if (!component.get("group").equals(OURS)) {
                billed.put(component.get("group") + ":" + component.get("name"), licences(component));
            }
        }
        assertEquals(billed, listed());
        assertNull(bill.get("serialNumber"));
        assertNull(((Map<?, ?>) bill.get("metadata")).get("timestamp"));
    }

    @Test
    void theTextOfEveryLicenceIsInTheJarOrIsTold() throws IOException {
        String list = text("META-INF/THIRD-PARTY.txt");
        Set<String> licences = new TreeSet<>();
        LISTED.matcher(list)
                .results()
                .forEach(row -> licences.addAll(List.of(row.group(2).split("\\|"))));
        for (String licence : licences) {
            assertTrue(
                    Pattern.compile("(?m)^" + licence + " +\\S").matcher(list).find(), licence);
        }
        String texts = list.substring(list.indexOf("The licences, as identifiers"));
        Set<String> named = Pattern.compile("META-INF/[\\w.-]+")
                .matcher(texts)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(4, named.size(), named::toString);
        for (String file : named) {
            assertFalse(text(file).isBlank(), file);
        }
        assertTrue(text("META-INF/LICENSE").contains("Apache License"));
        assertTrue(text("META-INF/LICENSE.txt").contains("QOS.ch"));
    }

    @Test
    void noticesOfOursAndOfOthersAreTogether() throws IOException {
        String notice = text("META-INF/NOTICE");
        for (String whose :
                List.of("The icmpscope authors", "aircompressor", "Jackson JSON processor", "Apache HttpClient")) {
            assertTrue(notice.contains(whose), whose);
        }
        assertTrue(text("META-INF/NOTICE.txt").contains("Apache Commons Compress"));
    }

    /** Who builds a jar of other parts than Maven resolved, notices here. */
    @Test
    void whatTheJarSaysOfItsPartsIsAmongThem() throws IOException {
        Set<String> found = new TreeSet<>();
        try (JarFile jar = jar()) {
            for (ZipEntry entry : jar.stream().toList()) {
                if (entry.getName().endsWith("/pom.properties")) {
                    Properties part = new Properties();
                    part.load(new StringReader(text(entry.getName())));
                    found.add(part.getProperty("groupId") + ":" + part.getProperty("artifactId") + ":"
                            + part.getProperty("version"));
                }
            }
        }
        found.removeIf(part -> part.startsWith(OURS + ":"));
        assertTrue(found.size() > 15, found::toString);
        found.removeAll(parts());
        assertEquals(Set.of(), found);
    }

    /** What Maven puts into the jar, as group, name and version, without our own library. */
    private static Set<String> parts() throws IOException {
        return PART.matcher(Files.readString(PARTS))
                .results()
                .map(part -> part.group(1) + ":" + part.group(2))
                .filter(part -> !part.startsWith(OURS + ":"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> listed() throws IOException {
        return LISTED.matcher(text("META-INF/THIRD-PARTY.txt"))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> row.group(2), (one, two) -> one + " and " + two, TreeMap::new));
    }

    private static String licences(Map<?, ?> component) {
        return ((List<?>) component.get("licenses"))
                .stream()
                        .map(choice -> (Map<?, ?>) ((Map<?, ?>) choice).get("license"))
                        .map(licence -> (String) licence.get("id"))
                        .collect(Collectors.joining("|"));
    }

    private static JarFile jar() throws IOException {
        return new JarFile(System.getProperty("jar"));
    }

    private static String text(String name) throws IOException {
        try (JarFile jar = jar()) {
            ZipEntry entry = jar.getEntry(name);
            assertTrue(entry != null, () -> "the jar has no " + name);
            return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
