package org.gatesmith.host.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gatesmith.hls.cost.PortTraffic;
import org.gatesmith.host.report.OperandBytes;
import org.gatesmith.host.report.Transfers;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.tile.OperandPlan;

/** Bytes moved for each operand, and what limits the run on the board. */
final class PageTransfers {

    private PageTransfers() {}

    static Transfers of(RunReport report, PlannedWork work) {
        List<OperandBytes> operands = new ArrayList<>();
        for (OperandPlan operand : report.plan().operands()) {
            operands.add(new OperandBytes(
                    operand.array(),
                    (long) operand.bytesIn(),
                    (long) operand.bytesOut(),
                    (long) operand.lowerBound(),
                    reuse(operand, work, report),
                    operand.held() > 1 ? operand.held() + " slices stay on the device" : ""));
        }
        return new Transfers(operands, Optional.of(PlanBound.of(report.plan())));
    }

    /** How often the kernel uses an element for each time that it crosses the link. */
    private static OptionalDouble reuse(OperandPlan operand, PlannedWork work, RunReport report) {
        double calls = report.plan().tiles();
        double used =
                work.largest().port(operand.array()).map(PortTraffic::bytes).orElse(0L) * calls;
        return operand.bytesMoved() == 0 ? OptionalDouble.empty() : OptionalDouble.of(used / operand.bytesMoved());
    }
}
