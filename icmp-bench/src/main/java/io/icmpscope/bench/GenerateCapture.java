package io.icmpscope.bench;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The command that generates a capture and prints what is in it. */
public final class GenerateCapture {

    private static final String USAGE =
            "usage: GenerateCapture mixed|pings|sweep|families --packets N [--format pcap|pcapng] [--sessions S] [--seed X] OUT";

    private static final int MOST_SESSIONS = 10_000_000; // some hundred bytes of heap each

    private final Deque<String> words;

    private GenerateCapture(List<String> words) {
        this.words = new ArrayDeque<>(words);
    }

    /**
     * Generates a capture.
     *
     * @param args see the usage text, which is printed when they cannot be understood
     * @throws IOException when the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        try {
            System.out.println(generate(List.of(args)));
        } catch (IllegalArgumentException misuse) {
            System.err.println(misuse.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        } catch (NoSuchFileException noDirectory) {
            System.err.println("cannot write " + noDirectory.getMessage() + ": no such directory");
            System.exit(1);
        }
    }

    /** Does what the words of a command line say. */
    static Truth generate(List<String> words) throws IOException {
        GenerateCapture command = new GenerateCapture(words);
        TrafficKind kind = Words.oneOf(TrafficKind.class, "kind", command.word("kind"));
        CaptureFormat format = CaptureFormat.PCAP;
        long packets = 0;
        int sessions = kind.usualSessions();
        long seed = 1;
        while (command.words.size() > 1) {
            String option = command.word("option");
            String value = command.word(option);
            switch (option) {
                case "--format" -> format = Words.oneOf(CaptureFormat.class, option, value);
                case "--packets" -> packets = Words.number(option, value, 1, Long.MAX_VALUE);
                case "--sessions" -> sessions = (int) Words.number(option, value, 1, MOST_SESSIONS);
                case "--seed" -> seed = Words.number(option, value, Long.MIN_VALUE, Long.MAX_VALUE);
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        CaptureSpec spec = new CaptureSpec(kind, format, packets, sessions, seed);
        return spec.generate(Path.of(command.word("output file")));
    }

    private String word(String what) {
        String word = words.poll();
        if (word == null) {
            throw new IllegalArgumentException("missing: " + what);
        }
        return word;
    }
}
