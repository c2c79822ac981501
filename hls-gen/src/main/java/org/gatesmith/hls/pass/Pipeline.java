package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gatesmith.board.NearestName;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.Program;

/** Passes in the order in which they run. Written as their ids, separated by commas. */
public final class Pipeline {

    private static final Pipeline STANDARD = of(
            new Inline(),
            new CanonicalLoops(),
            new Fold(),
            new CommonSubexpressions(),
            new DeadCode(),
            new ElideZeroing(),
            new Narrow());

    private static final Pipeline RTL = of(
            new SoftFloat(),
            new ZeroArrays(),
            new Unroll(),
            new CommonSubexpressions(),
            new RepeatedLoads(),
            new Partition(),
            new PromoteMemory(),
            new Fold(),
            new CommonSubexpressions(),
            new DeadCode(),
            new FlattenLoops(),
            new IfConvert(),
            new Fold(),
            new CommonSubexpressions(),
            new RepeatedLoads(),
            new Balance(),
            new StrengthReduction(),
            new Fold(),
            new CommonSubexpressions(),
            new DeadCode(),
            new Narrow(),
            // Narrowing may have put casts into guarded accesses.
            new IfConvert(),
            new DeadCode());

    private final List<Pass> passes;

    private Pipeline(List<Pass> passes) {
        this.passes = List.copyOf(passes);
    }

    /** A pipeline of these passes. */
    public static Pipeline of(Pass... passes) {
        return new Pipeline(List.of(passes));
    }

    /** What every kernel goes through before it is scheduled or emitted. */
    public static Pipeline standard() {
        return STANDARD;
    }

    /** What a kernel goes through after the standard passes before it becomes Verilog; the result has {@link RtlForm}. */
    public static Pipeline rtl() {
        return RTL;
    }

    /** As {@link #rtl}, but floating-point numbers stay what they are: for estimates of a device that has operators for them. */
    public static Pipeline rtlWithFloats() {
        return new Pipeline(
                RTL.passes.stream().filter(pass -> !(pass instanceof SoftFloat)).toList());
    }

    /**
     * Reads a pipeline such as {@code inline,fold,dead-code}; spaces do not matter, and an empty text is a pipeline without passes.
     *
     * @throws PipelineSyntaxException a name is not that of a pass
     */
    public static Pipeline parse(String text) throws PipelineSyntaxException {
        List<Pass> passes = new ArrayList<>();
        for (String id : text.isBlank() ? new String[0] : text.split(",", -1)) {
            passes.add(pass(id.strip()));
        }
        return new Pipeline(passes);
    }

    private static Pass pass(String id) throws PipelineSyntaxException {
        List<String> known = PassRegistry.passes().stream().map(Pass::id).toList();
        return PassRegistry.find(id)
                .orElseThrow(() -> new PipelineSyntaxException("there is no pass \"" + id + "\""
                        + NearestName.hint(id, known) + "\npasses: " + String.join(", ", known)));
    }

    public List<Pass> passes() {
        return passes;
    }

    /** Hears of every pass that has run. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Called after each pass.
         *
         * @param nanoseconds time that the pass took
         */
        void passRan(Pass pass, Program before, Program after, long nanoseconds);
    }

    /** Runs the passes one after another. */
    public Program run(Program program) throws DiagnosticException {
        return run(program, (_, _, _, _) -> {});
    }

    /** Runs the passes one after another, with a listener. */
    public Program run(Program program, Listener listener) throws DiagnosticException {
        Program current = program;
        for (Pass pass : passes) {
            long start = System.nanoTime();
            Program after = pass.run(current);
            listener.passRan(pass, current, after, System.nanoTime() - start);
            current = after;
        }
        return current;
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return passes.stream().map(Pass::id).collect(Collectors.joining(","));
    }
}
