package io.icmpscope.mcp.command;

import picocli.CommandLine.IVersionProvider;

/** Which version of the program this is, by the manifest of its jar. */
public final class Version implements IVersionProvider {

    /** Begins to know it; picocli and the server ask. */
    public Version() {}

    /**
     * Returns the version.
     *
     * @return such as 1.0.0, or a word when the program does not run from its jar
     */
    public static String number() {
        String number = Version.class.getPackage().getImplementationVersion();
        return number == null ? "development" : number;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"icmpscope " + number()};
    }
}
