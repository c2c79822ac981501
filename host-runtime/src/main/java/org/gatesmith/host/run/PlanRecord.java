package org.gatesmith.host.run;

import java.util.List;
import org.gatesmith.host.tile.OperandPlan;
import org.gatesmith.host.tile.TileLoop;
import org.gatesmith.host.tile.TilePlan;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a problem was cut, as a run's folder keeps it: what decides which element belongs to which tile, and what is moved. Not
 * what is predicted: predictions get better without the run being another one.
 */
record PlanRecord(long tiles, long groups, int depth, List<Loop> loops, List<Operand> operands) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A loop over tiles. */
    record Loop(String scalar, String kind, long units, long step) {}

    /** What is done with an array. */
    record Operand(String array, String bank, long sliceBytes, long buffers, long transfers) {}

    static String json(TilePlan plan) {
        PlanRecord record = new PlanRecord(
                plan.tiles(),
                plan.groups(),
                plan.depth(),
                plan.loops().stream().map(PlanRecord::of).toList(),
                plan.operands().stream().map(PlanRecord::of).toList());
        return MAPPER.writeValueAsString(record).replace(System.lineSeparator(), "\n") + "\n";
    }

    private static Loop of(TileLoop loop) {
        return new Loop(
                loop.scalar(),
                loop.kind().name().toLowerCase(java.util.Locale.ROOT),
                loop.dimension().units(),
                loop.step());
    }

    private static Operand of(OperandPlan operand) {
        return new Operand(
                operand.array(), operand.bank(), operand.sliceBytes(), operand.buffers(), operand.transfers());
    }
}
