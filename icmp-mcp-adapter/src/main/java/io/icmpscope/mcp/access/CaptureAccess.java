package io.icmpscope.mcp.access;

import io.icmpscope.mcp.call.Call;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which captures may be opened. Every check of a place, a path or a URL, stands here. Thread-safe. */
public final class CaptureAccess {

    private static final String UTF_8 = "; a name beyond ASCII needs a start in a UTF-8 locale (LC_ALL=C.UTF-8), ";

    private static final int MOST_REDIRECTS = 5;

    private final AccessRules rules;
    private final HostNames names;

    /**
     * Begins to decide.
     *
     * @param rules by what
     * @param names knows the addresses of hosts
     */
    public CaptureAccess(AccessRules rules, HostNames names) {
        this.rules = rules;
        this.names = names;
    }

    /**
     * Tells whether the standard input is meant.
     *
     * @param given what was typed in place of a path
     * @return whether it is the dash
     */
    public static boolean isStandardInput(String given) {
        return given.equals("-");
    }

    /**
     * Tells whether a URL is meant that may be a place of captures.
     *
     * @param given the argument as it came
     * @return whether it begins as an http or https URL
     */
    public static boolean isUrl(String given) {
        return NotAPath.isWeb(given);
    }

    /**
     * Finds the file that a person named on the command line, who may open what the system lets them.
     *
     * @param given the path as typed
     * @return a regular file
     * @throws Refusal when it is none
     */
    public static Path commandLine(String given) throws Refusal {
        Path path = path(given, UTF_8 + "or give the capture on standard input, by -");
        if (isUrl(given) && !Files.exists(path)) {
            throw Refusal.error(
                    ErrorCode.BAD_ARGUMENT,
                    given,
                    "commands open files only; download it first, or pipe it to the command and name - instead");
        }
        if (given.isEmpty()) {
            throw new Refusal(
                    ErrorCode.BAD_ARGUMENT, "The name of the capture is empty; name a file, or - for standard input");
        }
        return regularFile(given, path, "pipe what it delivers to the command and name - instead");
    }

    /**
     * Finds the file that a client of the server names. The client's user may not be the server's, and a model may guess:
     * an absolute path is needed, and anything else is refused with what to do instead. Where files may be opened below
     * some directories only, whatever is not there is not found, whether it exists or not.
     *
     * @param given the argument as it came
     * @return a regular file
     * @throws Refusal when it is none
     */
    public Path file(String given) throws Refusal {
        NotAPath.refuse(given);
        Path path = path(given, UTF_8 + "or a copy of the file whose name is ASCII");
        if (!path.isAbsolute()) {
            throw Refusal.error(
                    ErrorCode.BAD_ARGUMENT,
                    given,
                    "the path is relative; pass an absolute path such as /home/me/ping.pcap"
                            + " (base64 content and uploads are not accepted either)");
        }
        Path allowed = rules.roots().isEmpty() ? path : belowRoots(path);
        if (allowed == null) {
            throw Refusal.notFound(given);
        }
        return regularFile(given, allowed, "copy what it delivers to a file first");
    }

    /**
     * Decides about a URL that a client of the server names. Its host is looked up once: the capture may come from the
     * addresses that were found, and if one of them is not allowed, from none.
     *
     * @param given the argument as it came
     * @param call who waits
     * @return the URL and its addresses
     * @throws Refusal when it may not be opened
     * @throws java.util.concurrent.CancellationException when nobody waits any more
     */
    public CaptureUrl url(String given, Call call) throws Refusal {
        if (!rules.urls()) {
            throw Refusal.download(
                    ErrorCode.NOT_ALLOWED,
                    given,
                    "this server opens no URLs; download the file and pass its absolute path");
        }
        URI uri = UrlForm.read(given.strip());
        if (uri == null || !UrlForm.isWeb(uri)) {
            throw Refusal.download(
                    ErrorCode.BAD_ARGUMENT,
                    given,
                    "the URL has a character that URLs do not have, such as a space; write it as % and two digits");
        }
        String fault = UrlForm.fault(uri);
        if (fault != null) {
            throw Refusal.download(ErrorCode.BAD_ARGUMENT, given, "the URL " + fault);
        }
        return new CaptureUrl(given, uri, addresses(given, uri, call), 0);
    }

    /**
     * Decides where a redirect leads, as about any URL; never from https to http, and not on and on.
     *
     * @param from what was asked
     * @param location the answer's {@code Location}, or null when it had none
     * @param call who waits
     * @return where to ask next
     * @throws Refusal when that may not be opened
     * @throws java.util.concurrent.CancellationException when nobody waits any more
     */
    public CaptureUrl redirect(CaptureUrl from, @Nullable String location, Call call) throws Refusal {
        String given = from.given();
        if (from.redirects() == MOST_REDIRECTS) {
            throw Refusal.download(
                    ErrorCode.DOWNLOAD_FAILED,
                    given,
                    "it redirects more than " + MOST_REDIRECTS + " times; pass the URL that it leads to");
        }
        URI link = location == null || location.isBlank() ? null : UrlForm.read(location.strip());
        if (link == null) {
            throw Refusal.download(
                    ErrorCode.DOWNLOAD_FAILED, given, "its host redirects without saying properly where to");
        }
        URI to = resolve(from.uri(), link);
        String fault = UrlForm.isWeb(to) ? UrlForm.fault(to) : "is neither http nor https";
        if (fault != null) {
            throw Refusal.download(ErrorCode.NOT_ALLOWED, given, "it redirects to a URL that " + fault);
        }
        if ("https".equalsIgnoreCase(from.uri().getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
            throw Refusal.download(
                    ErrorCode.NOT_ALLOWED, given, "it redirects from https to http, where others could change it");
        }
        return new CaptureUrl(given, to, addresses(given, to, call), from.redirects() + 1);
    }

    /** {@link URI#resolve} forgets the last part of the path when the link is only a query. */
    private static URI resolve(URI base, URI link) {
        if (link.isAbsolute()
                || link.getRawAuthority() != null
                || !link.getRawPath().isEmpty()) {
            return base.resolve(link);
        }
        String query = link.getRawQuery() == null ? base.getRawQuery() : link.getRawQuery();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + base.getRawPath()
                + (query == null ? "" : "?" + query));
    }

    private List<InetAddress> addresses(String given, URI uri, Call call) throws Refusal {
        List<InetAddress> found = lookUp(given, UrlForm.host(uri), call);
        if (!rules.privateUrls() && !found.stream().allMatch(SpecialAddresses::isGlobalUnicast)) {
            throw Refusal.download(
                    ErrorCode.NOT_ALLOWED,
                    given,
                    "it leads to an address that is not in the public Internet, which this server opens only when"
                            + " started with --allow-private-urls");
        }
        return found;
    }

    private List<InetAddress> lookUp(String given, String host, Call call) throws Refusal {
        try {
            if (Literal.is(host)) {
                return List.of(Literal.of(host));
            }
            List<InetAddress> found = names.addresses(host, call);
            if (!found.isEmpty()) {
                return found;
            }
        } catch (UnknownHostException unknown) {
            // The same as if there were no address.
        }
        throw Refusal.download(ErrorCode.DOWNLOAD_FAILED, given, "its host is not known; check the name");
    }

    /** Both sides as the file system knows them: without links and dots, and compared name by name. */
    private @Nullable Path belowRoots(Path path) {
        Path real = real(path);
        if (real != null) {
            for (Path root : rules.roots()) {
                Path realRoot = real(root);
                if (realRoot != null && real.startsWith(realRoot)) {
                    return real;
                }
            }
        }
        return null;
    }

    private static @Nullable Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return null;
        }
    }

    /**
     * Returns the directories below which clients may open files.
     *
     * @return none when they may open any file
     */
    public List<Path> roots() {
        return rules.roots();
    }

    /**
     * Tells whether a place lies where clients may open files, once its links are followed.
     *
     * @param place a path
     * @return whether it is absolute, and there are no roots or it exists below one of them
     */
    public boolean allows(Path place) {
        return place.isAbsolute() && (rules.roots().isEmpty() || belowRoots(place) != null);
    }

    /** The JVM refuses characters that the encoding of the locale does not have. */
    private static Path path(String given, String encodable) throws Refusal {
        try {
            return Path.of(given);
        } catch (InvalidPathException notAPath) {
            String reason = notAPath.getReason();
            throw Refusal.error(
                    ErrorCode.BAD_ARGUMENT,
                    given,
                    "this is no path (" + reason + ")" + (reason.startsWith("Malformed") ? encodable : ""));
        }
    }

    /** Asked before opening, since opening a pipe waits for its other end. */
    private static Path regularFile(String given, Path path, String instead) throws Refusal {
        if (Files.isRegularFile(path)) {
            return path;
        }
        if (Files.isDirectory(path)) {
            throw Refusal.error(ErrorCode.NOT_A_FILE, given, "it is a directory; name a capture file in it");
        }
        if (Files.exists(path)) {
            throw Refusal.error(ErrorCode.NOT_A_FILE, given, "it is not a regular file; " + instead);
        }
        throw Refusal.notFound(given);
    }
}
