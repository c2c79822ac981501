package org.gatesmith.host.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.ArrayFile;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.GreyImage;
import org.gatesmith.host.data.NpyFile;
import org.gatesmith.host.stream.ArrayInMemory;
import org.gatesmith.host.stream.GeneratedSource;
import org.gatesmith.host.stream.NpySource;
import org.gatesmith.host.stream.TileSource;

/** The inputs of a stored run: copies in its folder, files where they were, or random contents made again. */
final class StoredInputs implements AutoCloseable {

    private final StoredRun run;
    private final Map<String, TileSource> sources = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    private StoredInputs(StoredRun run) {
        this.run = run;
    }

    /**
     * Opens the inputs of a kernel.
     *
     * @param arrays those that it reads
     */
    static StoredInputs open(StoredRun run, List<Parameter.Array> arrays) throws FolderException, DataException {
        StoredInputs inputs = new StoredInputs(run);
        try {
            for (Parameter.Array array : arrays) {
                inputs.open(array);
            }
            return inputs;
        } catch (FolderException | DataException e) {
            inputs.close();
            throw e;
        }
    }

    private void open(Parameter.Array array) throws FolderException, DataException {
        InputRecord record = run.manifest().inputs().get(array.name());
        if (record instanceof InputRecord.Generated generated) {
            sources.put(
                    array.name(),
                    GeneratedSource.random(array, generated.array().shape(), generated.seed()));
            return;
        }
        Optional<Path> file = run.input(array.name());
        if (record == null || file.isEmpty()) {
            missing.add(array.name());
        } else {
            sources.put(array.name(), source(file.get(), array, record.array().shape()));
        }
    }

    private static TileSource source(Path file, Parameter.Array array, List<Long> shape) throws DataException {
        try (ArrayFile opened = ArrayFile.open(file)) {
            return switch (opened) {
                case NpyFile _ -> NpySource.open(file, array, shape);
                case GreyImage image -> ArrayInMemory.of(image.elements(array.name(), array.type(), shape), shape);
            };
        }
    }

    /** Inputs that are not at hand. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    /** Where the elements come from, by parameter. */
    Map<String, TileSource> sources() {
        return Map.copyOf(sources);
    }

    @Override
    public void close() throws DataException {
        for (TileSource source : sources.values()) {
            source.close();
        }
    }
}
