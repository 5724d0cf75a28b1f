package io.icmpscope.mcp.fetch;

import java.time.Duration;

/**
 * How long a host may keep us waiting.
 *
 * @param connect for a connection, at each of its addresses
 * @param idle for the next byte
 */
record Patience(Duration connect, Duration idle) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));
}
