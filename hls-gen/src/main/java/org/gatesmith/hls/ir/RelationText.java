package org.gatesmith.hls.ir;

import java.util.Map;
import java.util.Optional;

/** Spelling of the relation that keeps a counted loop going. */
final class RelationText {

    private static final Map<String, Operator> RELATIONS = Map.of(
            "<", Operator.LT,
            "<=", Operator.LE,
            ">", Operator.GT,
            ">=", Operator.GE,
            "==", Operator.EQ,
            "!=", Operator.NE);

    private RelationText() {}

    /** The symbol; an operator that is no relation, which the verifier rejects, keeps its mnemonic. */
    static String print(Operator relation) {
        return RELATIONS.entrySet().stream()
                .filter(entry -> entry.getValue() == relation)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(relation::mnemonic);
    }

    static Optional<Operator> parse(String symbol) {
        return Optional.ofNullable(RELATIONS.get(symbol));
    }
}
