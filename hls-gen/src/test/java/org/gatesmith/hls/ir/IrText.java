package org.gatesmith.hls.ir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Programs for tests, in text form. */
public final class IrText {

    private IrText() {}

    /** The program in {@code text}, which must be well formed. */
    public static Program parse(String text) {
        try {
            return IrParser.parse(text);
        } catch (IrSyntaxException e) {
            throw new AssertionError(e.getMessage() + " in\n" + text, e);
        }
    }

    /** The text of the test resource {@code ir/name.ir}. */
    public static String resource(String name) {
        try (InputStream stream = IrText.class.getResourceAsStream("/ir/" + name + ".ir")) {
            if (stream == null) {
                throw new AssertionError("no test resource ir/" + name + ".ir");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program in the test resource {@code ir/name.ir}. */
    public static Program program(String name) {
        return parse(resource(name));
    }
}
