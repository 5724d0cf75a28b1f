package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.finding.RoomWording;

/**
 * Everything that findings about floods say. The display filter of each was given to tshark, and what it shows compared
 * with the counts, frames and times of the finding; the requests and errors of each second were counted by tshark, those
 * seconds taken that reach the threshold, and their bytes on the wire added up. The sentences were read.
 */
class FloodWordingTest extends RoomWording {}
