/**
 * What a link looks like to those on it: its routers, its neighbours, its multicast groups.
 *
 * <p>Floor 4, beside the other questions. All messages about a link have one asking host, so each of these is one fold over
 * them in the order of the capture, and parts that are merged never know of the same address. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.link;

import org.jspecify.annotations.NullMarked;
