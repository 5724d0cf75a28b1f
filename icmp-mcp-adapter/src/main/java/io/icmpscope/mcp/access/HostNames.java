package io.icmpscope.mcp.access;

import io.icmpscope.mcp.call.Call;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Knows the addresses of hosts. Thread-safe. */
public interface HostNames {

    /**
     * Finds the addresses of a host.
     *
     * @param host its name, never an address
     * @param call who waits for it
     * @return one at least
     * @throws UnknownHostException when there is none
     * @throws java.util.concurrent.CancellationException when nobody waits any more
     */
    List<InetAddress> addresses(String host, Call call) throws UnknownHostException;
}
