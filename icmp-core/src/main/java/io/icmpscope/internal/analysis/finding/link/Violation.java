package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.message.IpAddress;

/**
 * Messages of one sender that break one rule.
 *
 * @param place which link
 * @param source the sender
 * @param type the type of ICMPv6
 * @param layer the part of the message that breaks it
 * @param text how
 * @param had how many bytes it had, or what value, where it was seen first
 * @param seen the messages
 */
record Violation(String place, IpAddress source, int type, String layer, String text, long had, Seen seen) {}
