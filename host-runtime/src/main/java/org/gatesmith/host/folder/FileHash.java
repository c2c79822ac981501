package org.gatesmith.host.folder;

import java.util.Objects;

/**
 * Size and SHA-256 of a file's contents, as {@code sha256sum} prints it.
 *
 * @param sha256 64 hexadecimal digits in lower case
 */
public record FileHash(long bytes, String sha256) {

    public FileHash {
        Objects.requireNonNull(sha256, "sha256");
    }
}
