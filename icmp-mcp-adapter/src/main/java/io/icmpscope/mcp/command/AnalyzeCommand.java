package io.icmpscope.mcp.command;

import io.icmpscope.mcp.access.CaptureAccess;
import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.json.ErrorJson;
import io.icmpscope.mcp.json.JsonWriter;
import io.icmpscope.mcp.json.PageJson;
import io.icmpscope.mcp.json.ReportJson;
import io.icmpscope.mcp.page.ReportPage;
import io.icmpscope.mcp.text.Screen;
import io.icmpscope.mcp.text.TextReport;
import io.icmpscope.mcp.unpack.CaptureTimeline;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints one report, of several captures as one timeline. */
@Command(
        name = AnalyzeCommand.NAME,
        description =
                "Prints one report of the captures: what was found, then the tables behind it. Several captures are merged by time, in whatever order they are given.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AnalyzeCommand implements Callable<Integer> {

    static final String NAME = "analyze";

    private static final String JSON = "--json";
    private static final String STANDARD_OUTPUT = "-";

    /** More than a wide screen has. */
    private static final int POINTS = 2_000;

    private final Console console;

    @Mixin
    private final CaptureNames captures = new CaptureNames();

    @Option(names = JSON, description = "Print the result of the MCP tool, a JSON object on one line, instead of text.")
    private boolean json;

    @Option(
            names = "--max-packets",
            paramLabel = "N",
            description =
                    "With --json: list N packet entries, however long the result gets (default: as many as fit into"
                            + " 64 KiB, 100 at most).")
    private @Nullable Integer maxPackets;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Write the report as a page for a browser, which loads nothing from anywhere, to FILE; - is"
                            + " standard output. Unless the page goes there, the text, or the object of --json, is printed too.")
    private @Nullable String html;

    private @Nullable PageFile page;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            converter = ColourChoice.Typed.class,
            description = "Colour the text: ${COMPLETION-CANDIDATES}; auto means on a terminal, unless NO_COLOR is set"
                    + " (default: ${DEFAULT-VALUE}).",
            defaultValue = "auto")
    private ColourChoice colour = ColourChoice.AUTO;

    /** What the text is read on. */
    private Screen screen = Screen.NONE;

    /** The capture that is to blame when something fails now. */
    private String reading = "";

    @Spec
    private @Nullable CommandSpec spec;

    AnalyzeCommand(Console console) {
        this.console = console;
    }

    /**
     * The command in its plainest form: captures, and perhaps {@code --json}. It needs no description of all that could be
     * given, which takes longer than a small capture.
     *
     * @return the command, or null when the arguments have to be parsed
     */
    static @Nullable AnalyzeCommand plain(Console console, String... args) {
        if (args.length == 0 || !args[0].equals(NAME)) {
            return null;
        }
        AnalyzeCommand command = new AnalyzeCommand(console);
        for (int i = 1; i < args.length; i++) {
            String arg = args[i];
            if (arg.equals(JSON)) {
                command.json = true;
            } else if (arg.isEmpty() || arg.startsWith("-") || arg.startsWith("@")) {
                return null;
            } else {
                command.captures.list().add(arg);
            }
        }
        return command.captures.list().isEmpty() || !command.json ? null : command;
    }

    /** Answers, and returns the exit status, also when nobody takes the answer. */
    int run() {
        Preload.start();
        try {
            return call();
        } catch (IOException failure) {
            return WriteFailure.tell(failure, console);
        }
    }

    @Override
    public Integer call() throws IOException {
        check();
        screen = json || isPagePrinted() ? Screen.NONE : screen();
        Refusal refusal;
        try {
            return print(read(options()));
        } catch (Refusal refused) {
            refusal = refused;
        } catch (InternalError shortened) { // by the mapping of the file
            log().debug("a mapped file lost bytes", shortened);
            refusal = Refusal.shortened(reading);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            log().error("{} could not be analysed", captures.list(), fault);
            refusal = Refusal.internal(reading);
        }
        return refuse(refusal);
    }

    private void check() {
        reading = captures.list().get(0);
        if (captures.list().stream().filter(CaptureAccess::isStandardInput).count() > 1) {
            throw wrongUsage("- is given more than once; standard input can be read only once");
        }
        if (maxPackets != null && maxPackets < 0) {
            throw wrongUsage("--max-packets must be 0 or more, not " + maxPackets);
        }
        if (isPagePrinted() && json) {
            throw wrongUsage("--html - and --json both print to standard output; name a file for the page");
        }
        if (html != null && !isPagePrinted()) {
            try {
                page = PageFile.at(html, captures.list());
            } catch (IllegalArgumentException refused) {
                throw wrongUsage(String.valueOf(refused.getMessage()));
            }
        }
    }

    private boolean isPagePrinted() {
        return STANDARD_OUTPUT.equals(html);
    }

    private ParameterException wrongUsage(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }

    private AnalysisOptions options() {
        AnalysisOptions options = AnalysisOptions.defaults().withSeries(html == null ? screen.points() : POINTS);
        return maxPackets == null ? options : options.withMaxPackets(maxPackets);
    }

    private IcmpReport read(AnalysisOptions options) throws Refusal {
        try (Call call = new Call();
                ProgressBar bar = ProgressBar.on(console)) {
            call.tell(bar);
            call.begin("Reading", StoredSize.of(captures.list()));
            CaptureTimeline timeline = new CaptureTimeline().onProgress(call::at);
            for (String capture : captures.list()) {
                reading = capture;
                if (CaptureAccess.isStandardInput(capture)) {
                    timeline.add(capture, console.in());
                } else {
                    timeline.add(capture, CaptureAccess.commandLine(capture));
                }
            }
            reading = captures.list().get(0);
            return timeline.analyze(options);
        } catch (CaptureFormatException notACapture) {
            reading = notACapture.file() == null ? reading : notACapture.file();
            throw Refusal.reading(reading, notACapture);
        } catch (FileSystemException failure) {
            reading = failure.getFile() == null ? reading : failure.getFile();
            throw Refusal.reading(reading, failure);
        } catch (IOException failure) {
            throw Refusal.reading(reading, failure);
        }
    }

    private int print(IcmpReport report) throws IOException {
        String capture = report.captures().isEmpty()
                ? captures.list().get(0)
                : report.captures().get(0).name();
        Instant now = Instant.now();
        String document = html == null ? "" : ReportPage.of(ReportJson.page(capture, report, now), PageJson.of(report));
        boolean written = page == null || write(page, document);
        if (isPagePrinted()) {
            console.out().write(document.getBytes(StandardCharsets.UTF_8));
        } else if (json) {
            new JsonWriter(console.out()).line(ReportJson.of(capture, report, now, maxPackets));
        } else {
            console.out().write(TextReport.of(capture, report, screen).getBytes(StandardCharsets.UTF_8));
        }
        console.out().flush();
        return written ? ExitStatus.of(report.capture()) : ExitStatus.NOT_READ;
    }

    /** The report is printed whether or not its page can be written. */
    private boolean write(PageFile to, String text) {
        try {
            to.write(text);
            return true;
        } catch (IOException failure) {
            log().debug("the page could not be written", failure);
            console.err()
                    .println("The page could not be written to " + html + " (" + WriteFailure.reason(failure)
                            + "); look for room and rights there.");
            return false;
        }
    }

    private Screen screen() {
        String charset = System.getProperty("stdout.encoding", System.getProperty("native.encoding", ""));
        return colour.screen(console.isTerminal(StandardStream.OUTPUT), System.getenv(), charset);
    }

    private int refuse(Refusal refusal) throws IOException {
        if (json) {
            new JsonWriter(console.out())
                    .line(ErrorJson.result(refusal.sentence(), refusal.code().name(), reading));
            console.out().flush();
        } else {
            console.err().println(refusal.sentence());
        }
        return ExitStatus.NOT_READ;
    }

    /** Made when there is something to log, which is seldom: it takes longer than a small capture. */
    private static Logger log() {
        return LoggerFactory.getLogger(AnalyzeCommand.class);
    }
}
