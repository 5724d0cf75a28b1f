package io.icmpscope.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The long run: {@code SEED COUNT BY_EDITCAP FOLDER...} damages the captures of the folders so many times, and has editcap
 * damage so many more. Prints what came of it. The bytes of what did not hold are left in the folder {@code target/mangled}.
 */
public final class MangleCaptures {

    private static final int PROGRESS = 10_000; // captures

    private MangleCaptures() {}

    /** Returns to the shell 1 when something did not hold. */
    public static void main(String[] args) throws IOException, InterruptedException {
        long seed = Long.parseLong(args[0]);
        int count = Integer.parseInt(args[1]);
        int byEditcap = Integer.parseInt(args[2]);
        List<Path> files = new ArrayList<>();
        for (int i = 3; i < args.length; i++) {
            files.addAll(captures(Path.of(args[i])));
        }
        Instant start = Instant.now();
        Path folder = Files.createDirectories(Path.of("target", "mangled"));
        Mangling mangling = new Mangling(files, seed, folder.resolve("current"));
        for (int round = 0, told = 0; mangling.count() < count && !mangling.isHopeless(); round++) {
            mangling.round(round, count);
            if (mangling.count() / PROGRESS > told) {
                told = mangling.count() / PROGRESS;
                System.out.println(mangling.count() + " captures, " + mangling.faults.size() + " faults");
            }
        }
        int others = damageByEditcap(mangling, files, (int) seed, byEditcap, folder.resolve("editcap"));
        print(mangling, files.size(), others, Duration.between(start, Instant.now()));
        for (int i = 0; i < mangling.faults.size(); i++) {
            Files.write(folder.resolve("fault-" + i), mangling.faults.get(i).capture());
        }
        System.exit(mangling.faults.isEmpty() ? 0 : 1);
    }

    private static List<Path> captures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns how many captures there were. What editcap cannot read is left out after the first attempt. */
    private static int damageByEditcap(Mangling mangling, List<Path> files, int seed, int count, Path out)
            throws IOException, InterruptedException {
        List<Path> readable = new ArrayList<>(files);
        int done = 0;
        for (int number = 0; done < count && !readable.isEmpty() && !mangling.isHopeless(); number++) {
            Path capture = readable.get(number % readable.size());
            byte[] damaged = Editcap.damaged(capture, seed + number, out);
            if (damaged == null) {
                readable.remove(capture);
            } else {
                done++;
                mangling.judgeOther(capture.getFileName() + " by editcap, number " + (seed + number), damaged);
            }
        }
        return done;
    }

    private static void print(Mangling mangling, int files, int byEditcap, Duration took) {
        System.out.printf("%-20s %8s %8s %8s%n", "damage", "refused", "warned", "read");
        mangling.verdicts.forEach((damage, row) -> line(damage.name().toLowerCase(Locale.ROOT), row));
        line("editcap -E", mangling.ofOthers);
        System.out.printf(
                "%d captures, %d of them by editcap, of %d files; %d faults; %d s%n",
                mangling.count(), byEditcap, files, mangling.faults.size(), took.toSeconds());
        for (Mangling.Fault fault : mangling.faults) {
            System.out.println(fault);
            fault.why().printStackTrace(System.out);
        }
    }

    private static void line(String damage, Map<Verdict, Integer> row) {
        System.out.printf(
                "%-20s %8d %8d %8d%n",
                damage,
                row.getOrDefault(Verdict.REFUSED, 0),
                row.getOrDefault(Verdict.WARNED, 0),
                row.getOrDefault(Verdict.READ, 0));
    }
}
