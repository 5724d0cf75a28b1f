package io.icmpscope.mcp.prompt;

import io.icmpscope.mcp.words.StoredText;

/** A question that a prompt has a model answer; named and meant as in the Python tool, in our own words. */
enum Investigation {
    NETWORK_DIAGNOSTICS(
            "icmp_network_diagnostics",
            "ICMP network diagnostics",
            "Find out from a packet capture whether hosts reach each other, how fast, by which path, and what stands in"
                    + " the way: connectivity, path, errors, health."),
    SECURITY_ANALYSIS(
            "icmp_security_analysis",
            "ICMP security analysis",
            "Judge whether the ICMP traffic of a packet capture shows reconnaissance, covert channels, denial of service,"
                    + " redirection of traffic or a breach of policy."),
    FORENSIC_INVESTIGATION(
            "icmp_forensic_investigation",
            "ICMP forensic investigation",
            "Reconstruct from the ICMP traffic of a packet capture what happened: timeline, attribution, evidence,"
                    + " impact, and how far each can be proved.");

    private static final String READING = "reading.md";

    private final String promptName;
    private final String title;
    private final String description;

    Investigation(String promptName, String title, String description) {
        this.promptName = promptName;
        this.title = title;
        this.description = description;
    }

    String promptName() {
        return promptName;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    /** What to find out, and how to read what the tools say. */
    String instructions() {
        return StoredText.of(Investigation.class, promptName + ".md")
                + "\n"
                + StoredText.of(Investigation.class, READING);
    }
}
