package org.gatesmith.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file or folder cannot be used, in words: Java's own message is often the bare path. */
public final class FileTrouble {

    private FileTrouble() {}

    /** The reason, to follow a colon; without the path where the exception's class tells enough. */
    public static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException missing -> "there is no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException inTheWay -> "a file of that name is in the way";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
