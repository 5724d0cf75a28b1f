package io.icmpscope.mcp.command;

import picocli.CommandLine.ITypeConverter;

/** Keeps the name of a file as it was typed: a {@link java.io.File} would tidy it up. */
final class AsGiven implements ITypeConverter<String> {

    /** Picocli asks for it. */
    AsGiven() {}

    @Override
    public String convert(String typed) {
        return typed;
    }
}
