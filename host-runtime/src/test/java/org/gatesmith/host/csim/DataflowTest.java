package org.gatesmith.host.csim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.gatesmith.host.csim.DataflowCases.Answers;
import org.gatesmith.host.csim.DataflowCases.Case;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Dataflow regions whose processes run concurrently on bounded FIFOs. */
class DataflowTest {

    private static final int DEADLOCK = 3;
    private static final int FAULT = 4;

    private static DataflowCases cases;

    @BeforeAll
    static void build() {
        cases = DataflowCases.concurrent();
    }

    @Test
    void processesPassValuesThroughShallowFifos() {
        assertResult(Case.PIPELINE, 1000, i -> 3 * (10 + i));
    }

    @Test
    void aProcessMayBeARegionItself() {
        assertResult(Case.NESTED, 50, i -> 9 * (10 + i));
    }

    @Test
    void aRegionMayBeCalledAgainAndAgain() {
        assertResult(Case.REPEATED, 500, i -> 3 * (10 + i));
    }

    @Test
    void aProcessStartsAfterThoseThatFillItsArrays() {
        assertResult(Case.ORDERED, 40, i -> 2 * (10 + i) + 3);
    }

    @Test
    void processesMayPoll() {
        List<Integer> twice = IntStream.range(0, 64).mapToObj(i -> 10 + i / 2).toList();
        assertThat(cases.run(Case.POLLING, 64).b()).containsExactlyInAnyOrderElementsOf(twice);
    }

    @Test
    void theSameRunGivesTheSameAnswer() {
        Answers first = cases.run(Case.RECONVERGENT, 20);
        assertThat(cases.run(Case.RECONVERGENT, 20).last()).isEqualTo(first.last());
    }

    @Test
    void aDeadlockNamesTheCycleAndTheDepthThatBreaksIt() {
        Answers answers = cases.run(Case.RECONVERGENT, 20);
        JsonNode deadlock = answers.last();
        assertThat(answers.exitCode()).isEqualTo(DEADLOCK);
        assertThat(deadlock.get("status").asString()).isEqualTo("deadlock");
        assertThat(deadlock.get("region").asString()).isEqualTo("reconvergent");
        assertThat(texts(deadlock.get("cycle"))).containsExactly("split", "join");
        assertThat(deadlock.get("resolved").asBoolean()).isTrue();
        assertThat(deadlock.get("fix").toString()).isEqualTo("[{\"fifo\":\"left\",\"declared\":2,\"needed\":20}]");
        assertThat(deadlock.get("text").asString()).isEqualTo("""
                deadlock in dataflow region 'reconvergent': every process waits
                  split waits to write FIFO 'left' (full, 2 of 2); join reads it
                  join waits to read FIFO 'right' (empty, depth 2); split writes it
                cycle: split -> join -> split
                smallest depths with which it completes: left 20 (declared 2)""");
    }

    @Test
    void aDeadlockDescribesEveryProcess() {
        JsonNode processes = cases.run(Case.RECONVERGENT, 20).last().get("processes");
        assertThat(processes.toString())
                .isEqualTo("[{\"name\":\"split\",\"waits\":\"write\",\"fifo\":\"left\","
                        + "\"fill\":2,\"depth\":2,\"other\":\"join\"},"
                        + "{\"name\":\"join\",\"waits\":\"read\",\"fifo\":\"right\","
                        + "\"fill\":0,\"depth\":2,\"other\":\"split\"}]");
    }

    @Test
    void theDepthFoundServesAllCallsOfTheRegion() {
        JsonNode fix = cases.run(Case.RECONVERGENT_TWICE, 20).last().get("fix");
        assertThat(fix.get(0).get("needed").asInt()).isEqualTo(20);
    }

    @Test
    void theProgramFinishesWithTheDepthFound() {
        assertThat(cases.run(Case.RECONVERGENT, 20).b()).containsOnly(0);
    }

    @Test
    void noDepthBreaksACycleOfEmptyFifos() {
        JsonNode deadlock = cases.run(Case.RING, 5).last();
        assertThat(texts(deadlock.get("cycle"))).containsExactly("ping", "pong");
        assertThat(deadlock.get("resolved").asBoolean()).isFalse();
        assertThat(deadlock.get("fix").isEmpty()).isTrue();
        assertThat(deadlock.get("text").asString()).endsWith("no FIFO depth helps: no process waits to write");
    }

    @Test
    void aCycleMayLeadThroughANestedRegion() {
        JsonNode deadlock = cases.run(Case.NESTED_RING, 5).last();
        assertThat(deadlock.get("region").asString()).isEqualTo("outer");
        assertThat(texts(deadlock.get("cycle"))).containsExactly("near", "near/enter", "far");
        assertThat(deadlock.get("text").asString())
                .contains("near waits for its region 'near' to end", "last has not started; it comes after (far)");
    }

    @Test
    void aReaderOfAnEndedWriterIsToldSo() {
        JsonNode deadlock = cases.run(Case.TOO_FEW, 8).last();
        assertThat(deadlock.get("resolved").asBoolean()).isFalse();
        assertThat(deadlock.get("text").asString()).contains("load, which wrote it, has ended after 7 values");
    }

    @Test
    void aProcessThatPollsForeverIsReported() {
        JsonNode deadlock = cases.run(Case.ENDLESS_POLL, 1).last();
        assertThat(deadlock.get("status").asString()).isEqualTo("deadlock");
        assertThat(deadlock.get("text").asString()).contains("process 'watch' asks FIFO 'never' again and again");
    }

    @Test
    void leftOverValuesAreAWarning() {
        JsonNode answer = cases.run(Case.TOO_MANY, 8).last();
        assertThat(answer.get("status").asString()).isEqualTo("ok");
        assertThat(texts(answer.get("warnings")))
                .containsExactly("FIFO 'loaded' still holds 1 of the 9 values written to it");
    }

    @Test
    void outsideOfDataflowAFifoHasNoBound() {
        assertResult(Case.QUEUE, 100, i -> 10 + i);
    }

    @Test
    void readingAnEmptyQueueOutsideOfDataflowIsAFault() {
        assertFault(
                Case.READ_OF_EMPTY_QUEUE,
                "FIFO 'values' is read while it is empty, outside of dataflow; " + "8 values were written to it");
    }

    @Test
    void twoReadersOfAFifoAreAFault() {
        assertFault(Case.TWO_READERS, "FIFO 'loaded' has two readers, the processes 'one' and 'two'; it can have one");
    }

    @Test
    void aFifoDeclaredInsideTheRegionIsAFault() {
        assertFault(
                Case.LATE_FIFO, "FIFO 'loaded' is declared after GS_DATAFLOW(late_fifo); it has to stand before it");
    }

    @Test
    void aProcessAfterAnUnknownOneIsAFault() {
        assertFault(Case.UNKNOWN_PROCESS, "process 'first' comes after 'second', which no process before it is named");
    }

    private static void assertResult(Case which, int n, IntUnaryOperator expected) {
        Answers answers = cases.run(which, n);
        assertThat(answers.last().get("status").asString()).isEqualTo("ok");
        assertThat(answers.b())
                .isEqualTo(IntStream.range(0, n).map(expected).boxed().toList());
        assertThat(answers.exitCode()).isZero();
    }

    private static void assertFault(Case which, String message) {
        Answers answers = cases.run(which, 8);
        assertThat(answers.last().get("status").asString()).isEqualTo("fault");
        assertThat(answers.last().get("message").asString()).isEqualTo(message);
        assertThat(answers.exitCode()).isEqualTo(FAULT);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
