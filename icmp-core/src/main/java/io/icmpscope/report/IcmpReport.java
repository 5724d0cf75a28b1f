package io.icmpscope.report;

/** What the ICMP messages of some captures say: the root of the answer. */
public record IcmpReport() {}
