package org.gatesmith.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gatesmith.api.Deadlock.Access;
import org.gatesmith.api.Deadlock.AtFifo;
import org.gatesmith.api.Deadlock.Blocked;
import org.gatesmith.api.Deadlock.Deepen;
import org.gatesmith.api.Deadlock.FifoDepth;
import org.gatesmith.api.Deadlock.ForPredecessors;
import org.gatesmith.api.Deadlock.ForRegion;
import org.gatesmith.api.Deadlock.NoDepthHelps;
import org.gatesmith.api.Deadlock.ReadMore;
import org.gatesmith.api.Deadlock.Undetermined;
import org.gatesmith.api.Deadlock.Unread;
import org.junit.jupiter.api.Test;

class DeadlockTest {

    private static Deadlock deadlockOf(DataflowRegion region) {
        return catchThrowableOfType(DeadlockException.class, region::join).deadlock();
    }

    private static void write(IntFifo out, int n) {
        for (int i = 0; i < n; i++) {
            out.write(i);
        }
    }

    private static void read(IntFifo in, int n) {
        for (int i = 0; i < n; i++) {
            in.read();
        }
    }

    /** The split writes all of {@code a} before {@code b}; the join reads all of {@code b} before {@code a}. */
    private static DataflowRegion reconvergence(int n, int depthA) {
        IntFifo a = new IntFifo("a", depthA);
        IntFifo b = new IntFifo("b", 2);
        DataflowRegion region = DataflowRegion.open("reconverge");
        region.process("split", () -> {
            write(a, n);
            write(b, n);
        });
        region.process("merge", () -> {
            read(b, n);
            read(a, n);
        });
        return region;
    }

    @Test
    void reportsWhoWaitsForWhom() {
        Deadlock deadlock = deadlockOf(reconvergence(16, 2));

        assertThat(deadlock.region()).isEqualTo("reconverge");
        assertThat(deadlock.cycle()).containsExactly("split", "merge");
        assertThat(deadlock.blocked())
                .containsExactly(
                        new Blocked("split", new AtFifo(Access.WRITE, "a", 2, 2, Optional.of("merge"), false)),
                        new Blocked("merge", new AtFifo(Access.READ, "b", 0, 2, Optional.of("split"), false)));
    }

    @Test
    void saysItInWords() {
        assertThat(deadlockOf(reconvergence(16, 2)).describe()).isEqualTo("""
                        deadlock in dataflow region 'reconverge': no process can go on
                          process 'split' writes FIFO 'a', which is full (2 of 2) and is read by 'merge'
                          process 'merge' reads FIFO 'b', which is empty (depth 2) and is written by 'split'
                          cycle: split -> merge -> split
                          it completes with @Depth(16) on 'a' (now 2)""");
    }

    @Property(tries = 50, seed = "1")
    void findsTheSmallestDepthThatCompletes(
            @ForAll @IntRange(min = 2, max = 60) int n, @ForAll @IntRange(min = 1, max = 5) int given) {
        DataflowRegion region = reconvergence(n, given);
        if (given >= n) {
            region.join();
        } else {
            assertThat(deadlockOf(region).remedy()).isEqualTo(new Deepen(List.of(new FifoDepth("a", given, n))));
        }
    }

    @Test
    void deepensSeveralFifosWhereOneIsNotEnough() {
        IntFifo a = new IntFifo("a", 2);
        IntFifo b = new IntFifo("b", 2);
        IntFifo go = new IntFifo("go", 2);
        DataflowRegion region = DataflowRegion.open("r");
        region.process("split", () -> {
            write(a, 5);
            write(b, 7);
            write(go, 1);
        });
        region.process("merge", () -> {
            read(go, 1);
            read(a, 5);
            read(b, 7);
        });

        assertThat(deadlockOf(region).remedy())
                .isEqualTo(new Deepen(List.of(new FifoDepth("a", 2, 5), new FifoDepth("b", 2, 7))));
    }

    @Test
    void processesThatReadEachOtherFirstCannotBeHelpedByDepth() {
        IntFifo a = new IntFifo("a", 2);
        IntFifo b = new IntFifo("b", 2);
        DataflowRegion region = DataflowRegion.open("ring");
        region.process("left", () -> {
            read(a, 1);
            write(b, 1);
        });
        region.process("right", () -> {
            read(b, 1);
            write(a, 1);
        });

        Deadlock deadlock = deadlockOf(region);

        assertThat(deadlock.remedy()).isEqualTo(new NoDepthHelps());
        assertThat(deadlock.blocked())
                .contains(new Blocked("left", new AtFifo(Access.READ, "a", 0, 2, Optional.empty(), false)));
        assertThat(deadlock.describe()).contains("written by a process that has not used it yet", "no depth helps");
    }

    @Test
    void aWriterThatEndedTooEarlyIsNamed() {
        IntFifo a = new IntFifo("a", 2);
        DataflowRegion region = DataflowRegion.open("r");
        region.process("source", () -> write(a, 9));
        region.process("sink", () -> read(a, 10));

        Deadlock deadlock = deadlockOf(region);

        assertThat(deadlock.blocked())
                .containsExactly(new Blocked("sink", new AtFifo(Access.READ, "a", 0, 2, Optional.of("source"), true)));
        assertThat(deadlock.cycle()).isEmpty();
        assertThat(deadlock.remedy()).isEqualTo(new NoDepthHelps());
        assertThat(deadlock.describe()).contains("is written by 'source', which has ended");
    }

    @Test
    void aReaderThatEndedTooEarlyIsNotCuredByDepth() {
        IntFifo a = new IntFifo("a", 2);
        DataflowRegion region = DataflowRegion.open("r");
        region.process("source", () -> write(a, 10));
        region.process("sink", () -> read(a, 4));

        Deadlock deadlock = deadlockOf(region);

        assertThat(deadlock.remedy()).isEqualTo(new ReadMore(List.of(new Unread("a", 6))));
        assertThat(deadlock.describe())
                .contains("no depth is the cure, more is written than read: 6 of 'a' stay unread");
    }

    @Test
    void aReaderThatWaitsForItsWriterToEndIsFoundAndCured() {
        IntFifo a = new IntFifo("a", 2);
        DataflowRegion region = DataflowRegion.open("r");
        region.process("fill", () -> write(a, 8));
        region.process("use", () -> read(a, 8), "fill");

        Deadlock deadlock = deadlockOf(region);

        assertThat(deadlock.blocked())
                .containsExactly(
                        new Blocked("fill", new AtFifo(Access.WRITE, "a", 2, 2, Optional.of("use"), false)),
                        new Blocked("use", new ForPredecessors(List.of("fill"))));
        assertThat(deadlock.cycle()).containsExactly("fill", "use");
        assertThat(deadlock.remedy()).isEqualTo(new Deepen(List.of(new FifoDepth("a", 2, 8))));
    }

    @Test
    void anInnerRegionThatWaitsForALiveOuterProcessIsNoDeadlock() {
        IntFifo slow = new IntFifo("slow", 2);
        IntFifo steps = new IntFifo("steps", 1);
        DataflowRegion outer = DataflowRegion.open("outer");
        outer.process("stage", () -> {
            DataflowRegion inner = DataflowRegion.open("inner");
            inner.process("wait", () -> read(slow, 1));
            inner.join();
        });
        outer.process("ticks", () -> write(steps, 100));
        outer.process("source", () -> {
            read(steps, 100);
            write(slow, 1);
        });
        outer.join();

        assertThat(slow.isEmpty()).isTrue();
    }

    @Test
    void aWriterInAnInnerRegionThatHasEndedIsNamedWithItsPath() {
        IntFifo request = new IntFifo("request", 2);
        IntFifo answer = new IntFifo("answer", 2);
        DataflowRegion outer = DataflowRegion.open("outer");
        outer.process("stage", () -> {
            DataflowRegion inner = DataflowRegion.open("inner");
            inner.process("ask", () -> {
                read(answer, 1);
                write(request, 1);
            });
            inner.join();
        });
        outer.process("serve", () -> {
            write(answer, 1);
            read(request, 2);
        });

        Deadlock deadlock = deadlockOf(outer);

        assertThat(deadlock.blocked())
                .containsExactly(
                        new Blocked("serve", new AtFifo(Access.READ, "request", 0, 2, Optional.of("stage/ask"), true)));
    }

    @Test
    void processesOfInnerRegionsCarryThePathToThem() {
        IntFifo request = new IntFifo("request", 2);
        IntFifo answer = new IntFifo("answer", 2);
        DataflowRegion outer = DataflowRegion.open("outer");
        outer.process("stage", () -> {
            DataflowRegion inner = DataflowRegion.open("inner");
            inner.process("ask", () -> {
                write(request, 1);
                read(answer, 2);
            });
            inner.join();
        });
        outer.process("serve", () -> {
            write(answer, 1);
            read(request, 2);
        });

        Deadlock deadlock = deadlockOf(outer);

        assertThat(deadlock.blocked())
                .containsExactly(
                        new Blocked("stage", new ForRegion("inner")),
                        new Blocked("stage/ask", new AtFifo(Access.READ, "answer", 0, 2, Optional.of("serve"), false)),
                        new Blocked(
                                "serve", new AtFifo(Access.READ, "request", 0, 2, Optional.of("stage/ask"), false)));
        assertThat(deadlock.cycle()).containsExactly("stage/ask", "serve");
    }

    @Test
    void aFailureOfTheContinuedRunLeavesTheDepthOpen() {
        IntFifo a = new IntFifo("a", 2);
        IntFifo b = new IntFifo("b", 2);
        DataflowRegion region = DataflowRegion.open("r");
        region.process("split", () -> {
            write(a, 3);
            write(b, 1);
        });
        region.process("merge", () -> {
            read(b, 1);
            throw new ArithmeticException("/ by zero");
        });

        assertThat(deadlockOf(region).remedy())
                .isEqualTo(new Undetermined("with deeper FIFOs, process 'merge' of dataflow region 'r' failed:"
                        + " java.lang.ArithmeticException: / by zero"));
    }

    @Test
    void theSearchForADepthEndsEvenIfAProcessWritesForEver() {
        IntFifo a = new IntFifo("a", 2);
        DataflowRegion region = DataflowRegion.open("r");
        region.process("source", () -> {
            while (true) {
                a.write(1);
            }
        });
        region.process("sink", () -> read(a, 1));

        assertThat(deadlockOf(region).remedy()).isInstanceOf(Undetermined.class);
    }
}
