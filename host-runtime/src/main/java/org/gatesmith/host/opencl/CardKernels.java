package org.gatesmith.host.opencl;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds a kernel in a program that was compiled for a card: as one kernel, or as one for each of its processes. */
final class CardKernels {

    /** Those of the memory and of the plan of FIFOs in global memory. */
    private static final int FIFO_ARGUMENTS = 2;

    private final ClLibrary library;
    private final MemorySegment program;
    private final Wanted wanted;

    /**
     * What to look for.
     *
     * @param name of the kernel as a single one
     * @param parameters how many it has
     * @param fifos whether FIFOs in global memory may follow them
     * @param processes the kernels in its other form
     */
    record Wanted(String name, int parameters, boolean fifos, List<Part> processes) {}

    /** One process: its kernel, and the arguments that it takes. */
    record Part(String name, List<Integer> parameters) {

        /** {@code name:0,2}. */
        static Part parse(String word) {
            int colon = word.indexOf(':');
            String numbers = word.substring(colon + 1);
            List<Integer> parameters = new ArrayList<>();
            for (String number : numbers.isEmpty() ? new String[0] : numbers.split(",", -1)) {
                parameters.add(Integer.valueOf(number));
            }
            return new Part(word.substring(0, colon), parameters);
        }

        String word() {
            return name + ":" + parameters.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    /**
     * What was found.
     *
     * @param fifos whether the kernel takes FIFOs in global memory
     */
    record Found(List<ClKernel> kernels, boolean fifos) {}

    private CardKernels(ClLibrary library, MemorySegment program, Wanted wanted) {
        this.library = library;
        this.program = program;
        this.wanted = wanted;
    }

    static Found in(ClLibrary library, MemorySegment program, Wanted wanted) throws ClException, ClFault {
        return new CardKernels(library, program, wanted).find();
    }

    private Found find() throws ClException, ClFault {
        try {
            return whole(ClKernel.whole(library, program, wanted.name()));
        } catch (ClException e) {
            if (e.code() != ClStatus.CL_INVALID_KERNEL_NAME.code()) {
                throw e;
            }
            return new Found(parts(), false);
        }
    }

    private Found whole(ClKernel kernel) throws ClException, ClFault {
        int found = kernel.arguments();
        boolean takesFifos = wanted.fifos() && found == wanted.parameters() + FIFO_ARGUMENTS;
        if (!takesFifos) {
            requireArguments(wanted.name(), wanted.parameters(), found);
        }
        return new Found(List.of(kernel), takesFifos);
    }

    private List<ClKernel> parts() throws ClException, ClFault {
        if (wanted.processes().isEmpty()) {
            throw noKernel(wanted.name());
        }
        List<ClKernel> kernels = new ArrayList<>();
        for (Part part : wanted.processes()) {
            ClKernel kernel = create(part);
            requireArguments(part.name(), part.parameters().size(), kernel.arguments());
            kernels.add(kernel);
        }
        return kernels;
    }

    private ClKernel create(Part part) throws ClException, ClFault {
        try {
            return ClKernel.part(library, program, part.name(), part.parameters());
        } catch (ClException e) {
            if (e.code() != ClStatus.CL_INVALID_KERNEL_NAME.code()) {
                throw e;
            }
            throw noKernel(wanted.name() + "' nor the kernel '" + part.name());
        }
    }

    private static ClFault noKernel(String names) {
        return new ClFault(
                ClFault.Kind.USAGE,
                "the program for the card holds no kernel '" + names
                        + "'; build it from this kernel: 'gatesmith build' writes the build.sh that does");
    }

    private static void requireArguments(String kernel, int expected, int found) throws ClFault {
        if (found != expected) {
            throw new ClFault(
                    ClFault.Kind.USAGE,
                    "the kernel '" + kernel + "' in the program for the card has " + found + " arguments instead of "
                            + expected + ": it was built from another version of the kernel; build it again");
        }
    }
}
