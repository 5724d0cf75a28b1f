package io.icmpscope.internal.analysis.collect;

import io.icmpscope.report.EchoSession;

/**
 * A ping to a group, or one that others answered than who was asked, or that claims to come from a group.
 *
 * @param session the ping
 * @param otherReplies how many replies came from others
 */
public record GroupPing(EchoSession session, long otherReplies) {}
