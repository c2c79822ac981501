package org.gatesmith.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Listing boards must not pay for the schema validator: here it is not even on the class path. */
class BoardStartUpTest {

    @Test
    void built_in_boards_load_without_the_schema_validator() throws Exception {
        try (URLClassLoader loader = withoutSchemaValidator()) {
            Class<?> boards = loader.loadClass("org.gatesmith.board.Boards");

            assertThat((List<?>) boards.getMethod("all").invoke(null)).hasSize(3);
        }
    }

    @Test
    void a_users_file_needs_the_schema_validator() throws Exception {
        Path file = Path.of("src/test/resources/org/gatesmith/board/should-pass/minimal/board.json");
        try (URLClassLoader loader = withoutSchemaValidator()) {
            Class<?> boardFile = loader.loadClass("org.gatesmith.board.BoardFile");

            assertThatThrownBy(() -> boardFile.getMethod("read", Path.class).invoke(null, file))
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
    }

    private static URLClassLoader withoutSchemaValidator() {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("json-schema-validator"))
                .map(BoardStartUpTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
