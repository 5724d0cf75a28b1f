package io.icmpscope.mcp;

/** Starts what the command line asks for. */
public final class Main {
    private Main() {}

    /**
     * Says which program this is; the commands follow.
     *
     * @param args not read yet
     */
    public static void main(String[] args) {
        System.out.println("icmpscope " + Main.class.getPackage().getImplementationVersion());
    }
}
