package org.gatesmith.host.folder;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the manifest says of a run's inputs. A file whose hash the caller does not know is hashed by a thread of its own beside the
 * run, which reads the file too, so that most of it comes from the operating system's cache; tiles are no help, as they come in
 * another order than the bytes.
 */
final class InputHashes implements AutoCloseable {

    private final Map<String, InputRecord> records = new TreeMap<>();
    private final Map<String, Future<FileHash>> pending = new TreeMap<>();
    private final ExecutorService pool = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("hash").factory());

    private InputHashes() {}

    /**
     * Starts on the inputs of a run.
     *
     * @param files as {@link RunOrigin} describes them
     * @param stored hashes of the copies in the run's folder, by parameter
     */
    static InputHashes of(
            Map<String, RunInput> inputs, Map<String, RunOrigin.InputFile> files, Map<String, FileHash> stored) {
        InputHashes hashes = new InputHashes();
        inputs.forEach((name, input) -> {
            Optional<FileHash> copy = Optional.ofNullable(stored.get(name));
            InputRecord record = switch (input) {
                case RunInput.Generated generated -> new InputRecord.Generated(generated.array(), generated.seed());
                case RunInput.OfArray array ->
                    application(
                            array.array(),
                            Optional.of(ContentHash.of(array.elements().segment())));
                case RunInput.OfApplication source -> application(source.array(), source.known());
                case RunInput.OfFile file -> {
                    Optional<FileHash> known = file.known().or(() -> copy);
                    if (known.isEmpty()) {
                        hashes.pending.put(name, hashes.pool.submit(() -> ContentHash.of(file.file())));
                    }
                    long bytes = known.map(FileHash::bytes)
                            .orElseGet(() -> java.util.Objects.requireNonNull(files.get(name), name)
                                    .bytes());
                    yield new InputRecord.File(file.array(), bytes, known.map(FileHash::sha256));
                }
            };
            hashes.records.put(name, record);
        });
        hashes.pool.shutdown();
        return hashes;
    }

    private static InputRecord application(ArrayForm array, Optional<FileHash> known) {
        long bytes = array.elements() * array.elementType().bytes();
        return new InputRecord.Application(array, bytes, known.map(FileHash::sha256));
    }

    /** What is known now. */
    Map<String, InputRecord> now() {
        return new TreeMap<>(records);
    }

    /** Waits until all is known. */
    Map<String, InputRecord> complete() throws FolderException {
        for (Map.Entry<String, Future<FileHash>> entry : pending.entrySet()) {
            FileHash hash = ContentHash.await(entry.getValue());
            ArrayForm array = java.util.Objects.requireNonNull(records.get(entry.getKey()))
                    .array();
            records.put(entry.getKey(), new InputRecord.File(array, hash.bytes(), Optional.of(hash.sha256())));
        }
        return now();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
