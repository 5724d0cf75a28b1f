package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.finding.RoomWording;

/**
 * Everything that findings about probes say. The display filter of each was given to tshark, and what it shows compared
 * with the counts, frames and times of the finding; where a filter shows more frames than a finding counts, which of
 * them it counts was not checked by another program yet, but for the queries of queries4. The sentences were read.
 */
class ProbeWordingTest extends RoomWording {}
