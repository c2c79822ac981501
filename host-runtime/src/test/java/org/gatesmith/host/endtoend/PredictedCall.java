package org.gatesmith.host.endtoend;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatesmith.board.Board;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.frontend.KernelSource;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.ScheduleReader;
import org.gatesmith.host.cli.UserKernel;
import org.gatesmith.host.rtl.MemoryModel.Fidelity;
import org.gatesmith.host.rtl.RtlDevice;

/** A call of a kernel whose cycles are predicted, and which can be simulated with ideal memory. */
record PredictedCall(CompiledKernel kernel, Board board, KernelCall call, CyclePrediction prediction) {

    /**
     * A call with random data.
     *
     * @param folder for the source file
     * @param members of its class
     * @param schedule text of a schedule file
     * @param sizes scalars, {@code n=5 m=7}
     */
    static PredictedCall of(Path folder, String members, String schedule, String boardName, String sizes)
            throws Exception {
        UserKernel file = UserKernel.of(folder, members);
        CompiledKernel kernel = KernelCompiler.compile(new CompileRequest(
                KernelSource.at(file.file(), List.of()),
                null,
                Map.of(),
                ScheduleReader.read("schedule.json", schedule),
                Pipeline.standard()));
        Board board = ((BoardLookup.Found) Boards.named(boardName)).board();
        KernelCall call = KernelCall.random(kernel.signature(), sizes, 1, Contents.SPREAD);
        return new PredictedCall(
                kernel, board, call, SimulatedHardware.predict(SimulatedHardware.schedule(kernel, board), call));
    }

    /** The cycles that it takes in simulation. */
    long simulated() throws Exception {
        try (RtlDevice rtl = SimulatedHardware.open(kernel, board, Fidelity.IDEAL)) {
            Place.on(rtl).run(call);
            return rtl.runs().getLast().cycles();
        }
    }
}
