package org.gatesmith.host.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

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
        return new DataException(DataFault.UNREADABLE, file, "cannot be read: " + reason(cause), cause);
    }

    static DataException writing(Path file, IOException cause) {
        String reason = reason(cause);
        // The text of ENOSPC in the C library; Java has no exception class of its own for it.
        DataFault fault = reason.contains("No space left on device") ? DataFault.DISK_FULL : DataFault.UNWRITABLE;
        return new DataException(fault, file, "cannot be written: " + reason, cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException missing -> "there is no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
