package org.gatesmith.host.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gatesmith.hls.cost.WidthRow.Kind;
import org.gatesmith.hls.cost.Widths;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.profile.ContractCount;
import org.gatesmith.hls.profile.NumericProfile;
import org.gatesmith.hls.profile.ProfileRow;
import org.gatesmith.hls.profile.Seen;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.host.report.WidthRow;
import org.gatesmith.host.run.RunReport;

/** Values of the kernel with the widths that the compiler found and, if the run was profiled, those that it needed. */
final class PageWidths {

    private PageWidths() {}

    static List<WidthRow> of(RunReport report) {
        Map<String, ProfileRow> profile = profile(report);
        List<WidthRow> rows = new ArrayList<>();
        for (org.gatesmith.hls.cost.WidthRow row : inferred(report)) {
            IntType type = row.range().narrowestType();
            rows.add(new WidthRow(
                    row.name(),
                    row.kind().name().toLowerCase(Locale.ROOT),
                    row.declared(),
                    declaredBits(row.declared()),
                    Optional.of(new WidthRow.Width(
                            type.signed() ? WidthRow.Sign.SIGNED : WidthRow.Sign.UNSIGNED, type.width())),
                    Optional.ofNullable(profile.remove(key(row.name(), row.kind())))
                            .map(PageWidths::seen)));
        }
        profile.forEach((key, row) -> rows.add(new WidthRow(
                row.name(),
                row.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                row.type(),
                declaredBits(row.type()),
                Optional.empty(),
                Optional.of(seen(row)))));
        return rows;
    }

    private static List<org.gatesmith.hls.cost.WidthRow> inferred(RunReport report) {
        try {
            return Widths.of(
                    report.subject().kernel().accepted(),
                    report.subject().kernel().signature().methodName());
        } catch (DiagnosticException e) {
            throw new IllegalStateException("the kernel compiled before", e);
        }
    }

    private static Map<String, ProfileRow> profile(RunReport report) {
        Map<String, ProfileRow> rows = new LinkedHashMap<>();
        for (ProfileRow row : report.profile().map(NumericProfile::rows).orElse(List.of())) {
            rows.put(key(row.name(), row.kind()), row);
        }
        return rows;
    }

    private static String key(String name, ProfileRow.Kind kind) {
        return switch (kind) {
            case PORT_READ -> name + " read";
            case PORT_WRITTEN -> name + " written";
            case VARIABLE, ARRAY, FIFO -> name;
        };
    }

    /** Of a port the elements that it takes in; what it puts out has a row of its own. */
    private static String key(String name, Kind kind) {
        return kind == Kind.PORT ? name + " read" : name;
    }

    private static int declaredBits(String type) {
        String element = type.replaceFirst("[\\[ ].*$", "");
        for (JavaType java : JavaType.values()) {
            if (java.keyword().equals(element)) {
                return 8 * java.bytes();
            }
        }
        return 0;
    }

    private static WidthRow.Profile seen(ProfileRow row) {
        ContractCount contract = row.contract();
        String promised = contract == null ? "" : contract.min() + " to " + contract.max();
        long outside = contract == null ? 0 : contract.broken();
        return switch (row.seen()) {
            case Seen.Integers integers ->
                new WidthRow.Profile(
                        integers.count() == 0 ? "" : Long.toString(integers.min()),
                        integers.count() == 0 ? "" : Long.toString(integers.max()),
                        narrowest(integers),
                        promised,
                        outside,
                        integers.count());
            case Seen.Floats floats ->
                new WidthRow.Profile(
                        Double.isInfinite(floats.smallest()) ? "" : "±" + floats.smallest(),
                        "±" + floats.largest() + specials(floats),
                        Optional.empty(),
                        promised,
                        outside,
                        floats.count());
        };
    }

    private static Optional<WidthRow.Width> narrowest(Seen.Integers integers) {
        OptionalInt unsigned = integers.unsignedWidth();
        if (unsigned.isPresent()) {
            return Optional.of(new WidthRow.Width(WidthRow.Sign.UNSIGNED, unsigned.getAsInt()));
        }
        OptionalInt signed = integers.signedWidth();
        return signed.isPresent()
                ? Optional.of(new WidthRow.Width(WidthRow.Sign.SIGNED, signed.getAsInt()))
                : Optional.empty();
    }

    private static String specials(Seen.Floats floats) {
        StringBuilder text = new StringBuilder();
        text.append(floats.infinities() > 0 ? ", " + floats.infinities() + " infinite" : "");
        text.append(floats.nans() > 0 ? ", " + floats.nans() + " NaN" : "");
        text.append(floats.subnormals() > 0 ? ", " + floats.subnormals() + " subnormal" : "");
        return text.toString();
    }
}
