package org.gatesmith.board;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns the text of a board file into records. */
final class BoardJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private BoardJson() {}

    /** Reads a board from text that is known to satisfy the schema. */
    static Board board(String json) {
        return MAPPER.readValue(json, Board.class);
    }

    /** Reads any JSON text. */
    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }
}
