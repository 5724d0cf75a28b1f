package io.icmpscope;

import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that goes on with analyses which another one began, and sends back their reports. */
final class AnotherProcess {

    private AnotherProcess() {}

    /** An analysis of which the first events were seen. */
    record Begun(PartialReport partial, List<IcmpEvent> rest, TimelineOrder order, EventJoin.Result joined)
            implements Serializable {

        private IcmpReport finish() {
            rest.forEach(partial::see);
            return partial.report(order, joined);
        }
    }

    /** Reads analyses from one file and writes their reports to another. */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        List<IcmpReport> reports = new ArrayList<>();
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(Path.of(args[0])))) {
            for (int left = in.readInt(); left > 0; left--) {
                reports.add(((Begun) in.readObject()).finish());
            }
        }
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            out.writeObject(reports);
        }
    }

    /** Has another process go on with analyses. */
    @SuppressWarnings("unchecked") // it is what main writes
    static List<IcmpReport> finish(List<Begun> begun, Path folder)
            throws IOException, ClassNotFoundException, InterruptedException {
        Path sent = folder.resolve("sent");
        Path back = folder.resolve("back");
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(sent))) {
            out.writeInt(begun.size());
            for (Begun one : begun) {
                out.writeObject(one);
            }
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        Process other = new ProcessBuilder(
                        java, "-cp", classes, AnotherProcess.class.getName(), sent.toString(), back.toString())
                .inheritIO()
                .start();
        try {
            if (other.waitFor() != 0) {
                throw new IOException("the other process failed");
            }
        } finally {
            other.destroyForcibly();
        }
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(back))) {
            return (List<IcmpReport>) in.readObject();
        }
    }
}
