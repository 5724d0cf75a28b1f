package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.payload.EchoTool;
import org.jspecify.annotations.Nullable;

/**
 * What a program is known by, and who else sends such.
 *
 * @param telling whether hardly anyone else sends such
 * @param sign what is seen
 * @param filter a display filter of it
 * @param harmless who else may send it
 */
record Signature(boolean telling, String sign, String filter, String harmless) {

    static @Nullable Signature of(EchoTool tool) {
        return switch (tool) {
            case NMAP_FIRST, NMAP_SECOND -> null; // a finding of its own
            case ICMPENUM ->
                new Signature(
                        true,
                        "identifier 666, sequence number 0 and no data",
                        "icmp.ident == 666 && icmp.seq == 0 && !data",
                        "A ping without data that happens to have the identifier 666 begins alike.");
            case BROADSCAN ->
                new Signature(
                        false,
                        "identifier 0, sequence number 0 and four bytes of data",
                        "icmp.ident == 0 && icmp.seq == 0 && data.len == 4",
                        "Very small devices, and probes written by hand, send such pings.");
            case NEMESIS ->
                new Signature(
                        false,
                        "identifier 0, sequence number 0 and twenty zeros",
                        "icmp.ident == 0 && icmp.seq == 0 && data.len == 20",
                        "Very small devices, and probes written by hand, send such pings.");
            case ISS_PINGER ->
                new Signature(
                        true,
                        "the text ISSPNGRQ",
                        "frame contains \"ISSPNGRQ\"",
                        "The scanner belongs to a product that administrators use as well.");
            case SNIFFER ->
                new Signature(
                        true,
                        "the name of its maker",
                        "frame contains \"Cinco Network\"",
                        "The program is one of those by which administrators look at their network.");
            case CYBERKIT ->
                new Signature(
                        false,
                        "bytes of 0xAA only",
                        "frame contains aa:aa:aa:aa",
                        "A ping that was told to send this pattern looks the same.");
            case HPING ->
                new Signature(
                        false,
                        "the letter X only",
                        "frame contains \"XXXX\"",
                        "A ping that was told to send this letter looks the same, and hping is also used for tests.");
            case SUPERSCAN ->
                new Signature(
                        false, "eight zeros", "data.len == 8", "Many small programs and devices send eight zeros.");
        };
    }
}
