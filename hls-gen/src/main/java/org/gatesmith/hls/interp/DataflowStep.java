package org.gatesmith.hls.interp;

import java.util.List;
import org.gatesmith.api.DataflowRegion;
import org.gatesmith.api.DeadlockException;
import org.gatesmith.api.ProcessFailedException;
import org.gatesmith.hls.diag.Span;

/** Runs the calls of a dataflow function as the processes of a {@link DataflowRegion}, as the JVM runs the kernel itself. */
final class DataflowStep implements Step {

    private final String function;
    private final Span span;
    private final List<Process> processes;
    private final List<List<Integer>> predecessors;
    private final List<String> names;

    /** A call to run concurrently. */
    record Process(FunctionCode code, Transfer operands) {

        Runnable activation(Frame frame) {
            Frame inner = code.frame(frame.meter);
            operands.copy(frame, inner);
            return () -> code.body().run(inner);
        }
    }

    /**
     * @param predecessors for every process the numbers of those that must have ended before it starts
     */
    DataflowStep(String function, Span span, List<Process> processes, List<List<Integer>> predecessors) {
        this.function = function;
        this.span = span;
        this.processes = processes;
        this.predecessors = predecessors;
        this.names =
                ProcessNames.of(processes.stream().map(p -> p.code().name()).toList());
    }

    @Override
    public void run(Frame frame) {
        DataflowRegion region = DataflowRegion.open(function);
        for (int i = 0; i < processes.size(); i++) {
            String[] after = predecessors.get(i).stream().map(names::get).toArray(String[]::new);
            region.process(names.get(i), processes.get(i).activation(frame), after);
        }
        join(region);
    }

    private void join(DataflowRegion region) {
        try {
            region.join();
        } catch (DeadlockException e) {
            throw new Abort(new Fault.Deadlocked(e.deadlock()), span);
        } catch (ProcessFailedException e) {
            if (e.origin() instanceof Abort abort) {
                throw abort;
            }
            throw e;
        }
    }
}
