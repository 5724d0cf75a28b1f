package io.icmpscope.mcp.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time as people write it: {@code 90s}. */
final class Time implements ITypeConverter<Duration> {

    private static final Pattern SYNTAX = Pattern.compile("([1-9][0-9]{0,5})(s|m|h)");

    Time() {}

    @Override
    public Duration convert(String typed) {
        Matcher time = SYNTAX.matcher(typed);
        if (!time.matches()) {
            throw new TypeConversionException(
                    "'" + typed + "' is no time; write a number and s, m or h, such as 90s or 5m");
        }
        long number = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
