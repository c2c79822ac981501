package org.gatesmith.host.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;

/** One call of a kernel with whole arrays, which lie in host memory before and after it. */
public final class WholeCall {

    private final KernelSignature signature;
    private final Map<String, Elements> arrays;
    private final Map<String, Long> scalars;

    /**
     * @param arrays contents of every array by name; those that the kernel writes are overwritten with the result
     * @param scalars bits of every scalar by name
     */
    public WholeCall(KernelSignature signature, Map<String, Elements> arrays, Map<String, Long> scalars) {
        this.signature = signature;
        this.arrays = Map.copyOf(arrays);
        this.scalars = Map.copyOf(scalars);
    }

    /** Carries the call out on a device. */
    public DeviceRun on(Device device, Duration limit) throws DeviceException, DataException {
        Map<Parameter.Array, DeviceBuffer> buffers = new LinkedHashMap<>();
        try {
            for (Parameter.Array array : signature.arrays().toList()) {
                buffers.put(array, device.allocate(array, elements(array).count()));
            }
            return on(device, buffers, limit);
        } finally {
            for (DeviceBuffer buffer : buffers.values()) {
                buffer.close();
            }
        }
    }

    private DeviceRun on(Device device, Map<Parameter.Array, DeviceBuffer> buffers, Duration limit)
            throws DeviceException, DataException {
        for (Map.Entry<Parameter.Array, DeviceBuffer> entry : buffers.entrySet()) {
            Elements elements = elements(entry.getKey());
            if (entry.getKey().direction() == Direction.OUT) {
                entry.getValue().clear(elements.count());
            } else {
                entry.getValue().write(elements);
            }
        }
        DeviceRun run = device.run(arguments(buffers), limit);
        for (Map.Entry<Parameter.Array, DeviceBuffer> entry : buffers.entrySet()) {
            if (entry.getKey().direction().isWritten()) {
                entry.getValue().read(elements(entry.getKey()));
            }
        }
        return run;
    }

    private List<Argument> arguments(Map<Parameter.Array, DeviceBuffer> buffers) {
        List<Argument> arguments = new ArrayList<>();
        for (Parameter parameter : signature.parameters()) {
            arguments.add(
                    switch (parameter) {
                        case Parameter.Array array ->
                            new Argument.Buffer(
                                    Objects.requireNonNull(buffers.get(array)),
                                    elements(array).count());
                        case Parameter.Scalar scalar ->
                            new Argument.Number(scalar.type(), Objects.requireNonNull(scalars.get(scalar.name())));
                    });
        }
        return arguments;
    }

    private Elements elements(Parameter.Array array) {
        return Objects.requireNonNull(arrays.get(array.name()));
    }
}
