package org.gatesmith.host.opencl;

import java.nio.file.Path;
import java.util.List;
import org.gatesmith.hls.emit.opencl.OpenClKernel;
import org.gatesmith.hls.emit.opencl.OpenClPipes;

/**
 * A program that was compiled for a card, and the forms in which it may hold a kernel.
 *
 * @param file an {@code .xclbin}
 * @param board name of the board, which the names of its cards are expected to contain
 * @param fifos those that the kernel as a single one keeps in global memory, empty if it has none
 * @param processes the kernels that pipes join in the other form, empty if there is no such form
 */
public record CardProgram(Path file, String board, List<OpenClKernel.Fifo> fifos, List<OpenClPipes.Process> processes) {
    public CardProgram {
        fifos = List.copyOf(fifos);
        processes = List.copyOf(processes);
    }
}
