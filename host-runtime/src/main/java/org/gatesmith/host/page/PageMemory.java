package org.gatesmith.host.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.report.MemoryMap;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.tile.BankUse;
import org.gatesmith.host.tile.OperandPlan;

/** The kernel's ports and the banks behind them. */
final class PageMemory {

    /** Of every buffer: XRT asks for pages (xrt::bo). */
    private static final long ALIGNMENT = 4096;

    private PageMemory() {}

    static MemoryMap of(RunReport report) {
        List<MemoryMap.Port> ports = new ArrayList<>();
        for (Parameter.Array array :
                report.subject().kernel().signature().arrays().toList()) {
            OperandPlan operand = report.plan().operand(array.name());
            ports.add(new MemoryMap.Port(
                    array.bundle(),
                    array.name(),
                    array.direction().name().toLowerCase(Locale.ROOT),
                    8 * array.type().bytes(),
                    operand.bank(),
                    Math.toIntExact(operand.buffers()),
                    operand.sliceBytes(),
                    ALIGNMENT));
        }
        return new MemoryMap(
                ports, report.plan().banks().stream().map(PageMemory::bank).toList());
    }

    private static MemoryMap.Bank bank(BankUse use) {
        return new MemoryMap.Bank(use.name(), use.bytes(), use.capacity());
    }
}
