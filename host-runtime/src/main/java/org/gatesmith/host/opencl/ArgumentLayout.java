package org.gatesmith.host.opencl;

import java.util.List;

/**
 * How a program from elsewhere takes the arguments of a kernel, where that is not as Gatesmith's own OpenCL C does.
 *
 * @param hidden arguments before those of the kernel, in order
 * @param headerBytes bytes of every array before its element 0; they are zero
 */
public record ArgumentLayout(List<Hidden> hidden, int headerBytes) {

    /** As Gatesmith's own OpenCL C: the kernel's arguments and nothing else. */
    public static final ArgumentLayout PLAIN = new ArgumentLayout(List.of(), 0);

    public ArgumentLayout {
        hidden = List.copyOf(hidden);
    }

    /** An argument that the kernel's author knows nothing of, and that the kernel does not use. */
    public enum Hidden {
        /** A pointer to global or constant memory. */
        MEMORY("h"),
        /** A pointer to memory of the work-group. */
        LOCAL("l");

        private final String word;

        Hidden(String word) {
            this.word = word;
        }

        /** As {@link ClSession#run} knows it. */
        String word() {
            return word;
        }
    }
}
