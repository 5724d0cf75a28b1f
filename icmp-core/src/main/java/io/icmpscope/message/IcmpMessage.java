package io.icmpscope.message;

/** One ICMP or ICMPv6 message. */
public sealed interface IcmpMessage permits UnknownMessage {
    /**
     * The message's type, as sent.
     *
     * @return 0 to 255
     */
    int type();

    /**
     * The message's code, as sent.
     *
     * @return 0 to 255
     */
    int code();
}
