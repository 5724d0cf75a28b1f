package io.icmpscope.mcp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.call.Call;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which URLs may be opened. Nothing here connects to anything. */
class UrlAccessTest {
    private static final String PRIVATE = "it leads to an address that is not in the public Internet, which this server"
            + " opens only when started with --allow-private-urls";

    private final List<String> asked = new ArrayList<>();

    @Test
    void anHttpUrlIsOpenedAtTheAddressesOfItsHost() throws Exception {
        CaptureUrl url = access(false, "198.41.0.4", "2001:500:2::c").url("HTTP://Root.Example:8080/a?b#c", new Call());
        assertEquals("Root.Example", url.host());
        assertEquals(8080, url.uri().getPort());
        assertEquals("/a", url.uri().getRawPath());
        assertEquals(
                List.of("198.41.0.4", "2001:500:2:0:0:0:0:c"),
                url.addresses().stream().map(InetAddress::getHostAddress).toList());
        assertEquals("HTTP://Root.Example:8080/a", url.toString());
        assertEquals(List.of("Root.Example"), asked);
    }

    @Test
    void anAddressThatIsWrittenOutIsNotLookedUp() throws Exception {
        assertEquals(
                "198.41.0.4",
                access(false).url("https://198.41.0.4/a", new Call()).host());
        assertEquals(
                "2001:500:2::c",
                access(false).url("https://[2001:500:2::c]:8443/a", new Call()).host());
        assertEquals(List.of(), asked);
    }

    @Test
    void privateAddressesAreRefusedHoweverTheyAreWritten() {
        for (String host : List.of(
                "127.0.0.1",
                "10.1.2.3",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "240.0.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "[::1]",
                "[::]",
                "[::127.0.0.1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:8.8.8.8]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b::808:808]",
                "[2002:7f00:1::]",
                "[2001:0:7f00:1::]",
                "[fd00::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "[2001:db8::1]",
                "[3fff::1]",
                "[5f00::1]",
                "[::ffff:0:7f00:1]")) {
            for (String scheme : List.of("http://", "https://")) {
                assertEquals(PRIVATE, refused(ErrorCode.NOT_ALLOWED, access(false), scheme + host + "/secret?secret"));
            }
        }
    }

    @Test
    void privateAddressesMayBeAllowedAndNothingElseWithThem() throws Exception {
        assertEquals(
                "127.0.0.1", access(true).url("http://127.0.0.1/", new Call()).host());
        assertEquals("::1", access(true).url("http://[::1]/", new Call()).host());
        assertEquals(
                "inside",
                access(true, "10.0.0.1").url("http://inside/", new Call()).host());
        refused(ErrorCode.BAD_ARGUMENT, access(true), "http://secret@127.0.0.1/");
        refused(ErrorCode.BAD_ARGUMENT, access(true), "http://2130706433/");
    }

    @Test
    void oneAddressThatIsNotAllowedIsOneTooMany() {
        assertEquals(
                PRIVATE, refused(ErrorCode.NOT_ALLOWED, access(false, "198.41.0.4", "127.0.0.1"), "http://a.example/"));
        assertEquals(
                PRIVATE,
                refused(ErrorCode.NOT_ALLOWED, access(false, "198.41.0.4", "::ffff:198.41.0.4"), "http://a.example/"));
        assertEquals(PRIVATE, refused(ErrorCode.NOT_ALLOWED, access(false, "::1"), "http://a.example./"));
    }

    @Test
    void addressesThatOthersReadInAnotherWayAreRefused() {
        for (String host : List.of(
                "2130706433",
                "0177.0.0.1",
                "0x7f.1",
                "0x7f000001",
                "127.1",
                "127.0.1",
                "017700000001",
                "127.0.0.01",
                "1.2.3.4.5",
                "256.1.1.1",
                "a.0x1",
                "127.0.0.1.",
                "0",
                "4294967296",
                "0X7F.0.0.1",
                "08.8.8.8")) {
            for (String port : List.of("", ":80")) {
                String why = refused(ErrorCode.BAD_ARGUMENT, access(true, "198.41.0.4"), "http://" + host + port + "/");
                assertTrue(why.startsWith("the URL writes its address in an unusual way"), host + ": " + why);
            }
        }
        assertEquals(List.of(), asked, "nobody was asked what they mean");
    }

    @Test
    void whatIsNoUrlWithAHostIsRefused() {
        for (String url : List.of(
                "http:",
                "http:/",
                "http://",
                "http:///a",
                "http:a",
                "https:/example.org/a",
                "http://:80/",
                "http://a_b/",
                "http://exa mple/",
                "http://a/b c",
                "http://[::1/",
                "http://[::1%25eth0]/",
                "http://[fe80::1%eth0]/",
                "http://%31%32%37.0.0.1/",
                "http://a%00b/",
                "http://a\\@b/",
                "http://a\r\nHost: b/",
                "http://a:0/",
                "http://a:65536/",
                "http://a:-1/",
                "http://a:b/",
                "http://a/%zz",
                "http://[v1.a]/",
                "http://\u2460.example/",
                "http://-/",
                "http://a..b/")) {
            refused(ErrorCode.BAD_ARGUMENT, access(true, "198.41.0.4"), url);
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void userInfoIsRefusedAndNotShown() {
        for (String url : List.of(
                "https://user:secret@example.org/a?token=secret#secret",
                "https://secret@example.org/",
                "http://@example.org/",
                "https://user:sec/ret@example.org/secret",
                "https://user:secret?@example.org/",
                "https://user:secret#@example.org/",
                "https:user:secret@example.org/",
                " https://user:secret@example.org/ ",
                "https:/user:secret@example.org/",
                "HTTPS:\\\\user:secret@example.org\\",
                "https://a:secret@b:secret@c/")) {
            refused(ErrorCode.BAD_ARGUMENT, access(true, "198.41.0.4"), url);
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void whatIsShownOfAUrlHasNoSecretsAndIsOtherwiseAsGiven() {
        assertEquals(
                "HTTPS://example.org/a.pcap",
                GivenName.of("HTTPS://user:secret@example.org/a.pcap?token=secret#secret"));
        assertEquals("https://example.org/@me/a.pcap", GivenName.of("https://example.org/@me/a.pcap"));
        assertEquals("http://[2001:db8::1]:80/a", GivenName.of("http://[2001:db8::1]:80/a"));
        assertEquals("https://…", GivenName.of("https://user:sec/ret@example.org/"));
        assertEquals("https://…", GivenName.of("https://user:12/34@example.org/"), "that may be a port or a password");
        assertEquals("dump-10:00:00.pcap?", GivenName.of("dump-10:00:00.pcap?"));
        assertEquals("/a?b#c@d", GivenName.of("/a?b#c@d"));
    }

    @Test
    void aRedirectIsDecidedAnew() throws Exception {
        CaptureAccess access = access(false, "198.41.0.4");
        CaptureUrl first = access.url("https://a.example/x/y?token", new Call());
        CaptureUrl next = access.redirect(first, "//b.example/z", new Call());
        assertEquals("https://b.example/z", next.uri().toString());
        assertEquals("https://a.example/x/y?token", next.given());
        assertEquals(1, next.redirects());
        assertEquals(List.of("a.example", "b.example"), asked);
        notFollowed(ErrorCode.NOT_ALLOWED, PRIVATE, access, first, "https://127.0.0.1/secret");
        notFollowed(
                ErrorCode.NOT_ALLOWED,
                "it redirects from https to http, where others could change it",
                access,
                first,
                "http://a.example/secret");
        notFollowed(
                ErrorCode.NOT_ALLOWED,
                "it redirects to a URL that is neither http nor https",
                access,
                first,
                "file:///etc/passwd");
        CaptureUrl plain = access.url("http://a.example/", new Call());
        assertEquals(
                "https",
                access.redirect(plain, "https://a.example/", new Call()).uri().getScheme());
    }

    @Test
    void urlsMayBeForbidden() {
        CaptureAccess access = new CaptureAccess(new AccessRules(List.of(), false, true, 1), (host, call) -> List.of());
        assertEquals(
                "this server opens no URLs; download the file and pass its absolute path",
                refused(ErrorCode.NOT_ALLOWED, access, "http://127.0.0.1/?secret"));
    }

    @Test
    void aHostThatNobodyKnowsIsTold() {
        assertEquals(
                "its host is not known; check the name",
                refused(ErrorCode.DOWNLOAD_FAILED, access(false), "http://a.example/"));
    }

    private static void notFollowed(
            ErrorCode code, String why, CaptureAccess access, CaptureUrl from, String location) {
        Refusal refusal = assertThrows(Refusal.class, () -> access.redirect(from, location, new Call()));
        assertEquals("Failed to download PCAP file 'https://a.example/x/y': " + why, refusal.sentence());
        assertEquals(code, refusal.code());
    }

    /** Gives the reason. */
    private static String refused(ErrorCode code, CaptureAccess access, String given) {
        assertTrue(CaptureAccess.isUrl(given), given);
        Refusal refusal = assertThrows(Refusal.class, () -> access.url(given, new Call()), given);
        assertEquals(code, refusal.code(), given);
        String start = "Failed to download PCAP file '" + GivenName.of(given) + "': ";
        assertTrue(refusal.sentence().startsWith(start), refusal::sentence);
        String shown = refusal.sentence().replace("/secret'", "'");
        assertFalse(shown.contains("secret"), refusal::sentence);
        return refusal.sentence().substring(start.length());
    }

    private CaptureAccess access(boolean privateUrls, String... addresses) {
        return new CaptureAccess(new AccessRules(List.of(), true, privateUrls, 1), (host, call) -> {
            asked.add(host);
            List<InetAddress> found = new ArrayList<>();
            for (String address : addresses) {
                found.add(literal(address));
            }
            return found;
        });
    }

    private static InetAddress literal(String address) throws UnknownHostException {
        return Literal.of(address);
    }
}
