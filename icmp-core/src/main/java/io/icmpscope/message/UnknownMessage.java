package io.icmpscope.message;

/**
 * A message that has no record of its own: what we cannot name we still report.
 *
 * @param type 0 to 255, as sent
 * @param code 0 to 255, as sent
 */
public record UnknownMessage(int type, int code) implements IcmpMessage {
    /**
     * Refuses what does not fit the byte that it came from.
     *
     * @param type 0 to 255
     * @param code 0 to 255
     */
    public UnknownMessage {
        if (type < 0 || type > 255) throw new IllegalArgumentException("type: " + type);
        if (code < 0 || code > 255) throw new IllegalArgumentException("code: " + code);
    }
}
