package io.icmpscope;

/** Analyzes captures. */
public final class IcmpAnalyzer {
    private IcmpAnalyzer() {}
}
