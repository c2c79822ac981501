package org.gatesmith.host.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A property without a seed tries other inputs in every build, so that a change may be blamed for what it did not do. */
final class PropertySeedsTest {

    private static final Pattern UNSEEDED = Pattern.compile("^ *@Property(?!\\([^)]*seed =).*$", Pattern.MULTILINE);

    @Test
    void everyPropertyHasASeed() throws IOException {
        Repository repository = Repository.here();
        List<String> unseeded = new ArrayList<>();
        for (Path file : repository.files()) {
            if (file.toString().endsWith(".java")) {
                UNSEEDED.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> unseeded.add(repository.root().relativize(file) + ": "
                                + match.group().strip()));
            }
        }

        assertThat(unseeded).isEmpty();
    }

    @Test
    void aPropertyWithoutASeedIsSeen() {
        assertThat(UNSEEDED.matcher("    @Property(tries = 3)\n").find()).isTrue();
        assertThat(UNSEEDED.matcher("    @Property\n").find()).isTrue();
        assertThat(UNSEEDED.matcher("    @Property(tries = 3, seed = \"7\")\n").find())
                .isFalse();
    }
}
