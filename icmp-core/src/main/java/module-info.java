/**
 * Reads packet captures and reports what their ICMP and ICMPv6 messages say.
 *
 * <p>The way in is {@link io.icmpscope}; what it takes and answers is in {@link io.icmpscope.report}, and the messages
 * themselves are in {@link io.icmpscope.message}. At run time nothing but {@code java.base} is needed.
 */
module io.icmpscope {
    requires static org.jspecify;

    exports io.icmpscope;
    exports io.icmpscope.message;
    exports io.icmpscope.report;
}
