package org.gatesmith.hls.emit.tornado;

import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.emit.EmittedSources;

/**
 * A kernel as a TornadoVM task.
 *
 * @param className simple name of the class in the unnamed package
 * @param methodName name of the method, and of the OpenCL kernel that TornadoVM makes of it
 * @param parameters names of the kernel's parameters
 * @param arguments what the method takes, before the number of work-items if it is parallel
 * @param range of a task whose method takes a number of work-items last: at least as many as there are iterations
 */
public record TornadoTask(
        String className,
        String methodName,
        List<String> parameters,
        List<TaskArgument> arguments,
        Optional<WorkRange> range,
        EmittedSources sources) {

    public TornadoTask {
        parameters = List.copyOf(parameters);
        arguments = List.copyOf(arguments);
    }

    /** Whether the method takes a number of work-items last. */
    public boolean parallel() {
        return range.isPresent();
    }
}
