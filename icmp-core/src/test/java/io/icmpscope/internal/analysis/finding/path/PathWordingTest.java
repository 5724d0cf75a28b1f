package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.RoomWording;

/**
 * Everything that findings about paths say. The display filter of each was given to tshark, and what it shows compared
 * with the counts, frames and times of the finding; where a filter shows more frames than a finding counts, which of
 * them it counts was not checked by another program yet, but for unreachable4, toobig6-forged and the loops. The
 * sentences were read.
 */
class PathWordingTest extends RoomWording {}
