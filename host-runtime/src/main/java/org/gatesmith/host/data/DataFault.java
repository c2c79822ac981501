package org.gatesmith.host.data;

/** What can be wrong with a user's data. An id is never reused; it continues the catalogue of the compiler's rules. */
public enum DataFault {
    UNREADABLE("GS0801", "The file cannot be read."),
    UNWRITABLE("GS0802", "The file cannot be written."),
    DISK_FULL("GS0803", "The disk has not enough room."),
    UNKNOWN_FORMAT("GS0804", "The file is neither an .npy file nor a PNG or PGM image."),
    NOT_NPY("GS0805", "The file is not an .npy file."),
    NPY_VERSION("GS0806", "The version of the .npy format is not supported."),
    NPY_HEADER("GS0807", "The header of the .npy file is damaged."),
    BYTE_ORDER("GS0808", "The elements are stored big-endian."),
    FORTRAN_ORDER("GS0809", "The elements are stored column by column."),
    ELEMENT_TYPE("GS0810", "The elements have another type than the parameter."),
    SHAPE("GS0811", "The array has another shape than the parameter."),
    TRUNCATED("GS0812", "The file ends before its last element."),
    TRAILING_BYTES("GS0813", "The file goes on after its last element."),
    BOOLEAN_VALUE("GS0814", "A boolean element is neither 0 nor 1."),
    IMAGE("GS0815", "The image is damaged or of a kind that is not supported."),
    ARRAY_SIZE("GS0816", "The array is larger than a Java array can be."),
    INCOMPLETE("GS0817", "Fewer or more elements were written than the file's shape has."),
    CONTRACT_VALUE("GS0818", "An element of an input breaks the contract of its parameter."),
    HOST_MEMORY("GS0819", "The host has not enough memory for the buffers of a run.");

    private final String id;
    private final String summary;

    DataFault(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    /** Stable id, such as {@code GS0812}. */
    public String id() {
        return id;
    }

    /** One sentence. */
    public String summary() {
        return summary;
    }
}
