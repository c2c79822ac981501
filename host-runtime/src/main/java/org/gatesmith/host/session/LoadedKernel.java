package org.gatesmith.host.session;

import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.run.KernelCall;
import org.gatesmith.host.run.RunOptions;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.run.RunSubject;
import org.gatesmith.host.stream.Progress;

/** A kernel that is compiled and on its device. Calls of any size go through it, cut into tiles where they need to be. */
public final class LoadedKernel implements AutoCloseable {

    private final RunSubject subject;
    private final Device device;
    private boolean closed;

    LoadedKernel(RunSubject subject, Device device) {
        this.subject = subject;
        this.device = device;
    }

    /** What the kernel is. */
    public CompiledKernel kernel() {
        return subject.kernel();
    }

    /**
     * Calls the kernel as the Java method would be called, and compares every result with the JVM's.
     *
     * @param arguments one per parameter, in their order. For an array: a Java array of primitives, into which results are
     *     written as the method would, or an {@link ArrayArgument}. For a scalar: a number, or a boolean. Extents that the
     *     planner can cut may exceed their type and contract; pass such a number as a {@code long}
     * @return what was found, also where results differ
     * @throws UsageException arguments that do not fit the parameters
     * @throws DataException an input that breaks its contract, or a file that cannot be used
     * @throws DeviceException the kernel failed, on the JVM or on the device
     * @throws IllegalStateException the kernel or its session was closed
     */
    public RunReport call(Object... arguments) throws UsageException, DataException, DeviceException {
        return call(RunOptions.DEFAULT, arguments);
    }

    /** As {@link #call(Object...)}, with other tiles, another verification or another time limit. */
    public RunReport call(RunOptions options, Object... arguments)
            throws UsageException, DataException, DeviceException {
        KernelSignature signature = subject.kernel().signature();
        if (closed) {
            throw new IllegalStateException(
                    "kernel " + signature.name() + " was closed, itself or with its session; load it again");
        }
        if (arguments.length != signature.parameters().size()) {
            throw new UsageException("kernel " + signature.name() + " has "
                    + signature.parameters().size() + " parameters ("
                    + String.join(
                            ", ",
                            signature.parameters().stream().map(Parameter::name).toList())
                    + "), but " + arguments.length + " arguments are given");
        }
        try (CallArguments bound = CallArguments.bind(signature, arguments)) {
            return new KernelCall(subject, device)
                    .run(bound.size(), bound.sources(), bound.sinks(), bound.origins(), options, Progress.SILENT)
                    .orThrow();
        }
    }

    @Override
    public void close() {
        closed = true;
        device.close();
    }
}
