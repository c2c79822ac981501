package org.gatesmith.host.stream;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.DataFault;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;

/** Independent tiles of one boolean each, {@code not[i] = !flag[i]}, with a hook in every stage. */
final class HookedCase {

    /** What a stage does before its work on a tile. */
    interface Hook {
        void at(StreamStage stage, long tile) throws InterruptedException, DataException, DeviceException;
    }

    final StreamCase problem;
    final TestDevice device;

    /** All threads that did work of a stage. */
    final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    private final Hook hook;

    HookedCase(int tiles, int depth, Hook hook) throws DataException {
        this.problem = StreamCase.independent(tiles, depth);
        this.hook = hook;
        this.device = new HookedDevice(problem.kernel);
        TileSource flags = problem.sources.get("flag");
        problem.sources.put("flag", (slice, target) -> {
            // Verification reads too.
            if (!Thread.currentThread().getName().contains("verify")) {
                call(StreamStage.LOAD, slice.origin().getFirst());
            }
            flags.read(slice, target);
        });
        TileSink nots = problem.sinks.get("not");
        problem.sinks.put("not", (slice, elements) -> {
            call(StreamStage.STORE, slice.origin().getFirst());
            nots.write(slice, elements);
        });
        Expectation expectation = problem.expectation;
        problem.expectation = new Expectation() {
            private final java.util.concurrent.atomic.AtomicLong calls = new java.util.concurrent.atomic.AtomicLong();

            @Override
            public String name() {
                return expectation.name();
            }

            @Override
            public void compute(List<Object> arguments, Duration limit) throws DeviceException {
                callOnDevice(StreamStage.VERIFY, calls.getAndIncrement());
                expectation.compute(arguments, limit);
            }
        };
    }

    Streamer streamer() {
        return problem.on(device);
    }

    /** A DataException, as sources and sinks throw it. */
    static DataException disk(String message) {
        return new DataException(DataFault.DISK_FULL, message);
    }

    private void call(StreamStage stage, long tile) throws DataException {
        try {
            callOnDevice(stage, tile);
        } catch (DeviceException e) {
            throw disk(e.getMessage());
        }
    }

    private void callOnDevice(StreamStage stage, long tile) throws DeviceException {
        threads.add(Thread.currentThread());
        try {
            hook.at(stage, tile);
        } catch (InterruptedException e) {
            throw new DeviceException(DeviceFault.TIME_LIMIT, Span.NONE, "interrupted");
        } catch (DataException e) {
            throw TestDevice.failure(e.getMessage());
        }
    }

    private final class HookedDevice extends TestDevice {

        private long written;
        private long read;

        HookedDevice(TestKernel kernel) {
            super(kernel);
        }

        @Override
        void writing(Parameter.Array port) throws DeviceException {
            callOnDevice(StreamStage.TRANSFER, written++);
        }

        @Override
        void before(int run, java.util.Map<String, Elements> arrays) throws DeviceException {
            callOnDevice(StreamStage.RUN, run);
        }

        @Override
        void reading(Parameter.Array port) throws DeviceException {
            callOnDevice(StreamStage.TRANSFER_BACK, read++);
        }
    }
}
