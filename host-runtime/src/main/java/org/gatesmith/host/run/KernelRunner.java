package org.gatesmith.host.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.ArrayComparison;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.TemporaryFolder;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.problem.ProblemSize;

/** Runs a kernel on a device and compares the result with the JVM's. */
public final class KernelRunner {

    /** Mismatches that a report lists one by one. */
    private static final int LISTED_MISMATCHES = 8;

    private final CompiledKernel kernel;
    private final Device device;

    public KernelRunner(CompiledKernel kernel, Device device) {
        this.kernel = kernel;
        this.device = device;
    }

    /**
     * Runs once.
     *
     * @throws UsageException sizes, names or values that do not fit the kernel
     * @throws DataException a file that cannot be read or written
     * @throws DeviceException the kernel failed, on the JVM or on the device
     */
    public RunReport run(RunRequest request) throws UsageException, DataException, DeviceException {
        if (request.output().isPresent()) {
            RunOutputs.prepare(request.output().get());
        }
        KernelSignature signature = kernel.signature();
        try (RunInputs inputs = RunInputs.open(signature, request.inputs());
                TemporaryFolder folder = TemporaryFolder.create()) {
            ProblemSize size = ProblemSize.of(signature, request.scalars(), inputs.shapes(), request.seed())
                    .inOneCall(signature);
            try (RunBuffers expected = RunBuffers.create(folder.path(), "expected", signature, size);
                    RunBuffers actual = RunBuffers.create(folder.path(), "actual", signature, size)) {
                for (Parameter.Array array : signature.arrays().toList()) {
                    inputs.fill(array, size.shape(array), expected.of(array).elements(), request.seed());
                }
                actual.copyFrom(expected);
                return run(request, inputs, size, expected, actual);
            }
        }
    }

    private RunReport run(
            RunRequest request, RunInputs inputs, ProblemSize size, RunBuffers expected, RunBuffers actual)
            throws DataException, DeviceException {
        Duration jvmTime;
        try (Device jvm = new JvmDevice(kernel)) {
            jvmTime = expected.call().on(jvm, request.timeLimit()).time();
        }
        Duration deviceTime = actual.call().on(device, request.timeLimit()).time();
        List<Path> files = new ArrayList<>();
        if (request.output().isPresent()) {
            files.addAll(RunOutputs.write(request.output().get(), kernel.signature(), size, actual, inputs.hasImage()));
        }
        return new RunReport(
                kernel.signature().name(),
                device.name(),
                size.values(kernel.signature()),
                size.shapes(),
                request.seed(),
                randomInputs(inputs, size),
                "jvm",
                compare(size, expected, actual),
                deviceTime,
                jvmTime,
                files);
    }

    private static List<String> randomInputs(RunInputs inputs, ProblemSize size) {
        List<String> names = new ArrayList<>(inputs.missing());
        names.addAll(size.random());
        return names;
    }

    private Map<String, Comparison> compare(ProblemSize size, RunBuffers expected, RunBuffers actual) {
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        kernel.signature()
                .arrays()
                .filter(array -> array.direction().isWritten())
                .forEach(array -> comparisons.put(
                        array.name(),
                        ArrayComparison.of(
                                expected.of(array).elements(),
                                actual.of(array).elements(),
                                size.shape(array),
                                kernel.signature().tolerance(),
                                LISTED_MISMATCHES)));
        return comparisons;
    }
}
