package io.icmpscope.internal.analysis.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** How many helpers are asked for, what they do, and what is told of what went wrong; all in one thread. */
class CrewHelpersTest {

    private final Queue<Runnable> asked = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();

    @Test
    void helpersAreAskedForUntilThereAreEnough() {
        try (Crew crew = new Crew(3, asked::add)) {
            addTasks(crew, 1, 2, 3, 4, 5);
            assertEquals(2, asked.size(), "the third is who asks");
        }
        assertEquals(List.of(), done);
    }

    @Test
    void whoeverWorksAloneAsksNobody() throws IOException {
        try (Crew crew = new Crew(1, asked::add)) {
            addTasks(crew, 1, 2, 3);
            crew.workUntil(() -> done.size() == 2);
            assertEquals(List.of(1, 2), done);
        }
        assertEquals(0, asked.size());
        assertEquals(List.of(1, 2), done, "what is not waited for is given up");
    }

    @Test
    void aHelperDoesWhatIsThereAndLeaves() {
        try (Crew crew = new Crew(2, asked::add)) {
            addTasks(crew, 1, 2);
            asked.remove().run();
            assertEquals(List.of(1, 2), done);
            addTasks(crew, 3, 4);
            assertEquals(1, asked.size(), "one is asked for again");
            asked.remove().run();
            assertEquals(List.of(1, 2, 3, 4), done);
        }
    }

    /** Waiting is not leaving: who waits never was a helper. */
    @Test
    void whoeverWaitsDoesNotMakeRoomForMoreHelpers() throws IOException {
        try (Crew crew = new Crew(2, asked::add)) {
            addTasks(crew, 1);
            crew.workUntil(() -> done.size() == 1);
            addTasks(crew, 2, 3);
            assertEquals(1, asked.size(), "the one who was asked for may come yet");
        }
    }

    @Test
    void whenNoneCanBeHadOneIsAskedForWithEachTask() throws IOException {
        int[] refused = new int[1];
        try (Crew crew = new Crew(2, task -> {
            refused[0]++;
            throw new RejectedExecutionException("closed");
        })) {
            addTasks(crew, 1, 2, 3);
            assertEquals(3, refused[0]);
            crew.workUntil(() -> done.size() == 3);
        }
        assertEquals(List.of(1, 2, 3), done);
    }

    @Test
    void aHelperWhoIsInterruptedLeaves() {
        try (Crew crew = new Crew(2, asked::add)) {
            addTasks(crew, 1);
            Thread.currentThread().interrupt();
            asked.remove().run();
            Thread.interrupted();
            assertEquals(List.of(), done);
            addTasks(crew, 2);
            assertEquals(1, asked.size(), "another one is asked for");
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aHelperWhoComesTooLateDoesNothing() {
        Crew crew = new Crew(2, asked::add);
        addTasks(crew, 1);
        crew.close();
        addTasks(crew, 2);
        asked.remove().run();
        assertEquals(List.of(), done);
    }

    @Test
    void whatFailsFirstIsThrownWhereItIsWaitedFor() {
        Error first = new StackOverflowError("first");
        try (Crew crew = new Crew(2, asked::add)) {
            crew.add(() -> {
                throw first;
            });
            crew.add(() -> {
                throw new IllegalStateException("second");
            });
            asked.remove().run();
            assertSame(first, assertThrows(StackOverflowError.class, () -> crew.workUntil(() -> true)));
        }
        RuntimeException fault = new IllegalStateException("only");
        try (Crew crew = new Crew(1, asked::add)) {
            crew.add(() -> {
                throw fault;
            });
            assertSame(fault, assertThrows(IllegalStateException.class, () -> crew.workUntil(() -> false)));
        }
    }

    private void addTasks(Crew crew, int... numbers) {
        for (int number : numbers) {
            crew.add(() -> done.add(number));
        }
    }
}
