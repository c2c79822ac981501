package org.gatesmith.hls.pass;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.gatesmith.hls.ir.IrParser;
import org.gatesmith.hls.ir.IrSyntaxException;
import org.gatesmith.hls.ir.Program;

/**
 * The floating-point operators as integer functions: the class {@code org.gatesmith.hls.floating.SoftFloat}, compiled beforehand,
 * because passes know no Java. A test holds the compiled form against the source.
 */
final class SoftFloatLibrary {

    private static final String FILE = "soft-float.ir";

    private static final Program FUNCTIONS = read();

    private SoftFloatLibrary() {}

    /** Functions that call each other nowhere; those to be inlined say so. */
    static Program functions() {
        return FUNCTIONS;
    }

    private static Program read() {
        try (InputStream stream = Objects.requireNonNull(SoftFloatLibrary.class.getResourceAsStream(FILE), FILE)) {
            return IrParser.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IrSyntaxException e) {
            throw new IllegalStateException(FILE, e);
        }
    }
}
