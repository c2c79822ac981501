package org.gatesmith.vendor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The scripts for a design, or why there are none. */
public sealed interface ScriptResult {

    /**
     * The scripts.
     *
     * @param files everything that can be made for this board and release
     * @param plan which port is connected to which bank
     * @param notes what the user should know: what is not possible with this release and what would make it possible,
     *     banks that are shared, clocks that the platform does not have
     */
    record Emitted(List<ScriptFile> files, BankPlan plan, List<String> notes) implements ScriptResult {
        public Emitted {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }

        /** The file of that name, if it was possible. */
        public Optional<ScriptFile> file(String name) {
            return files.stream().filter(file -> file.name().equals(name)).findFirst();
        }

        /** Writes the files as {@link ScriptFile#writeAll} does. */
        public void writeTo(Path folder) throws IOException {
            ScriptFile.writeAll(files, folder);
        }
    }

    /** The design asks for what the board does not have; one line each. */
    record Refused(List<String> problems) implements ScriptResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
