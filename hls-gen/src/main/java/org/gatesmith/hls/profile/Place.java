package org.gatesmith.hls.profile;

import java.math.BigInteger;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.interp.Watch;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.signature.JavaType;
import org.jspecify.annotations.Nullable;

/** A row that is being filled. */
final class Place {

    private final String name;
    private final ProfileRow.Kind kind;
    private final String type;
    private final Sight sight;
    private Span span;
    private Sight.@Nullable OfContract contract;

    Place(String name, ProfileRow.Kind kind, ScalarType type, Span span) {
        this.name = name;
        this.kind = kind;
        this.type = javaName(type);
        this.sight = Sight.of(type);
        this.span = span;
    }

    static String javaName(ScalarType type) {
        for (JavaType java : JavaType.values()) {
            if (java.irType().equals(type)) {
                return java.keyword();
            }
        }
        return type.toString();
    }

    /** Notes that the row has numbers from another place too. */
    void alsoAt(Span other) {
        if (!span.isKnown() || (other.isKnown() && other.startLine() < span.startLine())) {
            span = other;
        }
    }

    Span span() {
        return span;
    }

    /** Sees numbers. */
    Watch sight() {
        return sight;
    }

    /** Whether the row may be held against a contract: it has this one, or none yet. */
    boolean takes(BigInteger min, BigInteger max) {
        return contract == null || contract.isFor(min, max);
    }

    /** Holds numbers against a contract, without seeing them. */
    Watch contract(BigInteger min, BigInteger max) {
        if (contract == null) {
            contract = new Sight.OfContract(min, max);
        }
        return contract;
    }

    /** The row as it is now; the next one starts anew. */
    ProfileRow take() {
        return new ProfileRow(name, kind, span, type, sight.take(), contract == null ? null : contract.take());
    }
}
