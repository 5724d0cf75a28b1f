package io.icmpscope.mcp.fetch;

import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.access.CaptureAccess;
import io.icmpscope.mcp.access.GivenName;
import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.call.Call;

/** Brings captures that clients name. Thread-safe. */
public final class CaptureLocator {

    private final CaptureAccess access;

    /**
     * Begins to bring captures.
     *
     * @param rules which ones
     */
    public CaptureLocator(AccessRules rules) {
        this.access = new CaptureAccess(rules);
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
     * Brings a capture.
     *
     * @param given the argument as it came
     * @param call who waits for it
     * @return the capture, to be closed
     * @throws Refusal when it is not opened
     * @throws java.util.concurrent.CancellationException when nobody waits any more
     */
    public LocatedCapture locate(String given, Call call) throws Refusal {
        call.check();
        return new LocatedCapture(GivenName.of(given), access.file(given));
    }
}
