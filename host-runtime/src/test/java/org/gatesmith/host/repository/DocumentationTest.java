package org.gatesmith.host.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages are found from the index, and links lead somewhere. */
final class DocumentationTest {

    /** A link to a file of the repository: neither to a site nor within the page. */
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#\\s]+)(#[^)]*)?\\)");

    private final Repository repository = Repository.here();

    @Test
    void everyPageIsInTheIndex() throws IOException {
        List<String> pages;
        try (Stream<Path> files = Files.list(repository.root().resolve("docs"))) {
            pages = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .toList();
        }

        assertThat(linksOf(repository.root().resolve("docs/README.md")))
                .as("links of docs/README.md, which lists every page of docs")
                .containsAll(pages);
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path file : repository.files()) {
            if (file.toString().endsWith(".md")) {
                for (String link : linksOf(file)) {
                    if (!Files.exists(file.resolveSibling(link))) {
                        broken.add(repository.root().relativize(file) + ": " + link);
                    }
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    private static List<String> linksOf(Path page) throws IOException {
        List<String> links = new ArrayList<>();
        for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
            links.add(link.group(1));
        }
        return links;
    }
}
