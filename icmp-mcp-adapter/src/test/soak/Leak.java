import io.icmpscope.mcp.Main;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server, with a thread beside it that keeps heap, open files and temporary files: what the soak must notice. */
final class Leak {

    private static final List<Object> KEPT = new ArrayList<>();

    private Leak() {}

    public static void main(String[] args) {
        Thread leak = new Thread(Leak::leak);
        leak.setDaemon(true);
        leak.start();
        Main.main(args);
    }

    private static void leak() {
        try {
            while (true) {
                KEPT.add(new byte[1 << 18]);
                Path file = Files.createTempFile("leak", null);
                KEPT.add(new FileInputStream(file.toFile()));
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (IOException | InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
