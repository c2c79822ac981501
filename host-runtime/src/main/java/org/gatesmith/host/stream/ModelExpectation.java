package org.gatesmith.host.stream;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;

/** A reference model as the expectation, in threads that can be left behind when the run is cancelled. */
record ModelExpectation(Method method) implements Expectation {

    @Override
    public String name() {
        return "reference model";
    }

    @Override
    public void compute(List<Object> arguments, Duration limit) throws DeviceException {
        FutureTask<Object> task = new FutureTask<>(() -> method.invoke(null, arguments.toArray()));
        Thread thread = Thread.ofPlatform()
                .name("reference model " + method.getName())
                .daemon()
                .start(task);
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw failure(
                    DeviceFault.TIME_LIMIT,
                    "did not end within " + limit.toSeconds() + " s; if it only needs longer, raise --time-limit");
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw failure(DeviceFault.TIME_LIMIT, "was cancelled");
        } catch (ExecutionException e) {
            throw failure(DeviceFault.KERNEL_EXCEPTION, "failed: " + innermost(e));
        }
    }

    private static Throwable innermost(Throwable wrapper) {
        Throwable cause = wrapper.getCause();
        boolean wraps = wrapper instanceof ExecutionException || wrapper instanceof InvocationTargetException;
        return wraps && cause != null ? innermost(cause) : wrapper;
    }

    private DeviceException failure(DeviceFault fault, String what) {
        return new DeviceException(
                fault,
                Span.NONE,
                "the reference model " + method.getDeclaringClass().getSimpleName() + "." + method.getName() + " "
                        + what);
    }
}
