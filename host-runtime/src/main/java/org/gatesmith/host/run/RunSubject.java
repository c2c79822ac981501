package org.gatesmith.host.run;

import java.lang.reflect.Method;
import java.util.Optional;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.hls.CompiledKernel;

/**
 * What is run: a kernel, compiled for a board.
 *
 * @param schedule text of the schedule file that went into the kernel, if there was one
 * @param reference the library's reference model of the kernel, if it has one
 */
public record RunSubject(
        CompiledKernel kernel, Optional<String> schedule, BoardLookup.Found board, Optional<Method> reference) {

    /** A kernel with its own directives. */
    public static RunSubject of(CompiledKernel kernel, BoardLookup.Found board) {
        return new RunSubject(kernel, Optional.empty(), board, Optional.empty());
    }
}
