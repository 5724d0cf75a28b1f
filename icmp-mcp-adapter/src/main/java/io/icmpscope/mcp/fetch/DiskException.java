package io.icmpscope.mcp.fetch;

import java.io.IOException;

/** What came could not be kept: the fault is on our side. */
final class DiskException extends IOException {

    private static final long serialVersionUID = 1L;

    DiskException(IOException cause) {
        super(cause);
    }
}
