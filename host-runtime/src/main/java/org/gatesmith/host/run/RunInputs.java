package org.gatesmith.host.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.ArrayFile;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.FloatValues;
import org.gatesmith.host.data.GreyImage;
import org.gatesmith.host.data.RandomInputs;

/** The input files of one run, open. */
final class RunInputs implements AutoCloseable {

    private final KernelSignature signature;
    private final Map<String, ArrayFile> files = new LinkedHashMap<>();

    private RunInputs(KernelSignature signature) {
        this.signature = signature;
    }

    static RunInputs open(KernelSignature signature, Map<String, Path> paths) throws DataException {
        RunInputs inputs = new RunInputs(signature);
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

    /** Names of the arrays that the kernel reads and that no file gives. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        signature
                .arrays()
                .filter(array -> array.direction().isRead() && !files.containsKey(array.name()))
                .forEach(array -> missing.add(array.name()));
        return missing;
    }

    /** Fills a buffer: from the file, at random, or, for a pure output, with zeroes. */
    void fill(Parameter.Array array, List<Long> shape, Elements target, long seed)
            throws DataException, UsageException {
        ArrayFile file = files.get(array.name());
        if (file != null) {
            Elements source = file.elements(array.name(), array.type(), shape);
            InputContract.check(array, source, shape);
            target.copyFrom(source);
        } else if (array.direction().isRead()) {
            fillRandom(array, target, new RandomInputs(seed));
        }
    }

    private static void fillRandom(Parameter.Array array, Elements target, RandomInputs random) {
        if (array.type().isFloatingPoint()) {
            random.fillFloats(array.name(), target, 0, FloatValues.ORDINARY);
        } else {
            random.fillIntegers(array.name(), target, 0, array.range());
        }
    }

    @Override
    public void close() {
        files.values().forEach(ArrayFile::close);
    }
}
