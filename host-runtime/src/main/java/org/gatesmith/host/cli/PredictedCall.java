package org.gatesmith.host.cli;

import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.scheduler.ScheduledKernel;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.host.problem.ProblemSize;

/**
 * A call of a kernel whose cycles are of interest.
 *
 * @param scalars the integer parameters by name
 * @param values the scalars as the user knows them
 */
record PredictedCall(Map<String, Long> scalars, Map<String, Object> values) {

    static PredictedCall of(ProblemSize size, KernelSignature signature) {
        return new PredictedCall(size.scalars(), size.values(signature));
    }

    CyclePrediction prediction(ScheduledKernel kernel) {
        return CyclePrediction.of(kernel.design(), scalars, kernel.latency());
    }

    /** {@code a call with m=64 n=64}. */
    String text() {
        String given = values.entrySet().stream()
                .map(scalar -> scalar.getKey() + "=" + scalar.getValue())
                .collect(Collectors.joining(" "));
        return "a call" + (given.isEmpty() ? "" : " with " + given);
    }
}
