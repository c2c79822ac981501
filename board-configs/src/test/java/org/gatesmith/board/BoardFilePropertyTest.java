package org.gatesmith.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a user does to a board file, the answer is a board or a list of problems with places, never an exception. */
class BoardFilePropertyTest {
    private static final Path MINIMAL =
            Path.of("src/test/resources/org/gatesmith/board/should-pass/minimal/board.json");
    private static final Path SCRATCH = scratch();

    @Property(tries = 500, seed = "1")
    void one_value_replaced_by_another_is_answered(
            @ForAll("places") JsonPointer place, @ForAll("values") String value) {
        JsonNode document = BoardJson.tree(text());
        replace(document, place, BoardJson.tree(value));

        assertAnswered(document.toString());
    }

    @Property(tries = 300, seed = "1")
    void a_character_lost_is_answered(@ForAll("offsets") int offset) {
        assertAnswered(new StringBuilder(text()).deleteCharAt(offset).toString());
    }

    private static void assertAnswered(String json) {
        BoardLookup lookup = BoardFile.read(written(json));

        if (lookup instanceof BoardLookup.Invalid invalid) {
            assertThat(invalid.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.line()).isPositive();
                assertThat(problem.column()).isPositive();
                assertThat(problem.message()).isNotBlank().doesNotContain("REDACTED");
            });
        }
    }

    @Provide
    Arbitrary<JsonPointer> places() {
        List<JsonPointer> places = new ArrayList<>();
        collect(BoardJson.tree(text()), JsonPointer.empty(), places);
        return Arbitraries.of(places);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "0",
                "-1",
                "1.5",
                "1e30",
                "99999999999999999999999",
                "\"\"",
                "\"x\"",
                "\"SLR0\"",
                "\"2023.2\"",
                "[]",
                "[null]",
                "{}",
                "[[]]",
                "{\"name\": 1}",
                "\"DDR[0:9999]\"",
                "\"DDR[9:0]\"");
    }

    @Provide
    Arbitrary<Integer> offsets() {
        return Arbitraries.integers().between(0, text().length() - 1);
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        if (!at.equals(JsonPointer.empty())) {
            places.add(at);
        }
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(key -> collect(object.get(key), at.appendProperty(key), places));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), at.appendIndex(i), places);
            }
        }
    }

    private static void replace(JsonNode document, JsonPointer place, JsonNode value) {
        switch (document.at(place.head())) {
            case ObjectNode object -> object.set(place.last().getMatchingProperty(), value);
            case ArrayNode array -> array.set(place.last().getMatchingIndex(), value);
            default -> throw new IllegalStateException(place.toString());
        }
    }

    private static String text() {
        try {
            return Files.readString(MINIMAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path written(String json) {
        try {
            return Files.writeString(SCRATCH, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempFile("board", ".json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void removeScratch() throws IOException {
        Files.delete(SCRATCH);
    }
}
