package io.icmpscope.mcp.command;

import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.fetch.CaptureLocator;
import io.icmpscope.mcp.server.ServerOptions;
import io.icmpscope.mcp.server.StdioServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line as a whole: the server when no command is named. */
@Command(
        name = "icmp-mcp-adapter",
        description = {
            "Says what the ICMP messages of packet captures tell.",
            "Without a command it is an MCP server on standard input and output."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:everything was read",
            "1:read with warnings: a capture is damaged or cut",
            "2:a capture could not be read, or the command line is wrong"
        })
public final class Commands implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final Console console;

    @Option(
            names = "--max-packets",
            paramLabel = "N",
            description = "The server lists at most N packet entries, whatever a client asks for"
                    + " (default: ${DEFAULT-VALUE}).",
            defaultValue = "" + ServerOptions.MOST_ENTRIES)
    private int maxPackets = ServerOptions.MOST_ENTRIES;

    @Spec
    private @Nullable CommandSpec spec;

    private Commands(Console console) {
        this.console = console;
    }

    /**
     * Runs what the arguments ask for.
     *
     * @param console where to read and answer
     * @param args the arguments
     * @return the exit status
     */
    public static int run(Console console, String... args) {
        CommandLine line = new CommandLine(new Commands(console));
        line.addSubcommand(new AnalyzeCommand(console));
        line.addSubcommand(new PacketsCommand(console));
        PrintWriter out = new PrintWriter(console.out(), false, StandardCharsets.UTF_8);
        line.setOut(out).setErr(console.err());
        line.setExecutionExceptionHandler(Commands::failed);
        int status = line.execute(args);
        out.flush();
        return status;
    }

    /** What is left to fail is writing: nobody reads the answer any more, or the disk is full. */
    private static int failed(Exception failure, CommandLine line, ParseResult parsed) {
        LOG.debug("{} failed", parsed.originalArgs(), failure);
        line.getErr().println("The answer could not be written (" + failure.getMessage() + ").");
        return ExitStatus.NOT_READ;
    }

    @Override
    public Integer call() throws IOException {
        if (maxPackets < 0) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--max-packets must be 0 or more, not " + maxPackets);
        }
        ServerOptions options = new ServerOptions(
                Version.number(), maxPackets, ServerOptions.TIMEOUT, new CaptureLocator(AccessRules.defaults()));
        StdioServer.serve(console.in(), console.out(), options);
        return ExitStatus.READ;
    }
}
