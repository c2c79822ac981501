package org.gatesmith.host.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.UsageException;

/** The file that {@code --wave} names. The simulator opens it late, and would go on without it. */
final class WaveFile {

    private WaveFile() {}

    /** Refuses what cannot be written; a file that is there keeps what it holds until the simulation begins. */
    static Path require(Path file) throws UsageException {
        if (Files.isDirectory(file)) {
            throw new UsageException(
                    "--wave " + file + ": is a folder; name a file, such as " + file.resolve("run.vcd"));
        }
        boolean isNew = Files.notExists(file);
        try {
            Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
            if (isNew) {
                Files.delete(file);
            }
            return file;
        } catch (IOException e) {
            throw new UsageException("--wave " + file + ": cannot be written: " + FileTrouble.reason(e));
        }
    }
}
