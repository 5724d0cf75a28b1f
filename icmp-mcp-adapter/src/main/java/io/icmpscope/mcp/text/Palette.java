package io.icmpscope.mcp.text;

import io.icmpscope.report.Finding.Severity;

/** How a report sets off its titles and what is grave. */
public enum Palette {
    /** Not at all: text for files and programs. */
    PLAIN {
        @Override
        String title(String words) {
            return words;
        }

        @Override
        String severity(Severity severity, String words) {
            return words;
        }

        @Override
        String lost() {
            return CROSS;
        }

        @Override
        String partlyLost(String bar) {
            return CROSS;
        }

        @Override
        String lossKey() {
            return CROSS + " lost";
        }
    },
    /** By the escape sequences that terminals know (ECMA-48, section 8.3.117). */
    ANSI {
        @Override
        String title(String words) {
            return set("1", words);
        }

        @Override
        String severity(Severity severity, String words) {
            return switch (severity) {
                case CRITICAL -> set("1;31", words);
                case HIGH -> set(RED, words);
                case MEDIUM -> set("33", words);
                case LOW -> set("36", words);
                case INFO -> words;
            };
        }

        @Override
        String lost() {
            return set(RED, CROSS);
        }

        @Override
        String partlyLost(String bar) {
            return set(RED, bar);
        }

        @Override
        String lossKey() {
            return set(RED, "red: lost");
        }
    };

    private static final String CROSS = "\u00d7";
    private static final String RED = "31";

    abstract String title(String words);

    abstract String severity(Severity severity, String words);

    /** Marks a time in which every request was lost. */
    abstract String lost();

    /** Marks a time in which some requests were lost, and others answered as a bar tells. */
    abstract String partlyLost(String bar);

    /** Says what both marks mean. */
    abstract String lossKey();

    private static String set(String rendition, String words) {
        return "\u001b[" + rendition + "m" + words + "\u001b[0m";
    }
}
