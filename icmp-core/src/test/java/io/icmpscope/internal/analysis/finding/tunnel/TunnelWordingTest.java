package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.analysis.finding.RoomWording;

/**
 * Everything that findings about tunnels, and of what else echo data carries, say. The display filter of each was given
 * to tshark, and what it shows compared with the counts, frames and times of the finding; where a filter shows more
 * frames than a finding counts, which of them it counts was not checked by another program yet. The sentences were read.
 */
class TunnelWordingTest extends RoomWording {}
