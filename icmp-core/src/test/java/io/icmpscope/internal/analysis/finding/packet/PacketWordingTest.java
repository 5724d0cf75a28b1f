package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.RoomWording;

/**
 * Everything that findings about odd packets say. The display filter of each was given to tshark, and what it shows
 * compared with the counts, frames and times of the finding; fragments were compared by their identification, offset and
 * length as tshark dissects them, and the frames of the findings are those. The sentences were read.
 */
class PacketWordingTest extends RoomWording {}
