package org.gatesmith.hls.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.interp.FaultException;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.KernelSignature;

/**
 * What numbers a kernel met in one run or in several: how wide its variables had to be for these data, and where data left the
 * range that the source promises. It says nothing of data that were not run.
 *
 * @param rows ports in the order of the parameters, then everything else in the order of the source
 */
public record NumericProfile(List<ProfileRow> rows) {

    /** The profile of no run. */
    public static final NumericProfile NONE = new NumericProfile(List.of());

    public NumericProfile {
        rows = List.copyOf(rows);
    }

    /**
     * The profile of one run; for several, a {@link Profiler} need be made only once.
     *
     * @param accepted the program as the front end leaves it
     * @param arguments one per parameter: primitive arrays for ports, boxed numbers for scalars
     * @throws FaultException the kernel fails on these data
     */
    public static NumericProfile of(Program accepted, KernelSignature signature, Object... arguments)
            throws FaultException {
        return Profiler.of(accepted, signature).profile(arguments);
    }

    /** The runs of both profiles, which are of the same kernel: of tiles, for example. */
    public NumericProfile merge(NumericProfile other) {
        Map<ProfileRow.Key, ProfileRow> merged = new LinkedHashMap<>();
        rows.forEach(row -> merged.put(row.key(), row));
        other.rows.forEach(row -> merged.merge(row.key(), row, ProfileRow::merge));
        return new NumericProfile(new ArrayList<>(merged.values()));
    }

    /** The first row of that name and kind. */
    public Optional<ProfileRow> row(String name, ProfileRow.Kind kind) {
        return rows.stream()
                .filter(row -> row.name().equals(name) && row.kind() == kind)
                .findFirst();
    }

    /** Rows whose contract was broken. */
    public List<ProfileRow> broken() {
        return rows.stream()
                .filter(row -> row.contract() != null && row.contract().broken() > 0)
                .toList();
    }
}
