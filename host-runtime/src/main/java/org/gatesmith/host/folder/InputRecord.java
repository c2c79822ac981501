package org.gatesmith.host.folder;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.Optional;

/** What the manifest says of one input array. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "origin")
@JsonSubTypes({
    @JsonSubTypes.Type(value = InputRecord.File.class, name = "file"),
    @JsonSubTypes.Type(value = InputRecord.Generated.class, name = "generated"),
    @JsonSubTypes.Type(value = InputRecord.Application.class, name = "application")
})
public sealed interface InputRecord {

    /** Type and extents as the kernel takes it. */
    ArrayForm array();

    /**
     * A file of the user's.
     *
     * @param bytes its size
     * @param sha256 hash of the whole file; empty until it is known, at the end of the run at the latest
     */
    record File(ArrayForm array, long bytes, Optional<String> sha256) implements InputRecord {
        public File {
            Objects.requireNonNull(array, "array");
        }
    }

    /** Random contents that {@code RandomInputs} makes again from the seed and the parameter's name. */
    record Generated(ArrayForm array, long seed) implements InputRecord {
        public Generated {
            Objects.requireNonNull(array, "array");
        }
    }

    /**
     * An array that an application passed.
     *
     * @param bytes size of its elements
     * @param sha256 hash of its elements, little-endian, in row-major order; empty if the application's source cannot tell
     */
    record Application(ArrayForm array, long bytes, Optional<String> sha256) implements InputRecord {
        public Application {
            Objects.requireNonNull(array, "array");
        }
    }
}
