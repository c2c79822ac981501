package org.gatesmith.host.report;

import static org.gatesmith.host.report.chart.Quantities.bytes;
import static org.gatesmith.host.report.chart.Quantities.times;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gatesmith.host.report.chart.InlineBar;
import org.gatesmith.host.report.chart.InlineBar.Segment;
import org.gatesmith.host.report.chart.Markup;

/** Bytes moved for each operand, beside the fewest that would do. */
final class TransferSection {

    private TransferSection() {}

    /**
     * What the template lays out.
     *
     * @param limit what limits the run, such as {@code transfer-bound}; empty if that is not known
     * @param hasReuse whether the table has a column for it
     * @param hasRemarks whether it has one for remarks
     * @param total the last row
     */
    public record View(
            String limit, String sentence, boolean hasReuse, boolean hasRemarks, List<Row> rows, Amounts total) {}

    /** An operand in the table. */
    public record Row(String operand, Markup bar, Amounts amounts, String reuse, String remark) {}

    /** What was moved, and how much more that is than need be. */
    public record Amounts(String toDevice, String fromDevice, String moved, String lowerBound, String factor) {

        static Amounts of(OperandBytes operand) {
            return new Amounts(
                    bytesOrDash(operand.toDevice()),
                    bytesOrDash(operand.fromDevice()),
                    bytes(operand.moved()),
                    bytes(operand.lowerBound()),
                    operand.lowerBound() == 0 ? "–" : times((double) operand.moved() / operand.lowerBound()));
        }
    }

    static Optional<Section> of(RunPage page) {
        return page.transfers()
                .filter(transfers -> !transfers.operands().isEmpty())
                .map(transfers -> Section.of("transfers", "Bytes moved", view(transfers)));
    }

    private static View view(Transfers transfers) {
        List<OperandBytes> operands = transfers.operands();
        long full = operands.stream()
                .mapToLong(operand -> Math.max(operand.moved(), operand.lowerBound()))
                .max()
                .orElse(0);
        return new View(
                transfers.bound().map(bound -> bound.limit().title()).orElse(""),
                transfers.bound().map(Transfers.Bound::sentence).orElse(""),
                operands.stream().anyMatch(operand -> operand.reuse().isPresent()),
                operands.stream().anyMatch(operand -> !operand.remark().isEmpty()),
                operands.stream().map(operand -> row(operand, full)).toList(),
                Amounts.of(total(operands)));
    }

    private static OperandBytes total(List<OperandBytes> operands) {
        return new OperandBytes(
                "all",
                operands.stream().mapToLong(OperandBytes::toDevice).sum(),
                operands.stream().mapToLong(OperandBytes::fromDevice).sum(),
                operands.stream().mapToLong(OperandBytes::lowerBound).sum(),
                OptionalDouble.empty(),
                "");
    }

    private static Row row(OperandBytes operand, long full) {
        return new Row(
                operand.operand(),
                bar(operand, full),
                Amounts.of(operand),
                operand.reuse().isPresent() ? times(operand.reuse().getAsDouble()) : "–",
                operand.remark());
    }

    private static String bytesOrDash(long bytes) {
        return bytes == 0 ? "–" : bytes(bytes);
    }

    private static Markup bar(OperandBytes operand, long full) {
        String title = operand.operand() + ": " + bytes(operand.toDevice()) + " to the device and "
                + bytes(operand.fromDevice()) + " back; at least " + bytes(operand.lowerBound());
        return new InlineBar(
                        title,
                        full,
                        List.of(
                                new Segment("link", operand.toDevice()),
                                new Segment("link back", operand.fromDevice())),
                        OptionalDouble.of((double) operand.lowerBound()))
                .svg();
    }
}
