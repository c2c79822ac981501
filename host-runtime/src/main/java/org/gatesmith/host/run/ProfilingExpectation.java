package org.gatesmith.host.run;

import java.lang.reflect.Array;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.interp.FaultException;
import org.gatesmith.hls.profile.NumericProfile;
import org.gatesmith.hls.profile.Profiler;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.stream.Expectation;

/** Takes the profile of every call whose expected values are computed, on a copy of its arguments. */
final class ProfilingExpectation implements Expectation {

    private final Expectation expectation;
    private final CompiledKernel kernel;
    private final ConcurrentLinkedQueue<Profiler> idle = new ConcurrentLinkedQueue<>();
    private NumericProfile sum = NumericProfile.NONE;

    ProfilingExpectation(Expectation expectation, CompiledKernel kernel) {
        this.expectation = expectation;
        this.kernel = kernel;
    }

    @Override
    public String name() {
        return expectation.name();
    }

    @Override
    public void compute(List<Object> arguments, Duration limit) throws DeviceException {
        Object[] copies = arguments.stream().map(ProfilingExpectation::copy).toArray();
        expectation.compute(arguments, limit);
        Profiler profiler = idle.poll();
        if (profiler == null) {
            profiler = Profiler.of(kernel.accepted(), kernel.signature());
        }
        try {
            add(profiler.profile(copies));
        } catch (FaultException e) {
            throw new IllegalStateException("the interpreter fails where the JVM does not", e);
        }
        idle.add(profiler);
    }

    /** Arrays are changed by a run, numbers are not. */
    private static Object copy(Object argument) {
        if (!argument.getClass().isArray()) {
            return argument;
        }
        int length = Array.getLength(argument);
        Object copy = Array.newInstance(argument.getClass().getComponentType(), length);
        System.arraycopy(argument, 0, copy, 0, length);
        return copy;
    }

    private synchronized void add(NumericProfile profile) {
        sum = sum.merge(profile);
    }

    /** What all calls met, if there was one. */
    synchronized Optional<NumericProfile> profile() {
        return sum.rows().isEmpty() ? Optional.empty() : Optional.of(sum);
    }
}
