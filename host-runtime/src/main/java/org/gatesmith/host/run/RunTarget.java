package org.gatesmith.host.run;

import java.nio.file.Path;
import java.util.List;

/**
 * The folder that a run leaves.
 *
 * @param arguments of the command that began it, for {@code --resume}; empty for a call from Java
 */
public record RunTarget(Path folder, Mode mode, List<String> arguments) {

    public RunTarget {
        arguments = List.copyOf(arguments);
    }

    /** What to do with the folder. */
    public enum Mode {
        /** It must be new or empty. */
        NEW,
        /** An earlier run in it is deleted. */
        REPLACE,
        /** The run in it goes on. */
        RESUME
    }

    /** A new folder. */
    public static RunTarget in(Path folder) {
        return new RunTarget(folder, Mode.NEW, List.of());
    }
}
