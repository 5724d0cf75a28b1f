package io.icmpscope.bench;

import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * The JSON of the adapter, by the classes of its runnable jar, as it is shipped. They are found by name and not compiled
 * against: this module needs none of the adapter's libraries to be built or to run.
 */
final class AdapterJson {

    private static final String JAR = "icmp-mcp-adapter/target/icmp-mcp-adapter.jar";

    private final MethodHandle brief;
    private final MethodHandle write;

    private AdapterJson(MethodHandle brief, MethodHandle write) {
        this.brief = brief;
        this.write = write;
    }

    /** Loads the classes from the adapter's jar of the same source tree, whose core is then that of this module. */
    static AdapterJson load() throws IOException, ReflectiveOperationException {
        Path jar = jar();
        if (!Files.isReadable(jar)) {
            throw new NoSuchFileException("no " + jar + ", which mvn package makes");
        }
        ClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, AdapterJson.class.getClassLoader());
        Class<?> report = loader.loadClass("io.icmpscope.mcp.json.ReportJson");
        Class<?> writer = loader.loadClass("io.icmpscope.mcp.json.JsonWriter");
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodHandle brief = lookup.findStatic(
                report, "brief", MethodType.methodType(Map.class, String.class, IcmpReport.class, Instant.class));
        MethodHandle line = lookup.findVirtual(writer, "line", MethodType.methodType(void.class, Map.class));
        MethodHandle made = lookup.findConstructor(writer, MethodType.methodType(void.class, OutputStream.class));
        return new AdapterJson(brief, MethodHandles.collectArguments(line, 0, made));
    }

    /** Where this class lies is a jar or a folder in the target folder of this module. */
    private static Path jar() {
        URL here = AdapterJson.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(here.toString()))
                .resolveSibling("../..")
                .resolve(JAR)
                .normalize();
    }

    /** Prints a report as the MCP tool gives it, on one line. */
    void print(IcmpReport report, OutputStream out) throws IOException {
        try {
            write.invoke(out, (Map<?, ?>) brief.invoke("capture.pcap", report, Instant.EPOCH));
        } catch (IOException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new UncheckedIOException(new IOException(failure));
        }
    }
}
