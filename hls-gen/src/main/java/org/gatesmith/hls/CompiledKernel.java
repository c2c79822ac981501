package org.gatesmith.hls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatesmith.board.Board;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.emit.hlscpp.HlsCppBackend;
import org.gatesmith.hls.emit.hlscpp.HlsOptions;
import org.gatesmith.hls.emit.opencl.NotOpenClException;
import org.gatesmith.hls.emit.opencl.OpenClBackend;
import org.gatesmith.hls.emit.opencl.OpenClKernel;
import org.gatesmith.hls.emit.opencl.OpenClOptions;
import org.gatesmith.hls.emit.opencl.OpenClPipes;
import org.gatesmith.hls.emit.tornado.TornadoBackend;
import org.gatesmith.hls.emit.tornado.TornadoTask;
import org.gatesmith.hls.emit.verilog.VerilogBackend;
import org.gatesmith.hls.emit.verilog.VerilogOptions;
import org.gatesmith.hls.frontend.KernelMethod;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.FloatRemainders;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.rtl.AxiOptions;
import org.gatesmith.hls.rtl.RtlKernel;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.hls.schedule.ScheduleEdits;
import org.gatesmith.hls.scheduler.ScheduledKernel;
import org.gatesmith.hls.scheduler.Scheduler;
import org.gatesmith.hls.signature.KernelSignature;

/**
 * A kernel ready for every back end and device.
 *
 * @param signature what callers see; bundles as the schedule places them
 * @param method the kernel on the JVM, which defines the result
 * @param accepted the kernel as the front end leaves it, with the names of the source
 * @param program the kernel after the passes
 * @param tunables values of the tunable constants of the kernel's class
 * @param sources text of every source file read, by the name that diagnostics use
 * @param warnings what deserves a look
 */
public record CompiledKernel(
        KernelSignature signature,
        KernelMethod method,
        Program accepted,
        Program program,
        Map<String, Long> tunables,
        Schedule schedule,
        Map<String, String> sources,
        List<Diagnostic> warnings) {

    private static final String GENERATOR = "Gatesmith";

    public CompiledKernel {
        warnings = List.copyOf(warnings);
    }

    /**
     * The kernel with other directives for its loops, arrays and FIFOs. Its signature and tunable constants stay as they are.
     *
     * @throws DiagnosticException the schedule does not suit the kernel
     */
    public CompiledKernel withSchedule(Schedule other) throws DiagnosticException {
        Program edited = ScheduleEdits.apply(other, signature, accepted);
        return new CompiledKernel(
                signature, method, accepted, Pipeline.standard().run(edited), tunables, other, sources, warnings);
    }

    /**
     * The kernel as HLS C++.
     *
     * @param board id of the board, for the head of the files
     * @param sizes scalars for which co-simulation sizes its memories; may be empty
     */
    public EmittedSources hlsCpp(String board, Map<String, Long> sizes) {
        return new HlsCppBackend().emit(program, signature, new HlsOptions(board, constants(), sizes, GENERATOR));
    }

    /**
     * The kernel as OpenCL C.
     *
     * @param board id of the board, for the head of the file
     * @throws NotOpenClException the kernel has no form in OpenCL C
     */
    public OpenClKernel openCl(String board) throws NotOpenClException {
        return new OpenClBackend().emit(program, signature, new OpenClOptions(board, constants(), GENERATOR));
    }

    /**
     * The kernel as OpenCL C for an FPGA, its processes as kernels that pipes join.
     *
     * @param board id of the board, for the head of the file
     * @return empty for a kernel without FIFOs
     * @throws NotOpenClException its processes cannot be kernels of their own
     */
    public Optional<OpenClPipes> openClPipes(String board) throws NotOpenClException {
        return new OpenClBackend().emitPipes(program, signature, new OpenClOptions(board, constants(), GENERATOR));
    }

    /**
     * The kernel as Verilog.
     *
     * @param megahertz the clock
     * @throws DiagnosticException a loop cannot be pipelined, or an operator does not meet the clock
     */
    public VerilogKernel verilog(Board board, double megahertz) throws DiagnosticException {
        ScheduledKernel scheduled = scheduled(board, megahertz, FloatOperators.SOFT);
        VerilogOptions options = new VerilogOptions(board.name(), constants(), GENERATOR);
        RtlKernel rtl = new VerilogBackend().kernel(scheduled.design(), options, AxiOptions.of(board, megahertz));
        return new VerilogKernel(rtl, scheduled);
    }

    private Map<String, String> constants() {
        Map<String, String> constants = new TreeMap<>();
        tunables.forEach((name, value) -> constants.put(name, value.toString()));
        return constants;
    }

    /** The kernel as a TornadoVM task. */
    public TornadoTask tornado() {
        return new TornadoBackend().emit(program, signature);
    }

    /**
     * The kernel scheduled for a board.
     *
     * @param megahertz the clock
     * @throws DiagnosticException a loop cannot be lowered or pipelined, or an operator does not meet the clock
     */
    public ScheduledKernel scheduled(Board board, double megahertz, FloatOperators floats) throws DiagnosticException {
        FloatRemainders.requireOutsidePipelines(program);
        Pipeline lowering = floats == FloatOperators.SOFT ? Pipeline.rtl() : Pipeline.rtlWithFloats();
        return Scheduler.schedule(program, lowering, signature, board, banks(), megahertz);
    }

    /** The banks that the schedule states, by parameter. */
    private Map<String, String> banks() {
        Map<String, String> banks = new TreeMap<>();
        schedule.ports().forEach((parameter, edit) -> {
            String bank = edit.value().bank();
            if (bank != null) {
                banks.put(parameter, bank);
            }
        });
        return banks;
    }

    /** The intermediate representation in its text form. */
    public String irText() {
        return IrPrinter.print(program);
    }
}
