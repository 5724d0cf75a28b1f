package io.icmpscope.internal.analysis.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever waits is woken up by whatever may be waited for. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrewWaitsTest {

    private final AtomicBoolean so = new AtomicBoolean();
    private volatile Throwable thrown;
    private volatile boolean interruptedAfterwards;

    @Test
    void byATaskThatNobodyElseDoes() throws Exception {
        Crew crew = new Crew(2, task -> {});
        Thread waiter = waits(crew);
        crew.add(() -> so.set(true));
        waiter.join();
        assertNull(thrown);
    }

    @Test
    void byTheEndOfATaskThatAnotherDoes() throws Exception {
        waitsWhileAnotherDoes(() -> so.set(true));
        assertNull(thrown);
    }

    @Test
    void byAFaultOfAnother() throws Exception {
        waitsWhileAnotherDoes(() -> {
            throw new IllegalStateException("broken");
        });
        assertInstanceOf(IllegalStateException.class, thrown);
    }

    /** The other is in the middle of its task when the waiting begins. */
    private void waitsWhileAnotherDoes(Runnable end) throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        Crew crew = new Crew(2, task -> new Thread(task).start());
        CountDownLatch begun = new CountDownLatch(1);
        crew.add(() -> {
            begun.countDown();
            await(goOn);
            end.run();
        });
        begun.await();
        Thread waiter = waits(crew);
        goOn.countDown();
        waiter.join();
    }

    @Test
    void byWhoeverTells() throws Exception {
        Crew crew = new Crew(2, task -> {});
        Thread waiter = waits(crew);
        so.set(true);
        crew.tell();
        waiter.join();
        assertNull(thrown);
    }

    @Test
    void byAnInterruptionWhichItPassesOn() throws Exception {
        Thread waiter = waits(new Crew(2, task -> {}));
        waiter.interrupt();
        waiter.join();
        assertInstanceOf(InterruptedIOException.class, thrown);
        assertTrue(interruptedAfterwards);
    }

    /** Somebody may use what will be closed next. */
    @Test
    void closingWaitsForWhatIsBeingDoneEvenWhenItIsInterrupted() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Crew crew = new Crew(2, task -> new Thread(task).start());
        crew.add(() -> {
            begun.countDown();
            await(goOn);
            so.set(true);
        });
        begun.await();
        AtomicBoolean doneBefore = new AtomicBoolean();
        Thread closer = started(() -> {
            crew.close();
            doneBefore.set(so.get());
        });
        closer.interrupt();
        Thread.sleep(20); // enough to go on if it did
        assertEquals(Thread.State.WAITING, closer.getState());
        goOn.countDown();
        closer.join();
        assertTrue(doneBefore.get());
        assertTrue(interruptedAfterwards);
    }

    private interface Step {
        void run() throws IOException;
    }

    private Thread waits(Crew crew) throws InterruptedException {
        return started(() -> crew.workUntil(so::get));
    }

    /** A thread that has begun to wait. */
    private Thread started(Step step) throws InterruptedException {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException | RuntimeException fault) {
                thrown = fault;
            }
            interruptedAfterwards = Thread.currentThread().isInterrupted();
        });
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            assertTrue(thread.isAlive(), "it did not wait");
            Thread.sleep(1);
        }
        return thread;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
