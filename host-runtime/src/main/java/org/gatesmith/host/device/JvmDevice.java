package org.gatesmith.host.device;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gatesmith.api.ContractViolation;
import org.gatesmith.api.DeadlockException;
import org.gatesmith.api.EmptyFifoException;
import org.gatesmith.api.ProcessFailedException;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;

/** Runs the Java method itself: the definition of the result. */
public final class JvmDevice implements Device {

    private final CompiledKernel kernel;

    public JvmDevice(CompiledKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public String name() {
        return "jvm";
    }

    @Override
    public DeviceBuffer allocate(Parameter.Array port, long elements) throws DataException {
        return new JvmBuffer(port.type(), elements);
    }

    @Override
    public DeviceRun run(List<Argument> arguments, Duration limit) throws DeviceException, DataException {
        List<Object> values = new ArrayList<>();
        for (Argument argument : arguments) {
            values.add(
                    switch (argument) {
                        case Argument.Buffer port -> ((JvmBuffer) port.buffer()).array(port.elements());
                        case Argument.Number number -> number.boxed();
                    });
        }
        return new DeviceRun(call(values, limit), List.of());
    }

    /**
     * Calls the kernel with Java arrays, which it overwrites; several threads may do so at once.
     *
     * @param values one per parameter: arrays of primitives for ports, boxed numbers for scalars
     * @return the time that it took
     */
    public Duration call(List<Object> values, Duration limit) throws DeviceException {
        FutureTask<Duration> task = new FutureTask<>(() -> {
            long start = System.nanoTime();
            kernel.method().invoke(values.toArray());
            return Duration.ofNanos(System.nanoTime() - start);
        });
        Thread thread = Thread.ofPlatform()
                .name("kernel " + kernel.signature().name())
                .daemon()
                .start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // A Java thread cannot be stopped against its will; as a daemon it does not keep the process alive.
            thread.interrupt();
            throw new DeviceException(
                    DeviceFault.TIME_LIMIT,
                    Span.NONE,
                    "the kernel did not end within " + limit.toSeconds()
                            + " s on the JVM; if it only needs longer, raise --time-limit");
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new DeviceException(DeviceFault.TIME_LIMIT, Span.NONE, "the run was cancelled");
        } catch (ExecutionException e) {
            throw failure(innermost(e));
        }
    }

    /** What the kernel itself threw. */
    private static Throwable innermost(Throwable wrapper) {
        Throwable cause = wrapper.getCause();
        boolean wraps = wrapper instanceof ExecutionException || wrapper instanceof InvocationTargetException;
        return wraps && cause != null ? innermost(cause) : wrapper;
    }

    private DeviceException failure(Throwable thrown) {
        Throwable cause = thrown instanceof ProcessFailedException failed ? failed.origin() : thrown;
        return switch (cause) {
            case ArrayIndexOutOfBoundsException e ->
                new DeviceException(
                        DeviceFault.INDEX_OUT_OF_BOUNDS, place(e), "index out of bounds: " + e.getMessage());
            case ArithmeticException e ->
                new DeviceException(DeviceFault.DIVISION_BY_ZERO, place(e), "integer division by zero");
            case ContractViolation e ->
                new DeviceException(
                        DeviceFault.CONTRACT,
                        place(e),
                        "'" + e.name() + "' is " + e.value() + ", but its contract is " + e.min() + " to " + e.max());
            case DeadlockException e ->
                new DeviceException(
                        DeviceFault.DEADLOCK,
                        kernel.program().top().span(),
                        e.deadlock().describe());
            case EmptyFifoException e ->
                new DeviceException(DeviceFault.EMPTY_FIFO, place(e), String.valueOf(e.getMessage()));
            default -> new DeviceException(DeviceFault.KERNEL_EXCEPTION, place(cause), "the kernel failed: " + cause);
        };
    }

    /** The innermost line of the user's sources in a stack trace. */
    private Span place(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            for (Map.Entry<String, String> source : kernel.sources().entrySet()) {
                if (frame.getFileName() != null && isFile(source.getKey(), frame.getFileName())) {
                    return line(source.getKey(), source.getValue(), frame.getLineNumber());
                }
            }
        }
        return Span.NONE;
    }

    private static boolean isFile(String displayName, String fileName) {
        return displayName.equals(fileName) || displayName.endsWith("/" + fileName);
    }

    /** The text of one line, without its indentation. */
    private static Span line(String file, String text, int line) {
        String content = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
        int start = content.length() - content.stripLeading().length() + 1;
        return new Span(
                file,
                line,
                start,
                line,
                Math.max(start + 1, content.stripTrailing().length() + 1));
    }

    @Override
    public void close() {
        // nothing is held between runs
    }
}
