package org.gatesmith.vendor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A file to be written.
 *
 * @param name name relative to the output folder
 * @param text content, lines ended by a line feed
 * @param mode whether it is run as a program
 */
public record ScriptFile(String name, String text, Mode mode) {

    /** Whether a file is run as a program. */
    public enum Mode {
        PLAIN,
        EXECUTABLE
    }

    /**
     * Writes files into a folder, which is made if need be. A file that is there with the same content is left alone, so that its
     * date does not make a finished build look outdated.
     */
    public static void writeAll(List<ScriptFile> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (ScriptFile file : files) {
            Path path = folder.resolve(file.name());
            writeIfChanged(path, file.text());
            if (file.mode() == Mode.EXECUTABLE) {
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
