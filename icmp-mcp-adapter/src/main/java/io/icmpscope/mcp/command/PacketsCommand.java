package io.icmpscope.mcp.command;

import io.icmpscope.Timeline;
import io.icmpscope.mcp.access.CaptureAccess;
import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.json.ErrorJson;
import io.icmpscope.mcp.json.JsonWriter;
import io.icmpscope.mcp.json.PacketLines;
import io.icmpscope.mcp.unpack.CapturePackets;
import io.icmpscope.mcp.unpack.CaptureTimeline;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints every ICMP message of some captures, one JSON object a line. */
@Command(
        name = PacketsCommand.NAME,
        description = {
            "Prints every ICMP message of the captures, one JSON object a line, and after those of a capture a line with \"end\": true.",
            "A capture that cannot be read gives a line with \"error\", and the next one follows."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PacketsCommand implements Callable<Integer> {

    static final String NAME = "packets";

    private final Console console;

    @Mixin
    private final CaptureNames captures = new CaptureNames();

    PacketsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        JsonWriter json = new JsonWriter(console.out());
        int status = ExitStatus.READ;
        try (Call call = new Call();
                ProgressBar bar = ProgressBar.beside(console)) {
            call.tell(bar);
            call.begin("Reading", StoredSize.of(captures.list()));
            long before = 0;
            for (String capture : captures.list()) {
                long read = before;
                status = Math.max(status, print(capture, bytes -> call.at(read + bytes), json));
                console.out().flush();
                before += StoredSize.of(capture);
            }
        }
        return status;
    }

    private int print(String capture, Timeline.Progress progress, JsonWriter json) throws IOException {
        Refusal refusal;
        try {
            return printAll(capture, progress, json);
        } catch (Refusal refused) {
            refusal = refused;
        } catch (InternalError shortened) { // by the mapping of the file
            log().debug("a mapped file lost bytes", shortened);
            refusal = Refusal.shortened(capture);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            log().error("{} could not be read", capture, fault);
            refusal = Refusal.internal(capture);
        }
        json.line(ErrorJson.line(capture, refusal.sentence(), refusal.code().name()));
        return ExitStatus.NOT_READ;
    }

    private int printAll(String capture, Timeline.Progress progress, JsonWriter json) throws Refusal, IOException {
        try (CapturePackets packets = open(capture, progress)) {
            for (PacketEntry packet = next(capture, packets); packet != null; packet = next(capture, packets)) {
                json.line(PacketLines.packet(capture, packet));
                if (CaptureAccess.isStandardInput(capture) && console.in().available() == 0) {
                    console.out().flush(); // whoever feeds us waits for what came so far
                }
            }
            json.line(PacketLines.end(capture, packets.totalPackets(), packets.icmpPackets(), packets.capture()));
            return ExitStatus.of(packets.capture());
        }
    }

    private CapturePackets open(String capture, Timeline.Progress progress) throws Refusal {
        try {
            CaptureTimeline timeline = CaptureAccess.isStandardInput(capture)
                    ? CaptureTimeline.of(console.in())
                    : CaptureTimeline.of(CaptureAccess.commandLine(capture));
            return timeline.onProgress(progress).packets(AnalysisOptions.defaults());
        } catch (IOException failure) {
            throw Refusal.reading(capture, failure);
        }
    }

    /** Keeps what cannot be read apart from what cannot be written. */
    private static @Nullable PacketEntry next(String capture, CapturePackets packets) throws Refusal {
        try {
            return packets.next();
        } catch (IOException failure) {
            throw Refusal.reading(capture, failure);
        }
    }

    /** Made when there is something to log, which is seldom: it takes longer than a small capture. */
    private static Logger log() {
        return LoggerFactory.getLogger(PacketsCommand.class);
    }
}
