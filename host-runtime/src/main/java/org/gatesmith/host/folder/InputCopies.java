package org.gatesmith.host.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.NpyWriter;

/** Copies of small inputs in a run's folder, so that it can be checked without the user's files. */
final class InputCopies {

    /** Largest input that is copied: a megapixel of anything, but not the matrices that a run streams from disk. */
    static final long LIMIT = 16L << 20;

    private static final Pattern EXTENSION = Pattern.compile("\\.[a-z0-9]{1,8}$");

    private InputCopies() {}

    /**
     * Copies what is small enough.
     *
     * @return the copies, by parameter
     */
    static Map<String, Path> make(Layout layout, Map<String, RunInput> inputs) throws FolderException {
        Map<String, Path> copies = new TreeMap<>();
        for (Map.Entry<String, RunInput> entry : inputs.entrySet()) {
            switch (entry.getValue()) {
                case RunInput.OfFile file
                when size(file.file()) <= LIMIT ->
                    copies.put(entry.getKey(), copy(layout, entry.getKey(), file.file()));
                case RunInput.OfArray array
                when array.elements().segment().byteSize() <= LIMIT ->
                    copies.put(entry.getKey(), write(layout, entry.getKey(), array.elements(), array.array()));
                case RunInput.OfFile _, RunInput.OfArray _, RunInput.Generated _, RunInput.OfApplication _ -> {
                    // too large, or made again when needed, or not at hand
                }
            }
        }
        return copies;
    }

    private static long size(Path file) throws FolderException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw FolderException.reading(file, e);
        }
    }

    private static Path copy(Layout layout, String name, Path file) throws FolderException {
        var extension = EXTENSION.matcher(file.toString().toLowerCase(Locale.ROOT));
        Path target = target(layout, name + (extension.find() ? extension.group() : ""));
        try {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            return target;
        } catch (IOException e) {
            throw FolderException.writing(target, e);
        }
    }

    private static Path write(Layout layout, String name, Elements elements, ArrayForm array) throws FolderException {
        Path target = target(layout, name + ".npy");
        try {
            NpyWriter.write(target, elements, array.shape());
            return target;
        } catch (DataException e) {
            throw new FolderException(FolderFault.UNWRITABLE, String.valueOf(e.getMessage()));
        }
    }

    private static Path target(Layout layout, String fileName) throws FolderException {
        Path folder = layout.root().resolve(Layout.INPUTS);
        try {
            Files.createDirectories(folder);
            return folder.resolve(fileName);
        } catch (IOException e) {
            throw FolderException.writing(folder, e);
        }
    }
}
