package io.icmpscope.mcp.fetch;

import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.access.CaptureAccess;
import io.icmpscope.mcp.access.GivenName;
import io.icmpscope.mcp.access.HostNames;
import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.call.Call;
import javax.net.ssl.SSLContext;

/** Brings captures that clients name. What a download needs is made when the first URL comes. Thread-safe. */
public final class CaptureLocator {

    private final CaptureAccess access;
    private final Downloads downloads;

    /**
     * Begins to bring captures. What a process left that was killed while it did is deleted.
     *
     * @param rules which ones
     */
    public CaptureLocator(AccessRules rules) {
        this(rules, new SystemNames(), Patience.USUAL, SSLContext::getDefault, DownloadDirectory.ofThisProcess());
        if (rules.urls()) {
            DownloadDirectory.ofThisProcess().sweep();
        }
    }

    CaptureLocator(
            AccessRules rules, HostNames names, Patience patience, TrustedHosts trusted, DownloadDirectory directory) {
        this.access = new CaptureAccess(rules, names);
        this.downloads = new Downloads(access, rules.mostDownloadBytes(), patience, trusted, directory);
    }

    /**
     * Returns what decides which captures may be opened.
     *
     * @return the same for every call
     */
    public CaptureAccess access() {
        return access;
    }

    /**
     * Brings a capture: finds a file, or downloads what a URL names.
     *
     * @param given the argument as it came
     * @param call who waits for it
     * @return the capture, to be closed, which deletes what was downloaded
     * @throws Refusal when it is not opened or does not come
     * @throws java.util.concurrent.CancellationException when nobody waits any more
     */
    public LocatedCapture locate(String given, Call call) throws Refusal {
        call.check();
        return CaptureAccess.isUrl(given)
                ? downloads.fetch(given, call)
                : new LocatedCapture(GivenName.of(given), access.file(given), () -> {});
    }
}
