import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceBuffer;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceRun;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.run.Devices;
import org.gatesmith.host.stream.GroupLedger;
import org.gatesmith.host.stream.Progress;
import org.gatesmith.host.stream.StreamOptions;
import org.gatesmith.host.stream.StreamRequest;
import org.gatesmith.host.stream.StreamResult;
import org.gatesmith.host.stream.Streamer;
import org.gatesmith.host.stream.TileSink;
import org.gatesmith.host.stream.TileSource;
import org.gatesmith.host.stream.Verification;
import org.gatesmith.host.tile.Slice;
import org.gatesmith.host.tile.Tile;
import org.gatesmith.host.tile.TileOperand;
import org.gatesmith.host.tile.TileSequence;

/**
 * Streams {@code vector_add} in equal tiles.
 *
 * <p>{@code delayed}: on the JVM, with every stage made to take the same time. Prints the seconds of the streamed run, of its
 * busiest stage, and of the same work one step after the other.
 *
 * <p>{@code csim}: tiles of one element in C simulation. Prints the microseconds per tile, those of the kernel itself included.
 */
final class Streaming {

    private static final int DELAYED_TILES = 200;
    private static final Duration STAGE = Duration.ofMillis(10);

    private static final int SMALL_TILES = 20_000;

    private final CompiledKernel kernel;

    private Streaming() throws Exception {
        kernel = KernelCompiler.compile(
                CompileRequest.of(KernelLocator.locate("vector_add").source(), null));
    }

    public static void main(String[] arguments) throws Exception {
        Streaming streaming = new Streaming();
        switch (arguments[0]) {
            case "delayed" -> streaming.delayed();
            case "csim" -> streaming.csim();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private void delayed() throws Exception {
        TileSource halfStage = (slice, target) -> {
            pause(STAGE.dividedBy(2));
            target.segment().fill((byte) 0);
        };
        TileSink stage = (slice, elements) -> pause(STAGE);
        try (Device device = new DelayedDevice(new JvmDevice(kernel))) {
            StreamResult warm = stream(device, 10, halfStage, stage);
            StreamResult result = stream(device, DELAYED_TILES, halfStage, stage);
            if (warm.ending() != StreamResult.Ending.COMPLETE || result.ending() != StreamResult.Ending.COMPLETE) {
                throw new IllegalStateException(result.toString());
            }
            System.out.printf(
                    Locale.ROOT,
                    "%.4f %.4f %.4f%n",
                    seconds(result.timeline().wall()),
                    seconds(result.timeline().slowest()),
                    serial(device, DELAYED_TILES, halfStage, stage));
        }
    }

    private void csim() throws Exception {
        TileSource zeroes = (slice, target) -> target.segment().fill((byte) 0);
        try (Device device = Devices.open("csim", kernel, ((BoardLookup.Found) Boards.named("u280")).board(), Optional.empty())) {
            stream(device, SMALL_TILES, zeroes, TileSink.discard());
            StreamResult result = stream(device, SMALL_TILES, zeroes, TileSink.discard());
            System.out.printf(Locale.ROOT, "%.1f%n", 1e6 * seconds(result.timeline().wall()) / SMALL_TILES);
        }
    }

    private StreamResult stream(Device device, int tiles, TileSource source, TileSink sink) {
        StreamRequest request = new StreamRequest(
                kernel.signature(),
                Map.of("a", List.of((long) tiles), "b", List.of((long) tiles), "c", List.of((long) tiles)),
                new Elementwise(tiles),
                Map.of("a", source, "b", source),
                Map.of("c", sink),
                new Verification.None(),
                Optional.empty(),
                1,
                StreamOptions.DEFAULT);
        return new Streamer(request, device, GroupLedger.inMemory(), Progress.SILENT).run();
    }

    /** Seconds of the same steps without overlap. */
    private double serial(Device device, int tiles, TileSource source, TileSink sink) throws Exception {
        Elements memory = Elements.copyOf(new float[1]);
        Parameter.Array[] ports = kernel.signature().arrays().toArray(Parameter.Array[]::new);
        DeviceBuffer[] buffers = new DeviceBuffer[ports.length];
        for (int i = 0; i < ports.length; i++) {
            buffers[i] = device.allocate(ports[i], 1);
        }
        long start = System.nanoTime();
        for (int tile = 0; tile < tiles; tile++) {
            Slice slice = new Slice(List.of((long) tile), List.of(1L));
            for (int i = 0; i < ports.length; i++) {
                if (ports[i].direction() == Direction.OUT) {
                    buffers[i].clear(1);
                } else {
                    source.read(slice, memory);
                    buffers[i].write(memory);
                }
            }
            device.run(arguments(buffers), StreamOptions.DEFAULT.timeLimit());
            for (int i = 0; i < ports.length; i++) {
                if (ports[i].direction().isWritten()) {
                    buffers[i].read(memory);
                    sink.write(slice, memory);
                }
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private List<Argument> arguments(DeviceBuffer[] buffers) {
        int[] next = {0};
        return kernel.signature().parameters().stream()
                .map(parameter -> switch (parameter) {
                    case Parameter.Array array -> (Argument) new Argument.Buffer(buffers[next[0]++], 1);
                    case Parameter.Scalar scalar -> new Argument.Number(scalar.type(), 1);
                })
                .toList();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tiles of one element each. */
    private record Elementwise(long tiles) implements TileSequence {

        @Override
        public long groups() {
            return tiles;
        }

        @Override
        public Tile tile(long index) {
            TileOperand operand = new TileOperand(new Slice(List.of(index), List.of(1L)), index, index);
            return new Tile(
                    index, index, true, true, Map.of("n", 1L), Map.of("a", operand, "b", operand, "c", operand));
        }

        @Override
        public int depth() {
            return 2;
        }

        @Override
        public int buffers(String array) {
            return 2;
        }

        @Override
        public long largestSlice(String array) {
            return 1;
        }
    }

    /** A device whose transfers and runs take their time: half a stage for each of two inputs, a stage for everything else. */
    private record DelayedDevice(Device device) implements Device {

        @Override
        public String name() {
            return device.name();
        }

        @Override
        public DeviceBuffer allocate(Parameter.Array port, long elements) throws DeviceException, DataException {
            return new DelayedBuffer(device.allocate(port, elements));
        }

        @Override
        public DeviceRun run(List<Argument> arguments, Duration limit) throws DeviceException, DataException {
            pause(STAGE);
            return device.run(arguments.stream().map(DelayedDevice::plain).toList(), limit);
        }

        private static Argument plain(Argument argument) {
            return argument instanceof Argument.Buffer(DelayedBuffer(DeviceBuffer buffer), long elements)
                    ? new Argument.Buffer(buffer, elements)
                    : argument;
        }

        @Override
        public void close() {
            device.close();
        }
    }

    private record DelayedBuffer(DeviceBuffer buffer) implements DeviceBuffer {

        @Override
        public long capacity() {
            return buffer.capacity();
        }

        @Override
        public void write(Elements source) throws DeviceException, DataException {
            pause(STAGE.dividedBy(2));
            buffer.write(source);
        }

        @Override
        public void read(Elements target) throws DeviceException, DataException {
            pause(STAGE);
            buffer.read(target);
        }

        @Override
        public void clear(long elements) throws DeviceException, DataException {
            buffer.clear(elements);
        }

        @Override
        public void close() throws DataException {
            buffer.close();
        }
    }
}
