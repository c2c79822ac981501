package org.gatesmith.hls.profile;

import org.gatesmith.hls.diag.Span;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one port, variable or array of the source.
 *
 * @param name name of the port, else {@code method.variable}; all variables of one name and type in a method are one
 * @param place where it first gets a value
 * @param type of a number, as Java has it
 * @param contract null if the source states none
 */
public record ProfileRow(
        String name,
        Kind kind,
        Span place,
        String type,
        Seen seen,
        @Nullable ContractCount contract) {

    /** What a row is about. */
    public enum Kind {
        /** Elements that the kernel reads from an array in board memory. */
        PORT_READ,
        /** Elements that the kernel writes to an array in board memory. */
        PORT_WRITTEN,
        /** Values of a local variable, a parameter or a record component. */
        VARIABLE,
        /** Elements written to an array on the chip. */
        ARRAY,
        /** Elements written to a FIFO. */
        FIFO
    }

    /** What makes rows of two runs the same row. */
    record Key(
            String name, Kind kind, String type, @Nullable String contract) {}

    Key key() {
        return new Key(name, kind, type, contract == null ? null : contract.min() + ".." + contract.max());
    }

    ProfileRow merge(ProfileRow other) {
        ContractCount both = contract == null || other.contract == null ? contract : contract.merge(other.contract);
        return new ProfileRow(name, kind, place, type, seen.merge(other.seen), both);
    }
}
