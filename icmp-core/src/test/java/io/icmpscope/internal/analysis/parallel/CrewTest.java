package io.icmpscope.internal.analysis.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Cleaner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Who does which task, and what is left of those that nobody did. */
class CrewTest {

    /** To read there would close the file for all. */
    @Test
    void aThreadThatIsInterruptedDoesNothing() throws Exception {
        AtomicReference<Thread> worker = new AtomicReference<>();
        List<Thread> helpers = new ArrayList<>();
        try (Crew crew = new Crew(2, task -> {
            Thread helper = new Thread(() -> {
                Thread.currentThread().interrupt();
                task.run();
            });
            helpers.add(helper);
            helper.start();
        })) {
            crew.add(() -> worker.set(Thread.currentThread()));
            helpers.get(0).join();
            assertNull(worker.get());
            crew.workUntil(() -> worker.get() != null);
        }
        assertSame(Thread.currentThread(), worker.get());
    }

    /** An executor that is busy for hours may keep us all the time. */
    @Test
    void whatNobodyBeganIsNotKeptWhenTheCrewIsClosed() throws Exception {
        Queue<Runnable> busy = new ArrayDeque<>();
        CountDownLatch gone = new CountDownLatch(1);
        Cleaner cleaner = Cleaner.create();
        try (Crew crew = new Crew(2, busy::add)) {
            crew.add(taskThatIsTold(cleaner, gone::countDown));
        }
        assertEquals(1, busy.size());
        for (int tries = 0; tries < 100 && gone.getCount() > 0; tries++) {
            System.gc();
            gone.await(100, TimeUnit.MILLISECONDS);
        }
        assertEquals(0, gone.getCount(), "the task is still there");
        busy.remove().run(); // too late, and harmless
        assertTrue(busy.isEmpty());
    }

    private static Runnable taskThatIsTold(Cleaner cleaner, Runnable gone) {
        byte[] buffer = new byte[1_000];
        cleaner.register(buffer, gone);
        return () -> buffer[0]++;
    }
}
