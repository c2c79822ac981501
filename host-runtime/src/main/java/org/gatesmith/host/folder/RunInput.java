package org.gatesmith.host.folder;

import java.nio.file.Path;
import java.util.Optional;
import org.gatesmith.host.data.Elements;

/** Where an input array of a new run comes from. */
public sealed interface RunInput {

    /** Type and extents as the kernel takes it. */
    ArrayForm array();

    /**
     * A file: {@code .npy} or an image.
     *
     * @param known hash of the whole file if the caller has it; otherwise it is computed beside the run
     */
    record OfFile(ArrayForm array, Path file, Optional<FileHash> known) implements RunInput {

        public OfFile(ArrayForm array, Path file) {
            this(array, file, Optional.empty());
        }
    }

    /** Random contents. */
    record Generated(ArrayForm array, long seed) implements RunInput {}

    /** An array in memory; hashed at once, as the application may change it later. */
    record OfArray(ArrayForm array, Elements elements) implements RunInput {}

    /**
     * Contents that only the application can give, piece by piece.
     *
     * @param known hash of all elements, little-endian, in row-major order, if the application has it
     */
    record OfApplication(ArrayForm array, Optional<FileHash> known) implements RunInput {}
}
