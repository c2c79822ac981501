package org.gatesmith.host.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Where a run came from on the machine that began it: what a continued run looks for. Not part of what the same inputs make equal.
 *
 * @param directory where the command was given
 * @param arguments of the command, empty for a call from Java
 * @param inputs the user's files, by parameter
 */
public record RunOrigin(String directory, List<String> arguments, Map<String, InputFile> inputs) {

    /**
     * A file as it was when the run began.
     *
     * @param path absolute
     * @param modified time of the last change, as {@link java.nio.file.attribute.FileTime} prints it
     */
    public record InputFile(String path, long bytes, String modified) {

        public InputFile {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(modified, "modified");
        }

        static InputFile of(Path file) throws FolderException {
            try {
                return new InputFile(
                        file.toAbsolutePath().normalize().toString(),
                        Files.size(file),
                        Files.getLastModifiedTime(file).toString());
            } catch (IOException e) {
                throw FolderException.reading(file, e);
            }
        }
    }

    public RunOrigin {
        Objects.requireNonNull(directory, "directory");
        arguments = List.copyOf(arguments);
        inputs = Manifest.sorted(inputs, "inputs");
    }

    static RunOrigin of(List<String> arguments, Map<String, RunInput> inputs) throws FolderException {
        Map<String, InputFile> files = new TreeMap<>();
        for (Map.Entry<String, RunInput> entry : inputs.entrySet()) {
            if (entry.getValue() instanceof RunInput.OfFile input) {
                files.put(entry.getKey(), InputFile.of(input.file()));
            }
        }
        return new RunOrigin(Path.of("").toAbsolutePath().toString(), arguments, files);
    }
}
