package io.icmpscope.mcp.command;

import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.fetch.CaptureLocator;
import io.icmpscope.mcp.server.ServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What whoever starts the server decides for its clients, whatever the transport. */
final class ServerFlags {

    @Option(
            names = "--max-packets",
            paramLabel = "N",
            description = "List at most N packet entries, whatever a client asks for (default: ${DEFAULT-VALUE}).",
            defaultValue = "" + ServerOptions.MOST_ENTRIES)
    private int maxPackets = ServerOptions.MOST_ENTRIES;

    @Option(
            names = "--root",
            arity = "1..*", // clients that install a bundle give several directories behind one flag
            paramLabel = "DIR",
            description =
                    "Open only captures below this directory; may be given several times. Over HTTP one is needed.")
    private List<Path> roots = new ArrayList<>();

    @Option(names = "--no-urls", description = "Download nothing: captures are files only.")
    private boolean noUrls;

    @Option(
            names = "--allow-private-urls",
            description =
                    "Download also from addresses that are not public, such as those of this machine and its network.")
    private boolean privateUrls;

    @Option(
            names = "--max-download",
            paramLabel = "SIZE",
            converter = Size.class,
            description = "Refuse downloads longer than this, such as 500M or 2G (default: ${DEFAULT-VALUE}).",
            defaultValue = "2G")
    private long maxDownload = AccessRules.MOST_DOWNLOAD_BYTES;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = Time.class,
            description = "Give a call up after this time, such as 90s or 5m (default: ${DEFAULT-VALUE}).",
            defaultValue = "5m")
    private Duration timeout = ServerOptions.TIMEOUT;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /** Checks them and puts them together. */
    ServerOptions options() {
        if (maxPackets < 0) {
            throw wrongUsage("--max-packets must be 0 or more, not " + maxPackets);
        }
        if (noUrls && privateUrls) {
            throw wrongUsage("--no-urls and --allow-private-urls contradict each other; give one of them");
        }
        for (Path root : roots) {
            if (!Files.isDirectory(root)) {
                throw wrongUsage("--root must be a directory that exists, not " + root);
            }
        }
        AccessRules rules = new AccessRules(roots, !noUrls, privateUrls, maxDownload);
        return new ServerOptions(Version.number(), maxPackets, timeout, new CaptureLocator(rules));
    }

    boolean hasRoots() {
        return !roots.isEmpty();
    }

    private ParameterException wrongUsage(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
