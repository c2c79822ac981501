package org.gatesmith.host.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.ArrayFile;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.GreyImage;
import org.gatesmith.host.data.NpyFile;
import org.gatesmith.host.folder.ArrayForm;
import org.gatesmith.host.folder.RunInput;
import org.gatesmith.host.problem.ProblemSize;
import org.gatesmith.host.stream.ArrayInMemory;
import org.gatesmith.host.stream.GeneratedSource;
import org.gatesmith.host.stream.NpySource;
import org.gatesmith.host.stream.TileSource;

/** The inputs of one run: files, and random contents for what no file gives. */
final class RunInputs implements AutoCloseable {

    private final KernelSignature signature;
    private final Map<String, Path> paths;
    private final Map<String, ArrayFile> files = new LinkedHashMap<>();
    private final Map<String, TileSource> sources = new LinkedHashMap<>();

    private RunInputs(KernelSignature signature, Map<String, Path> paths) {
        this.signature = signature;
        this.paths = paths;
    }

    static RunInputs open(KernelSignature signature, Map<String, Path> paths) throws DataException {
        RunInputs inputs = new RunInputs(signature, paths);
        try {
            for (Map.Entry<String, Path> entry : paths.entrySet()) {
                inputs.files.put(entry.getKey(), ArrayFile.open(entry.getValue()));
            }
            return inputs;
        } catch (DataException e) {
            inputs.close();
            throw e;
        }
    }

    Map<String, List<Long>> shapes() {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        files.forEach((name, file) -> shapes.put(name, file.shape()));
        return shapes;
    }

    boolean hasImage() {
        return files.values().stream().anyMatch(GreyImage.class::isInstance);
    }

    /** Files that are PNG images, by array. */
    Map<String, Path> pngImages() {
        Map<String, Path> images = new LinkedHashMap<>();
        files.forEach((name, file) -> {
            Path path = paths.get(name);
            if (path != null
                    && file instanceof GreyImage
                    && path.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
                images.put(name, path);
            }
        });
        return images;
    }

    /** Names of the arrays that the kernel reads and that no file gives. */
    List<String> missing() {
        return read().filter(array -> !files.containsKey(array.name()))
                .map(Parameter.Array::name)
                .toList();
    }

    /** Opens a source for every array that the kernel reads. */
    Map<String, TileSource> sources(ProblemSize size, long seed) throws DataException {
        for (Parameter.Array array : read().toList()) {
            sources.put(array.name(), source(array, size.shape(array), seed));
        }
        return sources;
    }

    private TileSource source(Parameter.Array array, List<Long> shape, long seed) throws DataException {
        return switch (files.get(array.name())) {
            case null -> GeneratedSource.random(array, shape, seed);
            case NpyFile _ -> NpySource.open(path(array), array, shape);
            case GreyImage image -> ArrayInMemory.of(image.elements(array.name(), array.type(), shape), shape);
        };
    }

    /** The same, as a run's folder notes it. */
    Map<String, RunInput> records(ProblemSize size, long seed) {
        Map<String, RunInput> records = new LinkedHashMap<>();
        read().forEach(array -> {
            ArrayForm form = ArrayForm.of(array.type(), size.shape(array));
            records.put(
                    array.name(),
                    files.containsKey(array.name())
                            ? new RunInput.OfFile(form, path(array))
                            : new RunInput.Generated(form, seed));
        });
        return records;
    }

    /** The same in words. */
    Map<String, String> origins(long seed) {
        Map<String, String> origins = new LinkedHashMap<>();
        read().forEach(array -> origins.put(
                array.name(), files.containsKey(array.name()) ? String.valueOf(path(array)) : "random, seed " + seed));
        return origins;
    }

    private Path path(Parameter.Array array) {
        return java.util.Objects.requireNonNull(paths.get(array.name()));
    }

    private java.util.stream.Stream<Parameter.Array> read() {
        return signature.arrays().filter(array -> array.direction().isRead());
    }

    @Override
    public void close() throws DataException {
        files.values().forEach(ArrayFile::close);
        for (TileSource source : sources.values()) {
            source.close();
        }
    }
}
