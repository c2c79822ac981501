package org.gatesmith.host.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.UsageException;

/** A folder in the system's place for temporary files; closing it deletes it with all that it holds. */
public record TemporaryFolder(Path path) implements AutoCloseable {

    public static TemporaryFolder create() throws UsageException {
        try {
            return new TemporaryFolder(Files.createTempDirectory("gatesmith-run-"));
        } catch (IOException e) {
            throw new UsageException("no temporary folder can be created: " + FileTrouble.reason(e)
                    + "; set java.io.tmpdir to a folder with room");
        }
    }

    @Override
    public void close() {
        try (Stream<Path> contents = Files.walk(path)) {
            for (Path each : contents.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException _) {
            // a leftover temporary folder harms nobody
        }
    }
}
