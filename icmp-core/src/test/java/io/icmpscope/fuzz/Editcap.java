package io.icmpscope.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Damage by another program: {@code editcap -E}, of Wireshark, changes each byte of each packet with some probability. */
final class Editcap {

    private static final List<String> PROBABILITIES = List.of("0.001", "0.01", "0.05", "0.2");

    private Editcap() {}

    /**
     * Has a capture damaged, and written in one of two formats.
     *
     * @param number decides about the damage; the same number does the same
     * @return what it wrote, or null when it could not read the capture
     */
    static byte[] damaged(Path capture, int number, Path out) throws IOException, InterruptedException {
        String probability = PROBABILITIES.get(number % PROBABILITIES.size());
        String format = number / PROBABILITIES.size() % 2 == 0 ? "pcapng" : "pcap";
        Files.deleteIfExists(out);
        Process editcap = new ProcessBuilder(
                        "editcap",
                        "-E",
                        probability,
                        "--seed",
                        String.valueOf(number),
                        "-F",
                        format,
                        capture.toString(),
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        editcap.waitFor();
        return Files.exists(out) && Files.size(out) > 0 ? Files.readAllBytes(out) : null;
    }
}
