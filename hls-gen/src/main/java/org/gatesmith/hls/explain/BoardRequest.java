package org.gatesmith.hls.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gatesmith.hls.dependence.PortAccess;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Value;

/**
 * Accesses to board memory that are made together, and what the reader or writer of the port makes of them, iteration by iteration.
 *
 * @param accesses neighbouring elements, the lowest first
 * @param loop the innermost loop around it, as schedule files name it, if there is one
 * @param interval of that loop, if it is pipelined
 * @param pattern how its addresses move from iteration to iteration
 * @param service what becomes of it in the hardware
 * @param vendor what Vitis HLS's rules for bursts say of the same accesses of the HLS C++
 */
public record BoardRequest(
        List<Access> accesses,
        Optional<String> loop,
        OptionalInt interval,
        PortAccess.Pattern pattern,
        Service service,
        Inference vendor) {

    public BoardRequest {
        accesses = List.copyOf(accesses);
    }

    /** The array. */
    public Value port() {
        return accesses.getFirst().memory();
    }

    public boolean isWrite() {
        return accesses.getFirst().isWrite();
    }

    /** Whether each access has a condition. */
    public boolean isConditional() {
        return accesses.stream().allMatch(access -> access.guard() != null);
    }

    /** What a reader or writer does with requests that follow each other. */
    public sealed interface Service {

        /**
         * Beats that follow each other travel together.
         *
         * @param beats of the longest burst
         * @param beatBytes width of the bus
         * @param awaitsFifo whether FIFOs may make the loop wait, which ends a burst
         */
        record Bursts(int beats, int beatBytes, boolean awaitsFifo) implements Service {}

        /**
         * Each beat is read or written once, but travels alone.
         *
         * @param iterations that a beat serves, at most; 0 for all
         * @param isAhead whether it is asked for before it is needed
         */
        record Beats(int beatBytes, long iterations, boolean isAhead, Gap gap) implements Service {}

        /** Each request travels alone. */
        record Alone(Cause cause) implements Service {}
    }

    /** Why a beat is not followed by the next. */
    public sealed interface Gap {

        /** All iterations read the same element. */
        record SameElement() implements Gap {}

        /** Iterations in a row read the same element. */
        record Held() implements Gap {}

        /** All elements that the loop reaches lie in one. */
        record OneBeat() implements Gap {}

        /** The next one lies before it. */
        record Falling() implements Gap {}

        /** The next one is asked for when this one has been used. */
        record OneByOne() implements Gap {}

        /** Before the next one is written, the loop waits for what it reads. */
        record Waiting() implements Gap {}

        /** The next one is asked for after more than a cycle. */
        record Later(long cycles) implements Gap {}
    }

    /** Why a request travels alone. */
    public sealed interface Cause {

        /**
         * The next one is in another beat, not the next.
         *
         * @param elements from one to the next
         */
        record Stride(long elements) implements Cause {}

        /**
         * Nothing is known of the next address. Beats are used again, and joined, where they happen to.
         *
         * @param reason in the words of the kernel, and where
         */
        record Unknown(Optional<String> reason, Span place) implements Cause {}

        /**
         * The reader or writer keeps one place, and an iteration goes to several.
         *
         * @param requests of an iteration
         */
        record Turns(int requests) implements Cause {}

        /** Memory may have changed since the last iteration, so the reader forgets what it holds. */
        record Forgotten() implements Cause {}

        /** The loop also reads the array, and waits for that until what it wrote is in memory. */
        record Settled() implements Cause {}

        /**
         * Writes come so late after each other that the burst is closed in between.
         *
         * @param cycles between two, at least
         * @param pause cycles that a burst stays open
         */
        record Late(long cycles, int pause) implements Cause {}

        /** It is in no loop. */
        record Once() implements Cause {}
    }

    /**
     * Whether Vitis HLS infers a burst.
     *
     * @param burst elements in a row, as far as they are known; empty if it does not
     * @param reason why not
     */
    public record Inference(Optional<PortAccess.Burst> burst, String reason, Span place) {

        static Inference of(PortAccess.Burst burst) {
            return new Inference(Optional.of(burst), "", Span.NONE);
        }

        static Inference none(String reason, Span place) {
            return new Inference(Optional.empty(), reason, place);
        }
    }
}
