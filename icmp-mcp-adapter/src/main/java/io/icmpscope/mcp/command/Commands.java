package io.icmpscope.mcp.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line as a whole. */
@Command(
        name = "icmp-mcp-adapter",
        description = "Says what the ICMP messages of a packet capture tell.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Commands implements Runnable {

    private Commands() {}

    /**
     * Runs what the arguments ask for.
     *
     * @param console where to read and answer
     * @param args the arguments
     * @return the exit status
     */
    public static int run(Console console, String... args) {
        CommandLine line = new CommandLine(new Commands());
        line.addSubcommand(new AnalyzeCommand(console));
        line.addSubcommand(new PacketsCommand(console));
        PrintWriter out = new PrintWriter(console.out(), true, StandardCharsets.UTF_8);
        line.setOut(out);
        int status = line.execute(args);
        out.flush();
        return status;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(new CommandLine(this), "Name a command.");
    }
}
