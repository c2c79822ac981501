package org.gatesmith.host.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.UsageException;

/** A temporary folder that goes with a run. */
record RunFolder(Path path) implements AutoCloseable {

    static RunFolder create() throws UsageException {
        try {
            return new RunFolder(Files.createTempDirectory("gatesmith-run-"));
        } catch (IOException e) {
            throw new UsageException("no temporary folder can be created: " + FileTrouble.reason(e)
                    + "; set java.io.tmpdir to a folder with room");
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException _) {
            // a leftover temporary folder harms nobody
        }
    }
}
