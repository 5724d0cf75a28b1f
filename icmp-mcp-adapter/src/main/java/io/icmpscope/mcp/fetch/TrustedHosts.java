package io.icmpscope.mcp.fetch;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/** Whose certificates are accepted. Asked when the first https URL comes: reading the system's takes a while. */
interface TrustedHosts {

    SSLContext context() throws NoSuchAlgorithmException;
}
