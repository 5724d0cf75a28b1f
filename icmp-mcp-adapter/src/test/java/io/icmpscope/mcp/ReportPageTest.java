package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.command.Commands;
import io.icmpscope.mcp.command.Console;
import io.modelcontextprotocol.json.McpJsonDefaults;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code analyze --html} writes, without a browser: what is in it, and what is not. */
class ReportPageTest {

    private static final String ATTACK = "</script><img src=x onerror=alert(1)>{{script}}&\u2028<!--";
    private static final long TWO_MEGABYTES = 2_000_000;

    @TempDir
    private Path directory;

    private String out = "";
    private String err = "";

    @Test
    void itHoldsTheResultOfTheToolButForPacketEntries() throws IOException {
        String capture = Lab.capture("ping4-loss.pcap").toString();
        String page = page(capture);
        run(0, "analyze", "--json", capture);
        Map<?, ?> result = withoutTime(json(out));
        for (String ofEntries : List.of("packets", "packets_omitted", "next_offset", "note")) {
            assertTrue(result.remove(ofEntries) != null, ofEntries);
        }
        assertEquals(result, withoutTime(block(page, "report")));
    }

    /** 150 pings of one request each, of which the result of the tool has room for few. */
    @Test
    void itListsMoreThanTheResultOfTheTool() throws IOException {
        Path capture = directory.resolve("hosts.pcap");
        try (Generated pings = new Generated(capture)) {
            for (int host = 1; host <= 150; host++) {
                pings.v4(0x0a000001, 0x0a000100 + host, Generated.echo(8, host, 1));
                pings.v4(0x0a000100 + host, 0x0a000001, Generated.echo(0, host, 1));
            }
        }
        Map<?, ?> echo = (Map<?, ?>) block(page(capture.toString()), "report").get("echo");
        assertEquals(150, ((List<?>) echo.get("sessions")).size());
        assertFalse(echo.containsKey("sessions_omitted"));
    }

    @Test
    void itHoldsEveryAnswerAndLossOfAPing() throws IOException {
        Map<?, ?> first =
                (Map<?, ?>) ((List<?>) block(page(Lab.capture("ping4-loss.pcap").toString()), "series")
                                .get("rtt"))
                        .get(0);
        assertEquals(47, ((List<?>) first.get("sent_ms")).size());
        assertEquals(47, ((List<?>) first.get("rtt_ms")).size());
        assertEquals(
                13,
                ((List<?>) ((Map<?, ?>) first.get("losses")).get("counts"))
                        .stream().mapToInt(Integer.class::cast).sum());
    }

    /** The digests are of what a browser sees between the tags. */
    @Test
    void itsPolicyAllowsItsOwnStyleAndScriptAndNothingElse() throws Exception {
        String page = page(Lab.capture("ping4-loss.pcap").toString());
        String style = "'sha256-" + digest(group("(?s)<style>(.*?)</style>", page)) + "'";
        String script = "'sha256-" + digest(group("(?s)<script>(.*?)</script>", page)) + "'";
        assertEquals(
                "default-src 'none'; style-src " + style + "; script-src " + script
                        + "; img-src data:; base-uri 'none'; form-action 'none'",
                group("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"", page));
        assertEquals(3, Pattern.compile("(?i)<script").matcher(page).results().count());
        assertEquals(1, Pattern.compile("(?i)<style").matcher(page).results().count());
    }

    @Test
    void itAsksForNothingFromAnywhere() throws IOException {
        String page = page(Lab.capture("ping4-loss.pcap").toString());
        String made = page.replaceAll("(?s)<script type=\"application/json\".*?</script>", "");
        for (String asking : List.of(
                "\\ssrc=",
                "\\shref=",
                "url\\(",
                "@import",
                "fetch\\(",
                "XMLHttp",
                "WebSocket",
                "sendBeacon",
                "innerHTML =")) {
            assertFalse(Pattern.compile(asking).matcher(made).find(), asking);
        }
        assertTrue(made.contains("Copyright (c) 2022 Leon Sorokin"), "the licence of the charts");
    }

    @Test
    void whatACaptureSaysNeverBecomesMarkup() throws IOException {
        byte[] attack = ATTACK.getBytes(StandardCharsets.UTF_8);
        Path capture = HandMade.file(
                directory,
                "a.pcapng",
                HandMadePcapng.section(new HandMadePcapng.Option(1, attack))
                        .on(new HandMadePcapng.Option(2, attack), new HandMadePcapng.Option(11, attack))
                        .frame(0, HandMade.REQUEST_1)
                        .bytes());
        String page = page(capture.toString());
        assertFalse(page.contains("<img"), "raw markup");
        assertFalse(page.contains("\u2028"));
        assertEquals(3, Pattern.compile("</script").matcher(page).results().count());
        String read = block(page, "report").toString();
        assertTrue(read.contains("</script><img src=x onerror=alert(1)>{{script}}&"), "shown, not hidden");
    }

    /** A fifth of the requests is lost, one here and one there: as many points of answers and of losses as there can be. */
    @Test
    void itStaysBelowTwoMegabytesForLongPings() throws IOException {
        Path capture = directory.resolve("long.pcap");
        try (Generated pings = new Generated(capture)) {
            for (int sequence = 0; sequence < 6_000; sequence++) {
                for (int host = 1; host <= 30; host++) {
                    pings.v4(0x0a000001, 0x0a000100 + host, Generated.echo(8, host, sequence));
                    if ((sequence * 31 + host) % 97 > 19) {
                        pings.v4(0x0a000100 + host, 0x0a000001, Generated.echo(0, host, sequence));
                    }
                }
            }
        }
        String page = page(capture.toString());
        List<?> courses = (List<?>) block(page, "series").get("rtt");
        assertTrue(courses.size() >= 12 && courses.size() < 24, () -> courses.size() + " charts");
        assertTrue(((List<?>) ((Map<?, ?>) courses.get(0)).get("sent_ms")).size() > 500, "thinned, not gone");
        long bytes = page.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < TWO_MEGABYTES, () -> bytes + " bytes");
    }

    @Test
    void theReportIsPrintedBesideIt() throws IOException {
        String capture = Lab.capture("ping4-loss.pcap").toString();
        run(0, "analyze", capture);
        String text = out;
        run(0, "analyze", "--html", file("p.html"), capture);
        assertEquals(text, out);
        run(0, "analyze", "--json", "--html", file("p.html"), capture);
        assertEquals(109, json(out).get("icmp_packets_found"));
    }

    @Test
    void itGoesToStandardOutputInsteadOfTheText() throws IOException {
        String capture = Lab.capture("ping4-loss.pcap").toString();
        run(0, "analyze", "--html", "-", capture);
        assertTrue(out.startsWith("<!doctype html>") && out.endsWith("</html>\n"));
        run(2, "analyze", "--html", "-", "--json", capture);
        assertTrue(err.contains("both print to standard output"), err);
    }

    @Test
    void aCaptureWithoutMessagesHasAPageToo() throws IOException {
        Path capture = HandMade.file(directory, "none.pcap", HandMade.pcap().bytes());
        assertEquals(
                "No ICMP packets found in this capture",
                block(page(capture.toString()), "report").get("message"));
    }

    @Test
    void aPlaceWhereNoPageCanBeIsRefusedBeforeAnythingIsRead() throws IOException {
        Path capture = HandMade.file(directory, "a.pcap", HandMade.ping());
        Path other = HandMade.file(directory, "b.pcap", HandMade.ping());
        for (Map.Entry<String, String> refused : Map.of(
                        file("none/p.html"), "directory that does not exist",
                        capture.toString(), "a capture that is being read",
                        other.toString(), "exists and is no page",
                        directory.toString(), "is a directory")
                .entrySet()) {
            run(2, "analyze", capture.toString(), "--html", refused.getKey());
            assertTrue(err.contains(refused.getValue()), err);
            assertEquals("", out);
        }
        assertEquals(-1, Files.mismatch(capture, other));
    }

    @Test
    void aPageReplacesAnOlderOneAndLeavesNothingBesideIt() throws IOException {
        Path capture = HandMade.file(directory, "a.pcap", HandMade.ping());
        Files.writeString(directory.resolve("p.html"), "<!DOCTYPE HTML>old");
        run(0, "analyze", capture.toString(), "--html", file("p.html"));
        assertTrue(Files.readString(directory.resolve("p.html")).contains("\"report\""));
        assertEquals(List.of("a.pcap", "p.html"), names());
    }

    @Test
    void whatCannotBeWrittenWholeIsNotThereAndTheReportIsPrintedAllTheSame() throws IOException {
        Path capture = HandMade.file(directory, "a.pcap", HandMade.ping());
        String tooLong = file("n".repeat(250)); // room for itself, and none for what it is called until it is whole
        run(2, "analyze", capture.toString(), "--html", tooLong);
        assertTrue(err.startsWith("The page could not be written to "), err);
        assertFalse(err.contains("Exception"), err);
        assertTrue(out.contains("4 ICMP messages"), out);
        assertEquals(List.of("a.pcap"), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private String page(String capture) throws IOException {
        run(0, "analyze", "--html", file("page.html"), capture);
        return Files.readString(directory.resolve("page.html"));
    }

    private void run(int status, String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        StringWriter errors = new StringWriter();
        int ended = Commands.run(
                new Console(new ByteArrayInputStream(new byte[0]), printed, new PrintWriter(errors, true)), arguments);
        out = printed.toString(StandardCharsets.UTF_8);
        err = errors.toString();
        assertEquals(status, ended, err);
    }

    private static Map<?, ?> block(String page, String id) throws IOException {
        return json(group("(?s)<script type=\"application/json\" id=\"" + id + "\">(.*?)</script>", page));
    }

    private static Map<?, ?> json(String text) throws IOException {
        return McpJsonDefaults.getMapper().readValue(text, Map.class);
    }

    private static Map<?, ?> withoutTime(Map<?, ?> result) {
        Map<Object, Object> rest = new HashMap<>(result);
        assertTrue(rest.remove("analysis_timestamp") != null);
        return rest;
    }

    private static String group(String regex, String text) {
        var found = Pattern.compile(regex).matcher(text);
        assertTrue(found.find(), regex);
        return found.group(1);
    }

    private static String digest(String text) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
