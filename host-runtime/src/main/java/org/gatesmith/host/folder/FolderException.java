package org.gatesmith.host.folder;

import java.io.IOException;
import java.nio.file.Path;
import org.gatesmith.host.FileTrouble;

/** Something is wrong with a run's folder; the message says what, where and what to do, ready to be shown. */
public final class FolderException extends Exception {
    private static final long serialVersionUID = 1L;

    private final FolderFault fault;

    public FolderException(FolderFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    private FolderException(FolderFault fault, String message, IOException cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** What kind of fault it is. */
    public FolderFault fault() {
        return fault;
    }

    static FolderException reading(Path file, IOException cause) {
        return new FolderException(
                FolderFault.UNREADABLE, file + ": cannot be read: " + FileTrouble.reason(cause), cause);
    }

    static FolderException writing(Path file, IOException cause) {
        return new FolderException(
                FolderFault.UNWRITABLE, file + ": cannot be written: " + FileTrouble.reason(cause), cause);
    }
}
