package io.icmpscope.mcp.fetch;

import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.call.Call;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that has downloaded something, says where it is, and waits for its end. */
final class Downloading {

    static final String CLASSES = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private Downloading() {}

    public static void main(String[] args) throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(new byte[5])))) {
            LocatedCapture capture = new CaptureLocator(new AccessRules(List.of(), true, true, 1000))
                    .locate(host.url("/?secret"), new Call());
            System.out.println(capture.file());
            Thread.sleep(Fetching.HANG.toMillis());
        }
    }

    /** Starts one. */
    static Process start(Path temporary) throws IOException {
        return start(temporary, ProcessBuilder.Redirect.INHERIT);
    }

    /** Starts one that logs all it can to a place. */
    static Process start(Path temporary, ProcessBuilder.Redirect log) throws IOException {
        return startJava(
                log,
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel="
                        + (log == ProcessBuilder.Redirect.INHERIT ? "warn" : "trace"),
                "-cp",
                CLASSES,
                Downloading.class.getName());
    }

    /** Starts a JVM of this version. */
    static Process startJava(ProcessBuilder.Redirect log, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectError(log).start();
    }

    /** Waits for what one says. */
    static String file(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
