package org.gatesmith.hls.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Value;

/** The reads of board memory in a design. */
final class BoardReads {

    private BoardReads() {}

    static boolean areIn(Unit unit) {
        return unit instanceof Unit.Block block
                && groups(block.placements()).findAny().isPresent();
    }

    /** Those of a block, by their steps. */
    static SortedMap<Integer, List<AccessGroup>> of(Unit.Block block) {
        SortedMap<Integer, List<AccessGroup>> reads = new TreeMap<>();
        for (Placement placement : block.placements()) {
            groups(List.of(placement)).forEach(group -> {
                List<AccessGroup> groups = reads.computeIfAbsent(placement.step(), _ -> new ArrayList<>());
                if (!groups.contains(group)) {
                    groups.add(group);
                }
            });
        }
        return reads;
    }

    static Stream<AccessGroup> groups(List<Placement> placements) {
        return placements.stream()
                .map(Placement::resource)
                .flatMap(resource -> resource instanceof Resource.BoardAccess(var group) && !group.write()
                        ? Stream.of(group)
                        : Stream.of());
    }

    /** The values that say what blocks read, and pipelined loops where they may have to wait. */
    static List<Value> addresses(Design design, PipelineChannels channels) {
        return design.modules().stream()
                .flatMap(ModuleDesign::units)
                .flatMap(unit -> switch (unit) {
                    case Unit.Block block -> groups(block.placements()).map(MemoryRequest::new);
                    case Unit.PipelinedLoop loop ->
                        channels.followed(loop).stream().flatMap(channel -> channel.requests().stream());
                    default -> Stream.<MemoryRequest>of();
                })
                .flatMap(MemoryRequest::sources)
                .toList();
    }
}
