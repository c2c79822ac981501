package org.gatesmith.vendor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
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

        /**
         * Writes the files into a folder, which is made if need be. A file that is there with the same content is left
         * alone, so that its date does not make a finished build look outdated.
         */
        public void writeTo(Path folder) throws IOException {
            Files.createDirectories(folder);
            for (ScriptFile file : files) {
                Path path = folder.resolve(file.name());
                writeIfChanged(path, file.text());
                if (file.mode() == ScriptFile.Mode.EXECUTABLE) {
                    makeExecutable(path);
                }
            }
        }

        private static void writeIfChanged(Path path, String text) throws IOException {
            if (!Files.exists(path) || !Files.readString(path).equals(text)) {
                Files.writeString(path, text);
            }
        }

        private static void makeExecutable(Path path) throws IOException {
            PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** The design asks for what the board does not have; one line each. */
    record Refused(List<String> problems) implements ScriptResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
