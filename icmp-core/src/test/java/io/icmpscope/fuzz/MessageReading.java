package io.icmpscope.fuzz;

import io.icmpscope.internal.reading.Carrier;
import io.icmpscope.internal.reading.MessageBytes;
import io.icmpscope.internal.reading.MessageTable;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Problem;
import java.util.List;

/** What a message says, and the problems found in it. */
record MessageReading(IcmpMessage message, List<Problem> problems) {

    private static final IpAddress SOURCE = IpAddress.v6(0xFE80_0000_0000_0000L, 1);
    private static final IpAddress GROUP = IpAddress.v6(0xFF02_0000_0000_0000L, 1);

    /**
     * Reads a message, which must stay inside its bytes.
     *
     * @param version 4 for ICMP, 6 for ICMPv6
     * @param bytes at least one
     * @param notCaptured how many bytes it had more on the wire
     * @param about lowest bits: whether its packet came from next door, was fragmented, has a router alert
     */
    static MessageReading of(int version, byte[] bytes, int notCaptured, int about) {
        Carrier carrier = version == 4
                ? null
                : new Carrier(SOURCE, GROUP, (about & 1) == 0 ? 255 : 64, (about & 2) != 0, (about & 4) == 0);
        MessageReading reading = Invariant.staysInside(bytes, buffer -> {
            int at = Invariant.AROUND;
            int end = at + bytes.length;
            MessageBytes in = new MessageBytes(buffer, at, at, end, (long) end + notCaptured, carrier);
            return new MessageReading(MessageTable.read(version, in), List.copyOf(in.problems()));
        });
        for (Problem problem : reading.problems) {
            boolean inside = problem.byteOffset() >= 0 && problem.byteOffset() <= bytes.length + notCaptured;
            Invariant.holds(inside && problem.needed() >= 0 && problem.had() >= 0, problem);
        }
        Invariant.holds(!reading.message.toString().isEmpty(), "it can be printed");
        return reading;
    }
}
