package org.gatesmith.hls.emit.opencl;

import java.util.List;
import org.gatesmith.hls.emit.EmittedSources;

/**
 * A dataflow kernel for an FPGA: its processes are kernels of one file, joined by pipes. They must all be started, and run at the
 * same time.
 *
 * @param name of the kernel that the processes make up
 * @param sources the emitted file
 * @param processes in the order of the source
 * @param pipes in the order of the source
 */
public record OpenClPipes(String name, EmittedSources sources, List<Process> processes, List<Pipe> pipes) {

    /**
     * One process.
     *
     * @param kernel name of its kernel function
     * @param parameters which of the parameters of the whole kernel it takes, by number, in the order in which it takes them
     */
    public record Process(String kernel, List<Integer> parameters) {
        public Process {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * One pipe.
     *
     * @param name in the emitted file
     * @param type of an element, in OpenCL C
     * @param depth elements that it holds, at least as many as the source asks for
     */
    public record Pipe(String name, String type, int depth) {}

    public OpenClPipes {
        processes = List.copyOf(processes);
        pipes = List.copyOf(pipes);
    }

    /** Name of the emitted file. */
    public String fileName() {
        return fileName(name);
    }

    static String fileName(String kernel) {
        return kernel + "_pipes.cl";
    }

    /** Text of the emitted file. */
    public String text() {
        return sources.text(fileName());
    }
}
