package org.gatesmith.host.stream;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.JvmDevice;

/** Where expected results come from. Several threads ask at once. */
public interface Expectation {

    /** What the results are compared with, in a word: {@code jvm} or {@code reference model}. */
    String name();

    /**
     * Computes one call of the kernel.
     *
     * @param arguments one per parameter: arrays of primitives for ports, which are overwritten with the result where the
     *     kernel writes them, and boxed numbers for scalars
     * @param limit longest time that it may take
     * @throws DeviceException the computation failed, or the calling thread was interrupted
     */
    void compute(List<Object> arguments, Duration limit) throws DeviceException;

    /** The Java method itself: the definition of the result. */
    static Expectation jvm(CompiledKernel kernel) {
        JvmDevice jvm = new JvmDevice(kernel);
        return new Expectation() {
            @Override
            public String name() {
                return jvm.name();
            }

            @Override
            public void compute(List<Object> arguments, Duration limit) throws DeviceException {
                jvm.call(arguments, limit);
            }
        };
    }

    /**
     * A reference model, such as those of the kernel library: a public static method with the kernel's parameters. Threads that
     * compute it are daemons; an interrupt leaves them to themselves.
     */
    static Expectation model(Method method) {
        return new ModelExpectation(method);
    }
}
