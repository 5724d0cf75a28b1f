package io.icmpscope.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** The command that generates a capture and prints what is in it. */
public final class GenerateCapture {

    private static final String USAGE =
            "usage: GenerateCapture mixed|pings|sweep|families --packets N [--format pcap|pcapng] [--sessions S] [--seed X] OUT";

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
        }
    }

    /** Does what the words of a command line say. */
    static Truth generate(List<String> words) throws IOException {
        GenerateCapture command = new GenerateCapture(words);
        TrafficKind kind = TrafficKind.valueOf(command.word("kind").toUpperCase(Locale.ROOT));
        CaptureFormat format = CaptureFormat.PCAP;
        long packets = 0;
        int sessions = kind.usualSessions();
        long seed = 1;
        while (command.words.size() > 1) {
            String option = command.word("option");
            String value = command.word(option);
            switch (option) {
                case "--format" -> format = CaptureFormat.valueOf(value.toUpperCase(Locale.ROOT));
                case "--packets" -> packets = Long.parseLong(value);
                case "--sessions" -> sessions = Integer.parseInt(value);
                case "--seed" -> seed = Long.parseLong(value);
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
