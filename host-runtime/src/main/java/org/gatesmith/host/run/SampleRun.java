package org.gatesmith.host.run;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.device.WholeCall;
import org.gatesmith.host.problem.ProblemSize;
import org.gatesmith.host.stream.GeneratedSource;
import org.gatesmith.host.tile.Slice;

/**
 * A small run on random inputs with the JVM's result: what an emitted test bench reads.
 *
 * @param size scalars and extents
 * @param files raw little-endian contents: {@code name.bin} of every array before the run, {@code name.expected.bin} of every
 *     array that the kernel writes after it
 */
public record SampleRun(ProblemSize size, Map<String, byte[]> files) {

    private static final long SEED = 1;

    /** Runs the kernel on the JVM. */
    public static SampleRun of(CompiledKernel kernel) throws UsageException, DataException, DeviceException {
        KernelSignature signature = kernel.signature();
        ProblemSize size = ProblemSize.of(signature, Map.of(), Map.of(), SEED).inOneCall(signature);
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, Elements> arrays = new LinkedHashMap<>();
        List<Parameter.Array> parameters = signature.arrays().toList();
        for (Parameter.Array array : parameters) {
            Elements elements = contents(array, size.shape(array));
            arrays.put(array.name(), elements);
            files.put(array.name() + ".bin", bytes(elements));
        }
        try (Device jvm = new JvmDevice(kernel)) {
            new WholeCall(signature, arrays, size.scalars()).on(jvm, RunOptions.DEFAULT.timeLimit());
        }
        for (Parameter.Array array : parameters) {
            if (array.direction().isWritten()) {
                Elements result = java.util.Objects.requireNonNull(arrays.get(array.name()));
                files.put(array.name() + ".expected.bin", bytes(result));
            }
        }
        return new SampleRun(size, files);
    }

    /** Random elements of what the kernel reads, zeroes of the rest. */
    private static Elements contents(Parameter.Array array, List<Long> shape) {
        Slice whole = new Slice(shape.stream().map(extent -> 0L).toList(), shape);
        byte[] bytes = new byte[Math.toIntExact(whole.count() * array.type().bytes())];
        Elements elements = Elements.in(MemorySegment.ofArray(bytes), array.type());
        if (array.direction().isRead()) {
            GeneratedSource.random(array, shape, SEED).read(whole, elements);
        }
        return elements;
    }

    private static byte[] bytes(Elements elements) {
        return elements.segment().toArray(ValueLayout.JAVA_BYTE);
    }
}
