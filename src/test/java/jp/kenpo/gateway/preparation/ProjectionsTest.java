package jp.kenpo.gateway.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.payload.Ticket;
import jp.kenpo.gateway.preparation.Projections.Projection;
import jp.kenpo.gateway.preparation.Projections.Question;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two counterparties get the same file at the same time. */
@Timeout(20)
class ProjectionsTest {

    private static final Ticket WHOLE = new Ticket("whole", "key", "a".repeat(64), 10);
    private static final Ticket PART = new Ticket("part", "key", "b".repeat(64), 5);
    private static final Question ALL = question("receipt.points", "receipt.drug");
    private static final Question POINTS = question("receipt.points");

    private final Projections projections = new Projections();
    private final ExecutorService first = Executors.newSingleThreadExecutor();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void end() {
        goOn.countDown();
        first.shutdown();
    }

    @Test
    void oneReadingDoesForBothWhereAllRemains() throws Exception {
        Future<Projection> one = begin(ALL, WHOLE);
        Future<Projection> two = second(ALL);
        goOn.countDown();
        assertThat(one.get()).isSameAs(two.get());
        assertThat(made).hasValue(1);
    }

    @Test
    void eachHasItsOwnWhereSomethingIsRemovedAndTheSecondDoesNotWaitForTheEnd() throws Exception {
        Future<Projection> one = first.submit(() -> projections.of(ALL, differs -> {
            differs.run();
            return make(PART);
        }));
        begun.await();
        projections.of(ALL, differs -> projection(PART));
        assertThat(one.isDone()).isFalse();
        goOn.countDown();
        assertThat(one.get().remains()).isEqualTo(PART);
    }

    @Test
    void whatWasCutDownIsNeverGivenToAnother() throws Exception {
        begin(ALL, PART);
        Future<Projection> two = second(ALL);
        goOn.countDown();
        assertThat(two.get().remains()).isEqualTo(WHOLE);
    }

    @Test
    void aPermissionOfItsOwnIsAQuestionOfItsOwn() throws Exception {
        begin(ALL, WHOLE);
        assertThat(projections.of(POINTS, differs -> projection(PART)).remains())
                .isEqualTo(PART);
    }

    @Test
    void theSecondTriesItselfWhatFailedForTheFirst() throws Exception {
        Future<Projection> one = first.submit(() -> projections.of(ALL, differs -> {
            begun.countDown();
            await();
            throw new IOException("can't be read");
        }));
        begun.await();
        Future<Projection> two = second(ALL);
        goOn.countDown();
        assertThat(two.get().remains()).isEqualTo(WHOLE);
        assertThatThrownBy(one::get).hasRootCauseMessage("can't be read");
    }

    @Test
    void isMadeAnewWhenItIsAskedLater() throws Exception {
        projections.of(ALL, differs -> projection(WHOLE));
        projections.of(ALL, differs -> projection(WHOLE));
        assertThat(made).hasValue(2);
    }

    private Future<Projection> begin(Question question, Ticket remains) throws InterruptedException {
        Future<Projection> one = first.submit(() -> projections.of(question, differs -> make(remains)));
        begun.await();
        return one;
    }

    /** Asks in a thread of its own and returns when it waits. */
    private Future<Projection> second(Question question) throws InterruptedException {
        ExecutorService second = Executors.newSingleThreadExecutor();
        Thread[] asking = new Thread[1];
        CountDownLatch asks = new CountDownLatch(1);
        Future<Projection> two = second.submit(() -> {
            asking[0] = Thread.currentThread();
            asks.countDown();
            return projections.of(question, differs -> projection(WHOLE));
        });
        second.shutdown();
        asks.await();
        Awaitility.await("the second waits, or has its own")
                .until(() -> two.isDone() || asking[0].getState() == Thread.State.WAITING);
        return two;
    }

    private Projection make(Ticket remains) {
        begun.countDown();
        await();
        return projection(remains);
    }

    private void await() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Projection projection(Ticket remains) {
        made.incrementAndGet();
        return new Projection(remains, new Projected(1, Set.of(), Map.of()), Optional.empty());
    }

    private static Question question(String... fields) {
        return new Question(WHOLE, "receipt", new Permission(Set.of(fields), false));
    }
}
