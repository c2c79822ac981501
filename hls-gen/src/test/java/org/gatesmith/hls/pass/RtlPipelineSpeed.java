package org.gatesmith.hls.pass;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatesmith.hls.cost.LibrarySource;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;

/**
 * How long the passes on the way to Verilog take: {@code RtlPipelineSpeed GEMM_I8 ROWS=32 COLS=32}. Not a test; prints the
 * processor time of each pass in the last of several runs, and the operations that it leaves.
 */
final class RtlPipelineSpeed {

    private static final int RUNS = 8;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private RtlPipelineSpeed() {}

    public static void main(String[] args) throws DiagnosticException {
        Map<String, Long> tunables = new LinkedHashMap<>();
        for (String assignment : Arrays.asList(args).subList(1, args.length)) {
            int sign = assignment.indexOf('=');
            tunables.put(assignment.substring(0, sign), Long.valueOf(assignment.substring(sign + 1)));
        }
        Program program = LibrarySource.valueOf(args[0]).compile(tunables).program();
        for (int run = 1; run <= RUNS; run++) {
            long start = THREAD.getCurrentThreadCpuTime();
            Program lowered = program;
            for (Pass pass : Pipeline.rtl().passes()) {
                long before = THREAD.getCurrentThreadCpuTime();
                lowered = pass.run(lowered);
                if (run == RUNS) {
                    System.out.printf("%-24s %6d ms %8d operations%n", pass.id(), since(before), size(lowered));
                }
            }
            System.out.printf("run %d: %d ms%n", run, since(start));
        }
    }

    private static long since(long start) {
        return (THREAD.getCurrentThreadCpuTime() - start) / 1_000_000;
    }

    private static int size(Program program) {
        return program.functions().stream()
                .mapToInt(function -> size(function.body()))
                .sum();
    }

    private static int size(Region region) {
        int size = 0;
        for (Op op : region.ops()) {
            size += 1 + op.regions().stream().mapToInt(RtlPipelineSpeed::size).sum();
        }
        return size;
    }
}
