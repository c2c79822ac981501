package org.gatesmith.host.rtl;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.gatesmith.board.Board;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.estimate.LoopCycles;
import org.gatesmith.hls.estimate.TripGuess;
import org.gatesmith.hls.scheduler.ScheduledKernel;

/**
 * What simulated hardware did in all calls together, beside what its schedule predicts.
 *
 * @param cycles of all calls
 * @param forecast what the schedule predicts for the same calls
 * @param loops the pipelined ones, in the order of the design
 * @param waits longest first; those of processes that overlap, or for two things at once, count each
 */
public record HardwareReport(
        ScheduledKernel scheduled,
        Board board,
        MemoryModel memory,
        int calls,
        long cycles,
        Forecast forecast,
        List<Loop> loops,
        List<Wait> waits,
        List<Port> ports,
        List<HardwareRun.BankUse> banks) {

    public HardwareReport {
        loops = List.copyOf(loops);
        waits = List.copyOf(waits);
        ports = List.copyOf(ports);
        banks = List.copyOf(banks);
    }

    /**
     * Predicted cycles.
     *
     * @param isExact whether they follow from the scalars alone
     * @param guesses how often loops with conditions were taken to run, where data decide
     */
    public record Forecast(long cycles, boolean isExact, List<TripGuess> guesses) {
        public Forecast {
            guesses = List.copyOf(guesses);
        }
    }

    /**
     * A pipelined loop, all its entries together. What functions that several modules call have in common is added up.
     *
     * @param subject as watches name it, such as {@code loop 'add.i'}
     * @param asked interval that the schedule asks for
     * @param interval that the schedule has
     * @param cycles in which it was at work, waits included
     * @param predicted what the schedule predicts for it
     */
    public record Loop(
            String label,
            String subject,
            Span span,
            int asked,
            int interval,
            int depth,
            long entries,
            long iterations,
            long cycles,
            LoopCycles predicted) {

        /** Java line, such as {@code VectorAdd.java:31}; nothing if it is not known. */
        public String place() {
            return span.line();
        }

        /**
         * Cycles from one iteration to the next, on average: without setting up and running empty. Entries without an iteration run nothing
         * empty; since nobody counts them, it is at least the interval of the schedule. Empty if there are no more iterations than entries:
         * none needs to have followed another one.
         */
        public OptionalDouble achieved() {
            if (iterations <= entries) {
                return OptionalDouble.empty();
            }
            // A pipelined loop takes 1 + interval · (iterations - 1) + depth cycles.
            long overhead = entries * (1L + depth - interval);
            return OptionalDouble.of(Math.max(interval, (cycles - overhead) / (double) iterations));
        }
    }

    /**
     * Cycles that something waited.
     *
     * @param subject what waited: a loop, or a function in quotes for what it does outside of pipelined loops
     * @param line of the Java source, 0 if none
     */
    public record Wait(String subject, String cause, int line, long cycles) {

        /** In words: {@code loop 'add.i' waited 402 cycles for data of 'a'}. */
        public String text() {
            return subject + " waited " + Counted.cycles(cycles) + " for " + cause;
        }
    }

    /**
     * One direction of an AXI port.
     *
     * @param operands arrays that it carries
     * @param bits width of the data
     * @param bytesPerSecond over the whole time, at the kernel's clock
     * @param shareOfBank what that is of the bandwidth of its bank; empty for an ideal memory
     */
    public record Port(
            String name,
            String direction,
            List<String> operands,
            String bank,
            int bits,
            HardwareRun.Channel traffic,
            double bytesPerSecond,
            OptionalDouble shareOfBank) {

        public Port {
            operands = List.copyOf(operands);
        }

        public double beatsPerBurst() {
            return traffic.bursts() == 0 ? 0 : (double) traffic.beats() / traffic.bursts();
        }
    }

    /** Megahertz of the kernel's clock. */
    public double megahertz() {
        return memory.megahertz();
    }

    /** Time of all calls at the kernel's clock. */
    public Duration time() {
        return Duration.ofNanos(Math.round(cycles * 1000.0 / megahertz()));
    }

    /** How many cycles more than predicted, as a share of those predicted. */
    public double excess() {
        return forecast.cycles() == 0 ? 0 : (double) (cycles - forecast.cycles()) / forecast.cycles();
    }

    /** Programmable elements of all instances and of what joins them to the board, as estimated. */
    public Resources estimate() {
        return scheduled.size();
    }

    /** Why measured and predicted cycles differ, in sentences; one sentence if they hardly do. */
    public List<String> explanation() {
        return new CycleGap(this).sentences();
    }
}
