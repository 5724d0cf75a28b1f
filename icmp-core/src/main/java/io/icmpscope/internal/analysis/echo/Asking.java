package io.icmpscope.internal.analysis.echo;

import io.icmpscope.message.IpAddress;
import java.util.List;

/**
 * Whom a host asked, as far as it asked one address each and several questions. Probes of a traceroute are left out.
 *
 * @param requester who asked
 * @param sessions what it asked whom, by responder and then by frame; to be read, as it is a view of a table
 */
public record Asking(IpAddress requester, List<SessionCounts> sessions) {}
