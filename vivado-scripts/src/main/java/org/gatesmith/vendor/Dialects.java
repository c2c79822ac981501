package org.gatesmith.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.gatesmith.board.Release;
import tools.jackson.databind.json.JsonMapper;

/** The tool releases that Gatesmith writes scripts for. */
public final class Dialects {
    private static final List<Release> RELEASES = List.of(new Release(2023, 2));
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Dialects() {}

    /** The releases, oldest first. */
    public static List<Release> releases() {
        return RELEASES;
    }

    /** The dialect of a release, if there is one. */
    public static Optional<Dialect> of(Release release) {
        return RELEASES.contains(release) ? Optional.of(load(release)) : Optional.empty();
    }

    /** The dialect used if the user names no release. */
    public static Dialect standard() {
        return load(RELEASES.getLast());
    }

    static Dialect parse(String json) {
        return MAPPER.readValue(json, Dialect.class);
    }

    private static Dialect load(Release release) {
        String name = "dialect/" + release + ".json";
        try (InputStream in = Dialects.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the program");
            }
            return MAPPER.readValue(in, Dialect.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
