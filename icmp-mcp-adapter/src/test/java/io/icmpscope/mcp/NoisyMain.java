package io.icmpscope.mcp;

import java.util.concurrent.locks.LockSupport;

/** The program with a library in it that prints to standard output all the time. */
public final class NoisyMain {

    private NoisyMain() {}

    public static void main(String[] args) {
        Thread noise = new Thread(() -> {
            while (true) {
                if (System.out == System.err) { // from when on the program has to care
                    System.out.println("noise");
                }
                LockSupport.parkNanos(100_000);
            }
        });
        noise.setDaemon(true);
        noise.start();
        Main.main(args);
    }
}
