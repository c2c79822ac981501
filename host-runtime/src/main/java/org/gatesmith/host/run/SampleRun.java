package org.gatesmith.host.run;

import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.TemporaryFolder;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.problem.ProblemSize;

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
        try (RunInputs inputs = RunInputs.open(signature, Map.of());
                TemporaryFolder folder = TemporaryFolder.create();
                RunBuffers buffers = RunBuffers.create(folder.path(), "sample", signature, size);
                Device jvm = new JvmDevice(kernel)) {
            List<Parameter.Array> arrays = signature.arrays().toList();
            for (Parameter.Array array : arrays) {
                inputs.fill(array, size.shape(array), buffers.of(array).elements(), SEED);
                files.put(array.name() + ".bin", bytes(buffers, array));
            }
            buffers.call().on(jvm, RunRequest.DEFAULT_TIME_LIMIT);
            for (Parameter.Array array : arrays) {
                if (array.direction().isWritten()) {
                    files.put(array.name() + ".expected.bin", bytes(buffers, array));
                }
            }
        }
        return new SampleRun(size, files);
    }

    private static byte[] bytes(RunBuffers buffers, Parameter.Array array) {
        return buffers.of(array).elements().segment().toArray(ValueLayout.JAVA_BYTE);
    }
}
