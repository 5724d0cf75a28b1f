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
                case HIGH -> set("31", words);
                case MEDIUM -> set("33", words);
                case LOW -> set("36", words);
                case INFO -> words;
            };
        }
    };

    abstract String title(String words);

    abstract String severity(Severity severity, String words);

    private static String set(String rendition, String words) {
        return "\u001b[" + rendition + "m" + words + "\u001b[0m";
    }
}
