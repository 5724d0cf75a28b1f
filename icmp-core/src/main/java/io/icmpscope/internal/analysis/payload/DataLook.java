package io.icmpscope.internal.analysis.payload;

import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;

/** What the data of an echo looks like, for those who judge it; found out once a message, whoever asks. */
public final class DataLook {

    private DataLook() {}

    /**
     * Says whether the data is none that a known program sends, nor a fill.
     *
     * @param echo an echo request or reply
     * @return whether it may say anything
     */
    public static boolean isUnknown(PacketView echo) {
        return PayloadClass.of(echo) == PayloadClass.OTHER;
    }

    /**
     * Says whether the data begins with the time, and goes on as its sender chose.
     *
     * @param echo an echo request or reply
     * @return whether it may say anything behind the time
     */
    public static boolean isTimeFirst(PacketView echo) {
        return PayloadClass.of(echo) == PayloadClass.TIME_FIRST;
    }

    /**
     * Says whether the data counts up behind its first bytes, which may be a time or a number.
     *
     * @param echo an echo request or reply
     * @param bytes how many bytes do not matter
     * @return whether each byte behind them is one more than that before it, of four at least
     */
    public static boolean countsBehind(PacketView echo, int bytes) {
        return EchoData.length(echo) > bytes && DataRules.counts(echo, bytes, EchoData.u8(echo, bytes));
    }
}
