package org.gatesmith.host.rtl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.explain.BoardRequest;
import org.gatesmith.hls.explain.BoardRequest.Service;
import org.gatesmith.hls.explain.Explanation;
import org.gatesmith.hls.signature.Parameter;
import org.junit.jupiter.api.Test;

/** What an explanation says of accesses to board memory is what readers and writers do. */
class ExplainedBurstsTest {

    private static final int ELEMENTS = 320;

    @Test
    void burstsAndBeatsAreThoseOfTheHardware() throws Exception {
        SimulatedCall call = SimulatedCall.of(kernels() + "#bursts", "n=" + ELEMENTS);
        Explanation explanation =
                Explanation.of(call.kernel(), call.board(), SimulatedCall.MEGAHERTZ, FloatOperators.SOFT);
        HardwareRun run = call.run(MemoryModel.Fidelity.IDEAL);
        List<String> joined = new ArrayList<>();
        for (BoardRequest request : explanation.requests()) {
            String array = String.valueOf(request.port().name());
            HardwareRun.Channel channel = channel(call, run, array, request.isWrite());
            switch (request.service()) {
                case Service.Bursts bursts -> {
                    joined.add(array);
                    assertThat(channel.beats() / channel.bursts()).as(array).isBetween(bursts.beats() / 2L, (long)
                            bursts.beats());
                }
                case Service.Beats beats -> {
                    assertThat(channel.bursts()).as(array).isEqualTo(channel.beats());
                    assertThat(channel.beats())
                            .as(array)
                            .isBetween(ELEMENTS / beats.iterations(), ELEMENTS / beats.iterations() + 1);
                }
                case Service.Alone _ ->
                    assertThat(channel.bursts()).as(array).isBetween(ELEMENTS * 9L / 10, (long) ELEMENTS);
            }
        }
        assertThat(explanation.requests()).hasSize(13);
        assertThat(joined).containsExactlyInAnyOrder("wide", "wideOut", "narrowOut", "quickOut");
    }

    /** Every array has a port of its own, in the order of the parameters. */
    private static HardwareRun.Channel channel(SimulatedCall call, HardwareRun run, String array, boolean write) {
        List<String> names =
                call.kernel().signature().arrays().map(Parameter.Array::name).toList();
        HardwareRun.PortTraffic port = run.ports().stream()
                .filter(traffic -> traffic.name().equals("gmem" + names.indexOf(array)))
                .findFirst()
                .orElseThrow();
        return write ? port.writes() : port.reads();
    }

    private static Path kernels() throws Exception {
        return Path.of(Objects.requireNonNull(ExplainedBurstsTest.class.getResource("kernel/Bursts.java"))
                .toURI());
    }
}
