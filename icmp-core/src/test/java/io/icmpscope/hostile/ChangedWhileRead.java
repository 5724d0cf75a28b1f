package io.icmpscope.hostile;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.IcmpPackets;
import io.icmpscope.Timeline;
import io.icmpscope.Workers;
import io.icmpscope.report.Access;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file that is changed when a part of it was read, by the program itself, so that it is always the same part. */
final class ChangedWhileRead {

    private static final int MIB = 1 << 20;

    private ChangedWhileRead() {}

    /** Analyses a capture, which is changed when a MiB was read. */
    static IcmpReport analyze(Path capture, FileChange change, Access access, int threads) throws IOException {
        boolean[] done = new boolean[1];
        Timeline timeline = Timeline.of(List.of(capture))
                .with(Workers.threads(threads))
                .onProgress(bytes -> {
                    if (!done[0] && bytes >= MIB) {
                        done[0] = true;
                        change(capture, change);
                    }
                });
        IcmpReport report = IcmpAnalyzer.analyze(timeline, Opened.ALL.withAccess(access));
        if (!done[0]) {
            throw new AssertionError("nothing was changed");
        }
        return report;
    }

    /** Goes through the messages one by one, and changes the file behind the thousandth; gives the facts at the end. */
    static CaptureFacts packets(Path capture, FileChange change, Access access) throws IOException {
        try (IcmpPackets packets = IcmpAnalyzer.packets(capture, Opened.ALL.withAccess(access))) {
            while (packets.next() != null) {
                if (packets.icmpPackets() == 1_000) {
                    change.to(capture);
                }
            }
            return packets.capture();
        }
    }

    private static void change(Path capture, FileChange change) {
        try {
            change.to(capture);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** In a JVM that may come to its end by it: a mapped file, and the change; prints what became of it. */
    public static void main(String[] args) throws IOException {
        Path capture = Path.of(args[0]);
        FileChange change = FileChange.valueOf(args[1]);
        try {
            IcmpReport report = analyze(capture, change, Access.MAPPED, Integer.parseInt(args[2]));
            System.out.println(
                    "read " + report.icmpPackets() + " of " + report.capture().sizeBytes() + " bytes, warnings "
                            + report.capture().warnings().total());
        } catch (InternalError lost) {
            System.out.println("lost"); // JDK: a fault occurred in an unsafe memory access operation
        }
    }

    /** Starts such a JVM; gives what it printed, or that it was aborted. */
    static String inAnotherJvm(Path capture, FileChange change, int threads) throws IOException, InterruptedException {
        Path said = capture.resolveSibling("said");
        Path folder = Files.createDirectories(capture.resolveSibling("jvm"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("hs_err"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ChangedWhileRead.class.getName(),
                capture.toString(),
                change.name(),
                String.valueOf(threads)));
        Process other = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (!other.waitFor(60, TimeUnit.SECONDS)) {
                return "hangs";
            }
        } finally {
            other.destroyForcibly();
        }
        String words = Files.readString(said).strip();
        return other.exitValue() == 0 ? words : Files.exists(folder.resolve("hs_err")) ? "aborted" : "failed: " + words;
    }
}
