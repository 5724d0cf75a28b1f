package io.icmpscope.mcp.command;

import io.icmpscope.mcp.http.HttpOptions;
import io.icmpscope.mcp.http.HttpServer;
import io.icmpscope.mcp.server.ServerOptions;
import io.icmpscope.mcp.server.StdioServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command line as a whole: the server when no command is named. */
@Command(
        name = Commands.NAME,
        description = {
            "Says what the ICMP messages of packet captures tell.",
            "Without a command it is an MCP server, on standard input and output or over HTTP; the options are for it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:everything was read",
            "1:read with warnings: a capture is damaged or cut",
            "2:a capture could not be read, or the command line is wrong",
            "130:ended by Ctrl-C",
            "141:whoever read the answer stopped"
        })
public final class Commands implements Callable<Integer> {

    static final String NAME = "icmp-mcp-adapter";

    private final Console console;

    @Mixin
    private final ServerFlags flags = new ServerFlags();

    @Mixin
    private final HttpFlags httpFlags = new HttpFlags();

    /** A client that is gone is no failure of a server. */
    private boolean served;

    /** Somebody was told that the answer could not be written. */
    private boolean told;

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
        AnalyzeCommand plain = AnalyzeCommand.plain(console, args);
        if (plain != null) {
            return plain.run();
        }
        Commands commands = new Commands(console);
        CommandLine line = line(commands, console, args.length == 0 ? "" : args[0]);
        PrintWriter out = new PrintWriter(console.out(), false, StandardCharsets.UTF_8);
        line.setOut(out).setErr(console.err());
        line.setExecutionStrategy(Commands::execute);
        line.setParameterExceptionHandler(WrongUsage::tell);
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            commands.told = true;
            return WriteFailure.tell(failure, console);
        });
        int status = line.execute(args);
        return !commands.served && !commands.told && out.checkError() // which writes what is left
                ? WriteFailure.tell(new IOException("is the disk full?"), console)
                : status;
    }

    /** What the arguments are read by. Describing all commands takes longer than a small capture: one that is named stands alone. */
    private static CommandLine line(Commands commands, Console console, String first) {
        CommandLine alone = new CommandLine(CommandSpec.create().name(NAME));
        switch (first) {
            case AnalyzeCommand.NAME -> alone.addSubcommand(new AnalyzeCommand(console));
            case PacketsCommand.NAME -> alone.addSubcommand(new PacketsCommand(console));
            default -> {
                return new CommandLine(commands)
                        .addSubcommand(new AnalyzeCommand(console))
                        .addSubcommand(new PacketsCommand(console))
                        .addSubcommand(new ClassArchiveCommand(console))
                        .addSubcommand(new AutoComplete.GenerateCompletion());
            }
        }
        return alone;
    }

    /** A flag of the server before a command would be passed over in silence. */
    private static int execute(ParseResult parsed) {
        if (parsed.hasSubcommand()) {
            for (OptionSpec given : parsed.matchedOptions()) {
                if (!given.usageHelp() && !given.versionHelp()) {
                    throw new ParameterException(
                            parsed.commandSpec().commandLine(),
                            given.longestName() + " is for the server; the flags of "
                                    + parsed.subcommand().commandSpec().name() + " stand behind it");
                }
            }
        }
        return new RunLast().execute(parsed);
    }

    @Override
    public Integer call() {
        served = true;
        ServerOptions options = flags.options();
        HttpOptions http = httpFlags.options(System.getenv(TokenSource.VARIABLE), flags.hasRoots(), console.err());
        if (http != null) {
            return serve(http, options);
        }
        return serve(options);
    }

    private int serve(ServerOptions options) {
        try {
            StdioServer.serve(console.in(), console.out(), options);
            return ExitStatus.READ;
        } catch (IOException unreadable) {
            log().debug("the input cannot be read", unreadable);
            console.err().println("Standard input cannot be read: a client must be at its other end.");
            return ExitStatus.NOT_READ;
        }
    }

    private int serve(HttpOptions http, ServerOptions options) {
        HttpServer server;
        try {
            server = HttpServer.start(http, options);
        } catch (IOException failure) {
            log().debug("the server did not start", failure);
            console.err()
                    .println("The server cannot listen at port " + http.port() + " of " + http.host()
                            + ": another program may do so, or the system forbids it; choose another with --port.");
            return ExitStatus.NOT_READ;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        console.err().println("MCP server at " + server.address());
        try {
            server.join();
        } catch (InterruptedException ended) {
            server.close();
            Thread.currentThread().interrupt();
        }
        return ExitStatus.READ;
    }

    /** Made when there is something to log, which is seldom: it takes longer than a small capture. */
    private static Logger log() {
        return LoggerFactory.getLogger(Commands.class);
    }
}
