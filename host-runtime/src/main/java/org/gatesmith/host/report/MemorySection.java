package org.gatesmith.host.report;

import static org.gatesmith.host.report.chart.Quantities.bytes;
import static org.gatesmith.host.report.chart.Quantities.count;
import static org.gatesmith.host.report.chart.Quantities.percent;

import java.util.List;
import java.util.Optional;
import org.gatesmith.host.report.chart.InlineBar;
import org.gatesmith.host.report.chart.Markup;

/** The kernel's ports and the banks behind them. */
final class MemorySection {

    private MemorySection() {}

    /** What the template lays out. */
    public record View(List<PortRow> ports, List<BankRow> banks) {}

    /** A port in the table. */
    public record PortRow(
            String name,
            String operand,
            String direction,
            String bits,
            String bank,
            String buffers,
            String size,
            String alignment) {}

    /**
     * A bank in the table.
     *
     * @param operands those that have buffers in it
     */
    public record BankRow(String name, String operands, Markup bar, String used, String capacity, String share) {}

    static Optional<Section> of(RunPage page) {
        return page.memory()
                .filter(memory -> !memory.ports().isEmpty() || !memory.banks().isEmpty())
                .map(memory -> Section.of(
                        "memory",
                        "Ports and memory banks",
                        new View(
                                memory.ports().stream().map(MemorySection::row).toList(),
                                memory.banks().stream()
                                        .map(bank -> row(bank, memory.ports()))
                                        .toList())));
    }

    private static PortRow row(MemoryMap.Port port) {
        return new PortRow(
                port.name(),
                port.operand(),
                port.direction(),
                count(port.bits(), "bit"),
                port.bank(),
                count(port.buffers()),
                bytes(port.bytesPerBuffer()),
                bytes(port.alignment()));
    }

    private static BankRow row(MemoryMap.Bank bank, List<MemoryMap.Port> ports) {
        double share = (double) bank.bytesUsed() / bank.capacity();
        List<String> operands = ports.stream()
                .filter(port -> port.bank().equals(bank.name()))
                .map(MemoryMap.Port::operand)
                .distinct()
                .toList();
        return new BankRow(
                bank.name(),
                operands.isEmpty() ? "–" : String.join(", ", operands),
                InlineBar.of(bank.name() + ": " + percent(share) + " used", "link", share, 1)
                        .svg(),
                bytes(bank.bytesUsed()),
                bytes(bank.capacity()),
                percent(share));
    }
}
