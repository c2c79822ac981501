package org.gatesmith.host.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.HostBuffer;
import org.gatesmith.host.device.WholeCall;
import org.gatesmith.host.problem.ProblemSize;

/** One buffer per array parameter, in a folder of their own. */
final class RunBuffers implements AutoCloseable {

    private final Map<String, HostBuffer> buffers = new LinkedHashMap<>();
    private final KernelSignature signature;
    private final ProblemSize size;

    private RunBuffers(KernelSignature signature, ProblemSize size) {
        this.signature = signature;
        this.size = size;
    }

    /** Creates the buffers, filled with zeroes. */
    static RunBuffers create(Path folder, String prefix, KernelSignature signature, ProblemSize size)
            throws DataException {
        RunBuffers created = new RunBuffers(signature, size);
        try {
            for (Parameter.Array array : signature.arrays().toList()) {
                long count = size.elements(array);
                created.buffers.put(
                        array.name(), HostBuffer.create(folder, prefix + "-" + array.name(), array.type(), count));
            }
            return created;
        } catch (DataException e) {
            created.close();
            throw e;
        }
    }

    HostBuffer of(Parameter.Array array) {
        return java.util.Objects.requireNonNull(buffers.get(array.name()));
    }

    void copyFrom(RunBuffers other) {
        buffers.forEach((name, buffer) -> buffer.elements()
                .copyFrom(java.util.Objects.requireNonNull(other.buffers.get(name))
                        .elements()));
    }

    /** A call with these arrays. */
    WholeCall call() {
        Map<String, Elements> arrays = new LinkedHashMap<>();
        buffers.forEach((name, buffer) -> arrays.put(name, buffer.elements()));
        return new WholeCall(signature, arrays, size.scalars());
    }

    @Override
    public void close() throws DataException {
        for (HostBuffer buffer : buffers.values()) {
            buffer.close();
        }
    }
}
