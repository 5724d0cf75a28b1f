/**
 * Findings about single packets: their headers, checksums, fragments and addresses, and about the capture that holds them.
 *
 * <p>Floor 4. One collector looks at each message in place; the rules judge what it noted. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.finding.packet;

import org.jspecify.annotations.NullMarked;
