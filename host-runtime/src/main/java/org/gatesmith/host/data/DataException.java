package org.gatesmith.host.data;

import java.io.IOException;
import java.nio.file.Path;
import org.gatesmith.host.FileTrouble;

/** Something is wrong with a user's data; the message says what, where and what to do, ready to be shown. */
public final class DataException extends Exception {
    private static final long serialVersionUID = 1L;

    private final DataFault fault;

    public DataException(DataFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /** A fault of one file. */
    public DataException(DataFault fault, Path file, String problem) {
        this(fault, file + ": " + problem);
    }

    private DataException(DataFault fault, Path file, String problem, IOException cause) {
        super(file + ": " + problem, cause);
        this.fault = fault;
    }

    /** What kind of fault it is. */
    public DataFault fault() {
        return fault;
    }

    static DataException reading(Path file, IOException cause) {
        return new DataException(DataFault.UNREADABLE, file, "cannot be read: " + FileTrouble.reason(cause), cause);
    }

    static DataException writing(Path file, IOException cause) {
        String reason = FileTrouble.reason(cause);
        // The text of ENOSPC in the C library; Java has no exception class of its own for it.
        DataFault fault = reason.contains("No space left on device") ? DataFault.DISK_FULL : DataFault.UNWRITABLE;
        return new DataException(fault, file, "cannot be written: " + reason, cause);
    }
}
