package org.gatesmith.hls.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.interp.Argument;
import org.gatesmith.hls.interp.FaultException;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.interp.PortMemory;
import org.gatesmith.hls.interp.Settings;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.Parameter;

/** Runs a kernel on the JVM and its lowered form in the interpreter, and compares all arrays bit for bit. */
public final class KernelRun {

    private static final long STEP_LIMIT = 20_000_000;

    private final FrontendResult kernel;
    private final Interpreter interpreter;

    public KernelRun(FrontendResult kernel) {
        this.kernel = kernel;
        this.interpreter = Interpreter.of(kernel.program(), Settings.DEFAULT.withStepLimit(STEP_LIMIT));
    }

    /** A kernel whose program is another than the front end's. */
    public static KernelRun of(FrontendResult kernel, Program program) {
        return new KernelRun(new FrontendResult(
                kernel.signature(), program, kernel.method(), kernel.tunables(), kernel.sources(), kernel.warnings()));
    }

    /** What a run of both did. */
    public enum Outcome {
        /** Both completed, and some array changed. */
        CHANGED,
        /** Both completed, and no array changed. */
        UNCHANGED,
        /** Both failed. */
        FAILED
    }

    /** Runs on arguments made from the signature and a seed; a difference is an {@link AssertionError}. */
    public Outcome compare(long seed) {
        List<Object> untouched = RandomArguments.of(kernel.signature(), seed);
        List<Object> onJvm = RandomArguments.of(kernel.signature(), seed);
        List<Object> interpreted = RandomArguments.of(kernel.signature(), seed);
        String jvmFailure = runOnJvm(onJvm);
        String fault = interpret(interpreted);
        assertThat(fault == null)
                .as("seed %d: the JVM %s, the interpreter %s", seed, jvmFailure, fault)
                .isEqualTo(jvmFailure == null);
        if (fault != null) {
            return Outcome.FAILED;
        }
        boolean changed = false;
        for (int i = 0; i < onJvm.size(); i++) {
            Parameter parameter = kernel.signature().parameters().get(i);
            if (parameter instanceof Parameter.Array array) {
                assertSame(array.name(), onJvm.get(i), interpreted.get(i), seed);
                changed |= array.direction() != Direction.IN && differs(untouched.get(i), onJvm.get(i));
            }
        }
        return changed ? Outcome.CHANGED : Outcome.UNCHANGED;
    }

    private String runOnJvm(List<Object> arguments) {
        try {
            kernel.method().invoke(arguments.toArray());
            return null;
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause());
        }
    }

    private String interpret(List<Object> arguments) {
        Map<String, Argument> named = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            named.put(kernel.signature().parameters().get(i).name(), argument(arguments.get(i)));
        }
        try {
            interpreter.run(named);
            return null;
        } catch (FaultException e) {
            return e.getMessage();
        }
    }

    private static Argument argument(Object value) {
        return switch (value) {
            case Boolean flag -> Argument.of(flag ? 1L : 0L);
            case Character character -> Argument.of((long) character);
            case Float number -> Argument.of(number.floatValue());
            case Double number -> Argument.of(number.doubleValue());
            case Number number -> Argument.of(number.longValue());
            case boolean[] elements -> Argument.of(PortMemory.of(elements));
            case byte[] elements -> Argument.of(PortMemory.of(elements));
            case short[] elements -> Argument.of(PortMemory.of(elements));
            case char[] elements -> Argument.of(PortMemory.of(elements));
            case int[] elements -> Argument.of(PortMemory.of(elements));
            case long[] elements -> Argument.of(PortMemory.of(elements));
            case float[] elements -> Argument.of(PortMemory.of(elements));
            case double[] elements -> Argument.of(PortMemory.of(elements));
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }

    private static void assertSame(String array, Object expected, Object actual, long seed) {
        for (int i = 0; i < Array.getLength(expected); i++) {
            assertThat(bits(Array.get(actual, i)))
                    .as("%s[%d] with seed %d", array, i, seed)
                    .isEqualTo(bits(Array.get(expected, i)));
        }
    }

    private static boolean differs(Object before, Object after) {
        for (int i = 0; i < Array.getLength(before); i++) {
            if (!bits(Array.get(before, i)).equals(bits(Array.get(after, i)))) {
                return true;
            }
        }
        return false;
    }

    /** The element itself; of a float its bits, all NaNs being one. */
    private static Object bits(Object element) {
        return switch (element) {
            case Float number -> Float.floatToIntBits(number);
            case Double number -> Double.doubleToLongBits(number);
            default -> element;
        };
    }
}
