package org.gatesmith.hls.design;

import java.util.List;
import java.util.stream.Stream;

/** Adds up what the modules of a design take. */
public final class DesignSize {

    private final Design design;

    private DesignSize(Design design) {
        this.design = design;
    }

    /** All instances of all modules. */
    public static Resources of(Design design) {
        return new DesignSize(design).module(design.top());
    }

    /** A module with those that it starts: an instance for every call that it has, and for every process. */
    private Resources module(ModuleDesign module) {
        Stream<String> callees = switch (module) {
            case ModuleDesign.Core _ -> Stream.of();
            case ModuleDesign.Sequential sequential -> sequential.body().all().flatMap(DesignSize::callee);
            case ModuleDesign.Dataflow dataflow ->
                dataflow.processes().stream().map(process -> process.call().callee());
        };
        List<Resources> parts =
                callees.map(callee -> module(design.module(callee))).toList();
        return parts.stream().reduce(module.resources(), Resources::plus);
    }

    private static Stream<String> callee(Unit unit) {
        return switch (unit) {
            case Unit.Invocation invocation -> Stream.of(invocation.call().callee());
            case Unit.FrameLoop loop -> Stream.of(loop.call().callee());
            default -> Stream.of();
        };
    }
}
