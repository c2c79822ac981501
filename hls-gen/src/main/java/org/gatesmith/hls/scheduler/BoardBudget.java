package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.gatesmith.board.Board;
import org.gatesmith.board.ResourceCount;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.KernelSignature;

/** Whether a kernel fits what a board leaves to kernels. */
final class BoardBudget {

    private static final String SMALLER = "make arrays smaller, unroll or partition less, or choose smaller tunables";

    private final KernelSignature signature;
    private final Program source;
    private final Span kernel;
    private final Board board;
    private final LeastSize least;
    private final Trial trial;

    /** Whether a changed kernel is small enough for the board. */
    enum Fit {
        FITS,
        /** Finding out takes too long. */
        UNKNOWN,
        /** It is too large, or cannot be scheduled. */
        DOES_NOT_FIT
    }

    /** Tries a changed kernel. */
    @FunctionalInterface
    interface Trial {
        Fit of(Program source);
    }

    /**
     * For one kernel.
     *
     * @param source the kernel before its loops were unrolled, whose loops the author knows
     * @param least what the kernel takes however it is scheduled
     */
    BoardBudget(KernelSignature signature, Program source, Board board, LeastSize least, Trial trial) {
        this.signature = signature;
        this.source = source;
        this.kernel = source.top().span();
        this.board = board;
        this.least = least;
        this.trial = trial;
    }

    /**
     * One kind of a device's elements.
     *
     * @param places what parts of the source take of them, by any schedule
     */
    private record Kind(String name, long needed, long room, ToLongFunction<Resources> places) {

        boolean isExceeded() {
            return needed > room;
        }

        double share() {
            return (double) needed / Math.max(1, room);
        }

        String text() {
            return String.format(Locale.ROOT, "%d of %d %s", needed, room, name);
        }
    }

    static boolean fits(Resources needed, Board board) {
        return kinds(needed, board).stream().noneMatch(Kind::isExceeded);
    }

    /** What there is too much of whatever the schedule, if anything. */
    Optional<Diagnostic> refusal() {
        return check(least.resources(), "at least");
    }

    /** What there is too much of in a design, if anything. */
    Optional<Diagnostic> check(Resources needed) {
        return check(needed, "about");
    }

    private Optional<Diagnostic> check(Resources needed, String precision) {
        List<Kind> exceeded =
                kinds(needed, board).stream().filter(Kind::isExceeded).toList();
        if (exceeded.isEmpty()) {
            return Optional.empty();
        }
        String message = "kernel " + signature.name() + " is too large for the " + board.displayName() + ": it takes "
                + precision + " "
                + String.join(", ", exceeded.stream().map(Kind::text).toList());
        Kind worst =
                exceeded.stream().max(Comparator.comparingDouble(Kind::share)).orElseThrow();
        return Optional.of(largestPart(worst)
                .map(part -> part.diagnostic(message, fix(part)))
                .orElseGet(() -> Diagnostic.of(Rule.TOO_LARGE, kernel, message, SMALLER)));
    }

    private static List<Kind> kinds(Resources needed, Board board) {
        ResourceCount room = board.resources().kernelRegion();
        return List.of(
                new Kind("LUTs", needed.lut(), room.lut(), Resources::lut),
                new Kind("flip-flops", needed.ff(), room.ff(), Resources::ff),
                new Kind("DSP blocks", needed.dsp(), room.dsp(), Resources::dsp),
                new Kind("block RAMs of 18 Kb", needed.bram18(), 2L * room.bram36(), Resources::bram18),
                new Kind("UltraRAMs", needed.uram(), room.uram(), Resources::uram));
    }

    /** The code that takes most of what there is too little of, if it does so because unrolling repeats it. */
    private Optional<Part> largestPart(Kind kind) {
        return least.places().entrySet().stream()
                .max(Comparator.comparingLong(entry -> kind.places().applyAsLong(entry.getValue())))
                .flatMap(largest -> part(kind, largest.getKey(), kind.places().applyAsLong(largest.getValue())));
    }

    private Optional<Part> part(Kind kind, Span place, long amount) {
        return RepeatedCode.at(place, source)
                .filter(_ -> amount > 0)
                .map(code -> new Part(kind, code, amount, repeatedWith(code, kind)));
    }

    /** What the code takes together with all else that the same loops repeat. */
    private long repeatedWith(RepeatedCode code, Kind kind) {
        return least.places().entrySet().stream()
                .filter(entry -> RepeatedCode.at(entry.getKey(), source)
                        .filter(other -> other.labels().equals(code.labels()))
                        .isPresent())
                .mapToLong(entry -> kind.places().applyAsLong(entry.getValue()))
                .sum();
    }

    /** The first change of directives with which the kernel fits, or may fit, which the text says. */
    private String fix(Part part) {
        for (LoopChange change : part.changes()) {
            Fit fit = trial.of(change.of(source));
            if (fit != Fit.DOES_NOT_FIT) {
                return change.text() + (fit == Fit.UNKNOWN ? " (not tried)" : "");
            }
        }
        return SMALLER;
    }

    /**
     * Code that unrolling repeats.
     *
     * @param amount what all its copies take
     * @param together what they take with all else in the loops
     */
    private record Part(Kind kind, RepeatedCode code, long amount, long together) {

        /** Of the loop that is to be changed. */
        Diagnostic diagnostic(String message, String fix) {
            List<Diagnostic.Related> related = new ArrayList<>();
            code.loops().stream()
                    .skip(1)
                    .map(unrolled -> new Diagnostic.Related(unrolled.loop().span(), repeated(unrolled)))
                    .forEach(related::add);
            related.add(new Diagnostic.Related(
                    code.place(), code.copies() + " copies of this take " + amount + " " + kind.name()));
            RepeatedCode.Unrolled first = code.loops().getFirst();
            return new Diagnostic(Rule.TOO_LARGE, first.loop().span(), message + "; " + repeated(first), fix, related);
        }

        private static String repeated(RepeatedCode.Unrolled unrolled) {
            return "the body of loop " + unrolled.loop().label() + " is there " + unrolled.copies() + " times"
                    + (unrolled.pipeline() == null
                            ? ""
                            : ", as the loop is inside the pipelined loop "
                                    + unrolled.pipeline().label());
        }

        /** What might leave as many copies as there is room for. */
        List<LoopChange> changes() {
            long others = kind.needed() - together;
            long copies =
                    others >= kind.room() ? 0 : (long) ((double) (kind.room() - others) / together * code.copies());
            return copies < 1 ? List.of() : new FewerCopies(code, copies).changes();
        }
    }
}
