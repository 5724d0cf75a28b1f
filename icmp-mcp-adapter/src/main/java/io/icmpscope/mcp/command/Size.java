package io.icmpscope.mcp.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes as people write it: {@code 500M}. */
final class Size implements ITypeConverter<Long> {

    private static final Pattern SYNTAX = Pattern.compile("([1-9][0-9]{0,8})([KMGkmg]?)");
    private static final String UNITS = "KMG";

    Size() {}

    @Override
    public Long convert(String typed) {
        Matcher size = SYNTAX.matcher(typed);
        if (!size.matches()) {
            throw new TypeConversionException(
                    "'" + typed + "' is no size; write a number and K, M or G, such as 500M (K is 1,024 bytes)");
        }
        int unit = size.group(2).isEmpty()
                ? 0
                : 1 + UNITS.indexOf(Character.toUpperCase(size.group(2).charAt(0)));
        return Long.parseLong(size.group(1)) << (10 * unit);
    }
}
