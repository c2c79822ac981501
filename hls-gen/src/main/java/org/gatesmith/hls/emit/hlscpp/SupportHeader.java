package org.gatesmith.hls.emit.hlscpp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** {@code java_semantics.h}: functions for what neither C++ nor the vendor's library computes as Java does. */
final class SupportHeader {

    static final String NAME = "java_semantics.h";

    /** How emitted code names a function of the header. */
    static final String NAMESPACE = "java::";

    private SupportHeader() {}

    static String text() {
        try (InputStream stream = SupportHeader.class.getResourceAsStream(NAME)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
