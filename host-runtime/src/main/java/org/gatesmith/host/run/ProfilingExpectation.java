package org.gatesmith.host.run;

import java.lang.reflect.Array;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.cost.KernelCost;
import org.gatesmith.hls.interp.FaultException;
import org.gatesmith.hls.profile.NumericProfile;
import org.gatesmith.hls.profile.Profiler;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.stream.Expectation;

/**
 * Takes the profile of calls whose expected values are computed, on a copy of their arguments: of the first ones, until so many
 * operations have been interpreted that a user would lose patience.
 */
final class ProfilingExpectation implements Expectation {

    /** A minute's work: the interpreter carries out some ten million operations per second while it is observed. */
    private static final double MOST_OPERATIONS = 5e8;

    /** Some minutes' work. */
    private static final double MOST_OPERATIONS_AT_ONCE = 5e9;

    private final Expectation expectation;
    private final CompiledKernel kernel;
    private final ConcurrentLinkedQueue<Profiler> idle = new ConcurrentLinkedQueue<>();
    private NumericProfile sum = NumericProfile.NONE;
    private double operations;
    private long profiled;
    private long left;

    ProfilingExpectation(Expectation expectation, CompiledKernel kernel) {
        this.expectation = expectation;
        this.kernel = kernel;
    }

    /**
     * Refuses tiles that would take hours.
     *
     * @param scalars of the largest tile
     */
    static void requireFeasible(CompiledKernel kernel, Map<String, Long> scalars) throws UsageException {
        double operations = operations(kernel, scalars);
        if (operations > MOST_OPERATIONS_AT_ONCE) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "--profile interprets the kernel, and one tile has %.2g operations, which would take hours; choose"
                            + " smaller tiles with --tile, or a smaller problem",
                    operations));
        }
    }

    @Override
    public String name() {
        return expectation.name();
    }

    @Override
    public void compute(List<Object> arguments, Duration limit) throws DeviceException {
        if (!isAffordable(arguments)) {
            expectation.compute(arguments, limit);
            return;
        }
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

    /** Whether there is time to profile a call; the first is always profiled. */
    private boolean isAffordable(List<Object> arguments) {
        double more = operations(arguments);
        synchronized (this) {
            if (profiled > 0 && operations + more > MOST_OPERATIONS) {
                left++;
                return false;
            }
            operations += more;
            profiled++;
            return true;
        }
    }

    private double operations(List<Object> arguments) {
        Map<String, Long> scalars = new HashMap<>();
        List<Parameter> parameters = kernel.signature().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            switch (arguments.get(i)) {
                case Boolean flag -> scalars.put(parameters.get(i).name(), flag ? 1L : 0L);
                case Character character -> scalars.put(parameters.get(i).name(), (long) character);
                case Byte _, Short _, Integer _, Long _ ->
                    scalars.put(parameters.get(i).name(), ((Number) arguments.get(i)).longValue());
                default -> {
                    // floating-point numbers and arrays decide no trip count
                }
            }
        }
        return operations(kernel, scalars);
    }

    private static double operations(CompiledKernel kernel, Map<String, Long> scalars) {
        KernelCost cost = KernelCost.of(kernel.program(), scalars);
        return Stream.of(cost.operations().data(), cost.operations().addressing())
                .flatMap(kinds -> kinds.values().stream())
                .mapToDouble(Long::doubleValue)
                .sum();
    }

    /** What a reader of the profile has to know: how many calls it leaves out. */
    synchronized Optional<String> gap() {
        return left == 0
                ? Optional.empty()
                : Optional.of("the numeric profile is of the first " + profiled + " of " + (profiled + left)
                        + " tiles that were verified; smaller tiles (--tile) let it see more of the problem");
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
