package org.gatesmith.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.Release;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The releases of the vendor's tools that take OpenCL C kernels. */
final class OpenClReleases {

    private static final List<OpenClDialect> DIALECTS = load();

    private OpenClReleases() {}

    /** The last release that is known to take OpenCL C. */
    static Release last() {
        return DIALECTS.stream()
                .map(OpenClDialect::last)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    static Optional<OpenClDialect> dialect(Release release) {
        return DIALECTS.stream().filter(dialect -> dialect.includes(release)).findFirst();
    }

    /** Releases that take OpenCL C and have a platform for the board, newest first. */
    static List<Release> of(Board board) {
        return board.platforms().byRelease().keySet().stream()
                .filter(release -> dialect(release).isPresent())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static List<OpenClDialect> load() {
        try (InputStream in = OpenClReleases.class.getResourceAsStream("dialect/opencl.json")) {
            if (in == null) {
                throw new IllegalStateException("resource dialect/opencl.json is missing from the program");
            }
            return JsonMapper.builder().build().readValue(in, new TypeReference<List<OpenClDialect>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
