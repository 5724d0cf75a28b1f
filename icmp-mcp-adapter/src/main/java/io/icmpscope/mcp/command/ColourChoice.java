package io.icmpscope.mcp.command;

import io.icmpscope.mcp.text.Palette;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a user says about colours. */
enum ColourChoice {
    /** On a terminal that shows them, unless its user wants none anywhere. */
    AUTO,
    /** Also into a file or a pager. */
    ALWAYS,
    /** Nowhere. */
    NEVER;

    /**
     * Decides.
     *
     * @param terminal whether somebody looks at the answer
     * @param environment may name {@code NO_COLOR} (no-color.org) and {@code TERM}
     */
    Palette palette(BooleanSupplier terminal, Map<String, String> environment) {
        boolean coloured = this == ALWAYS
                || (this == AUTO
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb")
                        && terminal.getAsBoolean());
        return coloured ? Palette.ANSI : Palette.PLAIN;
    }

    /** Reads what was typed. */
    static final class Typed implements ITypeConverter<ColourChoice> {

        /** Picocli asks for it. */
        Typed() {}

        @Override
        public ColourChoice convert(String typed) {
            return Arrays.stream(values())
                    .filter(choice -> choice.toString().equals(typed))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("it is auto, always or never, not '" + typed + "'"));
        }
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
