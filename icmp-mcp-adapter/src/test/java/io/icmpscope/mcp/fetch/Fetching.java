package io.icmpscope.mcp.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.access.ErrorCode;
import io.icmpscope.mcp.access.HostNames;
import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.call.Call;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** A locator for tests, in a temporary directory of its own. */
final class Fetching {

    static final Duration HANG = Duration.ofSeconds(30);

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5));
    private static final HostNames NOBODY = (host, call) -> {
        throw new UnknownHostException(host);
    };

    private final Path temporary;
    private AccessRules rules = new AccessRules(List.of(), true, true, 1 << 20);
    private HostNames names = NOBODY;
    private Patience patience = PATIENCE;
    private TrustedHosts trusted = SSLContext::getDefault;

    Fetching(Path temporary) {
        this.temporary = temporary;
    }

    Fetching rules(AccessRules by) {
        rules = by;
        return this;
    }

    Fetching names(HostNames by) {
        names = by;
        return this;
    }

    Fetching idle(Duration limit) {
        patience = new Patience(limit, limit);
        return this;
    }

    Fetching trusting(SSLContext context) {
        trusted = () -> context;
        return this;
    }

    CaptureLocator locator() {
        return new CaptureLocator(rules, names, patience, trusted, new DownloadDirectory(temporary));
    }

    /** Fetches and deletes. */
    byte[] bytes(String url) {
        return assertTimeoutPreemptively(HANG, () -> {
            try (LocatedCapture capture = locator().locate(url, new Call())) {
                return Files.readAllBytes(capture.file());
            } finally {
                nothingIsLeft();
            }
        });
    }

    /** Fetches in vain. */
    Refusal refused(ErrorCode code, String url) {
        return refused(code, url, new Call());
    }

    Refusal refused(ErrorCode code, String url, Call call) {
        Refusal refusal = assertTimeoutPreemptively(
                HANG, () -> assertThrows(Refusal.class, () -> locator().locate(url, call)));
        assertEquals(code, refusal.code(), refusal::sentence);
        assertFalse(refusal.sentence().contains("secret"), refusal::sentence);
        nothingIsLeft();
        return refusal;
    }

    void nothingIsLeft() {
        assertEquals(List.of(), files());
    }

    /** What lies in the directories for downloads. */
    List<Path> files() {
        try (Stream<Path> all = Files.walk(temporary)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(DownloadDirectory.LOCK))
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
