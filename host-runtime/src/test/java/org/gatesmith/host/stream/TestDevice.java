package org.gatesmith.host.stream;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceBuffer;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.device.DeviceRun;

/** A device on the heap that counts its buffers; tests make it wait or fail. */
class TestDevice implements Device {

    private final TestKernel kernel;
    private final Map<String, Integer> allocated = new TreeMap<>();
    private int open;
    private int runs;

    TestDevice(TestKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public synchronized DeviceBuffer allocate(Parameter.Array port, long elements) {
        allocated.merge(port.name(), 1, Integer::sum);
        open++;
        return new HeapBuffer(port, elements);
    }

    /**
     * Called before the kernel, with the number of the call.
     *
     * @param arrays what the kernel is about to be called with
     */
    void before(int run, Map<String, Elements> arrays) throws InterruptedException, DeviceException {}

    /** Called after the kernel; may spoil what it wrote. */
    void after(int run, Map<String, Elements> arrays) {}

    /** Called before elements cross to the device. */
    void writing(Parameter.Array port) throws DeviceException {}

    /** Called before elements cross to the host. */
    void reading(Parameter.Array port) throws DeviceException {}

    /** What the call reports besides its result. */
    List<String> warnings(int run) {
        return List.of();
    }

    @Override
    public DeviceRun run(List<Argument> arguments, Duration limit) throws DeviceException {
        Map<String, Elements> arrays = new LinkedHashMap<>();
        Map<String, Long> scalars = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = kernel.signature().parameters().get(i).name();
            switch (arguments.get(i)) {
                case Argument.Buffer port ->
                    arrays.put(name, ((HeapBuffer) port.buffer()).elements.slice(0, port.elements()));
                case Argument.Number number -> scalars.put(name, number.bits());
            }
        }
        try {
            before(runs, arrays);
        } catch (InterruptedException e) {
            throw new DeviceException(DeviceFault.TIME_LIMIT, Span.NONE, "the run was cancelled");
        }
        kernel.body().call(arrays, scalars);
        after(runs, arrays);
        return new DeviceRun(Duration.ofMillis(1), warnings(runs++));
    }

    /** How many buffers an array has had. */
    synchronized int allocated(String array) {
        return allocated.getOrDefault(array, 0);
    }

    /** Buffers that have not been closed. */
    synchronized int open() {
        return open;
    }

    synchronized void closed() {
        open--;
    }

    int runs() {
        return runs;
    }

    static DeviceException failure(String message) {
        return new DeviceException(DeviceFault.CRASH, Span.NONE, message);
    }

    @Override
    public void close() {
        // nothing to end
    }

    private final class HeapBuffer implements DeviceBuffer {

        private final Parameter.Array port;
        private final Elements elements;

        HeapBuffer(Parameter.Array port, long elements) {
            this.port = port;
            JavaType type = port.type();
            this.elements =
                    Elements.in(MemorySegment.ofArray(new byte[Math.toIntExact(elements * type.bytes())]), type);
            // A device's memory holds whatever was there before.
            this.elements.segment().fill((byte) 1);
        }

        @Override
        public long capacity() {
            return elements.count();
        }

        @Override
        public void write(Elements source) throws DeviceException {
            writing(port);
            elements.slice(0, source.count()).copyFrom(source);
        }

        @Override
        public void read(Elements target) throws DeviceException {
            reading(port);
            target.copyFrom(elements.slice(0, target.count()));
        }

        @Override
        public void clear(long count) {
            elements.slice(0, count).segment().fill((byte) 0);
        }

        @Override
        public void close() {
            closed();
        }
    }
}
