package org.gatesmith.hls.interp;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.IrVerifier;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.ir.Violation;

/**
 * Executes programs of the IR, exactly as the Javadoc of the operations defines them. Floating-point operators are Java's own;
 * approximate functions are those of {@link StrictMath}. The processes of a dataflow function take turns on bounded FIFOs, in
 * an order that is the same in every run.
 *
 * <p>An interpreter may be used any number of times, one run at a time per set of port memories.
 */
public final class Interpreter {

    private final Function top;
    private final FunctionCode code;
    private final Settings settings;

    private Interpreter(Function top, FunctionCode code, Settings settings) {
        this.top = top;
        this.code = code;
        this.settings = settings;
    }

    /** Compiles a program with {@link Settings#DEFAULT}. */
    public static Interpreter of(Program program) {
        return of(program, Settings.DEFAULT);
    }

    /**
     * Compiles a program.
     *
     * @throws IllegalArgumentException the program breaks rules of the IR
     */
    public static Interpreter of(Program program, Settings settings) {
        return of(program, settings, Observer.NOBODY);
    }

    /**
     * Compiles a program that is watched while it runs.
     *
     * @throws IllegalArgumentException the program breaks rules of the IR
     */
    public static Interpreter of(Program program, Settings settings, Observer observer) {
        List<Violation> violations = IrVerifier.verify(program);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(
                    violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
        }
        return new Interpreter(
                program.top(),
                Linkage.of(program, settings, observer).function(program.top().name()),
                settings);
    }

    /**
     * Executes the kernel.
     *
     * @param arguments by the names of the kernel's parameters
     * @return what the kernel's function returns; nothing for a kernel that only writes its ports
     * @throws FaultException the execution cannot go on; ports hold what was stored until then
     * @throws IllegalArgumentException a parameter has no argument, or one of another kind
     */
    public List<Literal> run(Map<String, Argument> arguments) throws FaultException {
        Frame frame = code.frame(new Meter(settings.stepLimit()));
        try {
            for (Value parameter : top.parameters()) {
                bind(frame, parameter, arguments);
            }
            code.body().run(frame);
        } catch (Abort abort) {
            throw new FaultException(abort);
        }
        return code.results().stream().map(result -> result.read(frame)).toList();
    }

    private void bind(Frame frame, Value parameter, Map<String, Argument> arguments) {
        String name = MemorySteps.nameOf(parameter);
        Register register = code.registers().of(parameter);
        switch (arguments.get(name)) {
            case Argument.Scalar scalar
            when parameter.type() instanceof ScalarType type && !register.isWide() ->
                frame.words[register.index()] = word(name, type, scalar.raw());
            case Argument.Port port
            when MemorySteps.isBindable(parameter.type()) ->
                frame.memories[register.index()] = new BoundPort(name, port.memory());
            case null -> throw new IllegalArgumentException("no argument for parameter " + name);
            default ->
                throw new IllegalArgumentException(
                        "the argument for parameter " + name + " does not suit its type " + parameter.type());
        }
    }

    /** The value of a parameter must fit its type, which a pass may have narrowed on the strength of a contract. */
    private static long word(String name, ScalarType type, long raw) {
        if (type instanceof IntType integer && WordOperators.fitsLong(integer)) {
            Contract contract = new Contract(integer.min(), integer.max());
            BigInteger value = BigInteger.valueOf(raw);
            if (!contract.permits(value)) {
                throw new Abort(contract.violatedBy(value, name), Span.NONE);
            }
        }
        return type == FloatType.F32 ? (int) raw : raw;
    }
}
