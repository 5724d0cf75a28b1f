package io.icmpscope.mcp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureAccessTest {
    private static final CaptureAccess ACCESS = new CaptureAccess(AccessRules.defaults(), (host, call) -> List.of());

    @TempDir
    private Path directory;

    @Test
    void anAbsolutePathOfARegularFileIsOpened() throws Exception {
        Path file = Files.createFile(directory.resolve("a.pcap"));
        assertEquals(file, ACCESS.file(file.toString()));
        assertEquals(file, CaptureAccess.commandLine(file.toString()));
    }

    @Test
    void aMissingFileIsCalledSoInTheOriginalsWords() {
        String missing = directory.resolve("none.pcap").toString();
        refused(ErrorCode.FILE_NOT_FOUND, "PCAP file not found: " + missing, missing);
    }

    @Test
    void aDirectoryIsNoFile() {
        refused(
                ErrorCode.NOT_A_FILE,
                "Error reading PCAP file '" + directory + "': it is a directory; name a capture file in it",
                directory.toString());
    }

    @Test
    void aDeviceIsNoFileAndIsNotOpened() {
        if (Files.exists(Path.of("/dev/zero"))) {
            refused(
                    ErrorCode.NOT_A_FILE,
                    "Error reading PCAP file '/dev/zero': it is not a regular file;"
                            + " copy what it delivers to a file first",
                    "/dev/zero");
            assertEquals(
                    "Error reading PCAP file '/dev/zero': it is not a regular file;"
                            + " pipe what it delivers to the command and name - instead",
                    assertThrows(Refusal.class, () -> CaptureAccess.commandLine("/dev/zero"))
                            .sentence());
        }
    }

    @Test
    void theServerTakesNoRelativePathNorContentInPlaceOfOne() {
        String sentence = "the path is relative; pass an absolute path such as /home/me/ping.pcap"
                + " (base64 content and uploads are not accepted either)";
        refused(ErrorCode.BAD_ARGUMENT, "Error reading PCAP file 'ping.pcap': " + sentence, "ping.pcap");
        refused(ErrorCode.BAD_ARGUMENT, "Error reading PCAP file '../ping.pcap': " + sentence, "../ping.pcap");
        String base64 = "1MOyoQIABAAAAAAAAAAAAAAABAABAAAA".repeat(100);
        Refusal refusal = assertThrows(Refusal.class, () -> ACCESS.file(base64));
        assertEquals(ErrorCode.BAD_ARGUMENT, refusal.code());
        assertTrue(refusal.sentence().length() < 500, "the content is not sent back");
        assertTrue(refusal.sentence().endsWith(sentence), refusal::sentence);
    }

    @Test
    void theCommandLineTakesARelativePath() {
        Refusal refusal = assertThrows(Refusal.class, () -> CaptureAccess.commandLine("no-such.pcap"));
        assertEquals("PCAP file not found: no-such.pcap", refusal.sentence());
    }

    @Test
    void theCommandLineTakesNoUrl() {
        Refusal refusal = assertThrows(Refusal.class, () -> CaptureAccess.commandLine("http://a.example/a.pcap"));
        assertEquals(ErrorCode.BAD_ARGUMENT, refusal.code());
        assertEquals(
                "Error reading PCAP file 'http://a.example/a.pcap': commands open files only; download it first, or pipe"
                        + " it to the command and name - instead",
                refusal.sentence());
    }

    @Test
    void otherUrlsAreNotAccepted() {
        refused(
                ErrorCode.BAD_ARGUMENT,
                "Error reading PCAP file 'file:///a.pcap': file: URLs are not accepted; pass the absolute path alone",
                "file:///a.pcap");
        refused(
                ErrorCode.BAD_ARGUMENT,
                "Error reading PCAP file 'data:;base64,1MOyoQ==': base64 content is not accepted;"
                        + " write it to a file and pass the absolute path",
                "data:;base64,1MOyoQ==");
        refused(
                ErrorCode.BAD_ARGUMENT,
                "Error reading PCAP file 'ftp://h/a.pcap': ftp: URLs are not accepted;"
                        + " pass an http or https URL, or the absolute path of a capture file",
                "ftp://h/a.pcap");
    }

    @Test
    void whatIsNoPathAtAllIsRefused() {
        refused(ErrorCode.BAD_ARGUMENT, "pcap_file is empty; pass the absolute path or the URL of a capture file", " ");
        refused(
                ErrorCode.BAD_ARGUMENT,
                "Error reading PCAP file '/a\\u{0}b': this is no path (Nul character not allowed)",
                "/a\0b");
    }

    /** Half of a pair of surrogates is in no encoding, as "é" is in none of the locale C. */
    @Test
    void whatTheLocalesEncodingDoesNotHaveIsToldWithWhatToDo() {
        String given = "/a\uD800b";
        String sentence = "Error reading PCAP file '/a\\u{d800}b': this is no path (Malformed input or input contains"
                + " unmappable characters); a name beyond ASCII needs a start in a UTF-8 locale (LC_ALL=C.UTF-8), ";
        refused(ErrorCode.BAD_ARGUMENT, sentence + "or a copy of the file whose name is ASCII", given);
        Refusal refusal = assertThrows(Refusal.class, () -> CaptureAccess.commandLine(given));
        assertEquals(sentence + "or give the capture on standard input, by -", refusal.sentence());
    }

    private static void refused(ErrorCode code, String sentence, String given) {
        Refusal refusal = assertThrows(Refusal.class, () -> ACCESS.file(given));
        assertEquals(sentence, refusal.sentence());
        assertEquals(code, refusal.code());
    }
}
