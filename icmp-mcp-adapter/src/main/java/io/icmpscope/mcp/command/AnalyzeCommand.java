package io.icmpscope.mcp.command;

import io.icmpscope.mcp.access.CaptureAccess;
import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.json.ErrorJson;
import io.icmpscope.mcp.json.JsonWriter;
import io.icmpscope.mcp.json.ReportJson;
import io.icmpscope.mcp.text.TextReport;
import io.icmpscope.mcp.unpack.Captures;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints one report. */
@Command(
        name = "analyze",
        description = "Prints a report of a capture.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AnalyzeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(AnalyzeCommand.class);

    private final Console console;

    @Parameters(paramLabel = "CAPTURE", arity = "1..*", description = "The capture file; - is standard input.")
    private List<String> captures = new ArrayList<>();

    @Option(names = "--json", description = "Print the result object of the MCP tool instead of text.")
    private boolean json;

    @Option(
            names = "--max-packets",
            paramLabel = "N",
            description = "List N packet entries in the JSON result, however long it gets.")
    private @Nullable Integer maxPackets;

    @Spec
    private @Nullable CommandSpec spec;

    AnalyzeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        check();
        String capture = captures.get(0);
        Refusal refusal;
        try {
            return print(capture, read(capture));
        } catch (Refusal refused) {
            refusal = refused;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            LOG.error("{} could not be analysed", capture, fault);
            refusal = Refusal.internal(capture);
        }
        return refuse(capture, refusal);
    }

    private void check() {
        if (captures.size() > 1) {
            throw wrongUsage("analyze takes one capture for now, not " + captures.size()
                    + "; joining several into one timeline is not built yet (mergecap does it)");
        }
        if (maxPackets != null && maxPackets < 0) {
            throw wrongUsage("--max-packets must be 0 or more, not " + maxPackets);
        }
    }

    private ParameterException wrongUsage(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }

    private IcmpReport read(String capture) throws Refusal {
        AnalysisOptions options = AnalysisOptions.defaults();
        if (maxPackets != null) {
            options = options.withMaxPackets(maxPackets);
        }
        try {
            return CaptureAccess.isStandardInput(capture)
                    ? Captures.analyze(console.in(), options)
                    : Captures.analyze(CaptureAccess.commandLine(capture), options);
        } catch (IOException failure) {
            throw Refusal.reading(capture, failure);
        }
    }

    private int print(String capture, IcmpReport report) throws IOException {
        if (json) {
            Instant now = Instant.now();
            new JsonWriter(console.out())
                    .line(
                            maxPackets == null
                                    ? ReportJson.brief(capture, report, now)
                                    : ReportJson.full(capture, report, now));
        } else {
            console.out().write(TextReport.of(capture, report).getBytes(StandardCharsets.UTF_8));
        }
        console.out().flush();
        return ExitStatus.of(report.capture());
    }

    private int refuse(String capture, Refusal refusal) throws IOException {
        if (json) {
            new JsonWriter(console.out())
                    .line(ErrorJson.result(refusal.sentence(), refusal.code().name(), capture));
            console.out().flush();
        } else {
            console.err().println(refusal.sentence());
        }
        return ExitStatus.NOT_READ;
    }
}
