package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.emit.verilog.ModuleInterface.Channel;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Value;

/** The channels to board memory that a module has: its own accesses and those of the modules in it, as far as they can share. */
final class ChannelPlan {

    private final ModuleDesign module;
    private final Map<String, ModuleInterface> children;
    private final Map<Key, Channel> channels = new LinkedHashMap<>();

    /**
     * Accesses with the same key share a channel.
     *
     * @param process path of the process that makes them, because processes run at the same time
     */
    record Key(int parameter, boolean writes, String process) {}

    private ChannelPlan(ModuleDesign module, Map<String, ModuleInterface> children) {
        this.module = module;
        this.children = children;
    }

    static Map<Key, Channel> of(ModuleDesign module, Map<String, ModuleInterface> children) {
        ChannelPlan plan = new ChannelPlan(module, children);
        Units.placements(module).forEach(plan::add);
        List<Op.Call> calls = Units.calls(module).toList();
        for (int i = 0; i < calls.size(); i++) {
            plan.add(calls.get(i), module instanceof ModuleDesign.Dataflow ? process(calls, i) : "");
        }
        return plan.withFences();
    }

    /** The name of a process: that of its function, with a number from the second call on. */
    static String process(List<Op.Call> calls, int index) {
        String callee = calls.get(index).callee();
        long earlier = calls.subList(0, index).stream()
                .filter(call -> call.callee().equals(callee))
                .count();
        return earlier == 0 ? callee : callee + "_" + (earlier + 1);
    }

    /** The path of a process inside another one. */
    static String path(String outer, String inner) {
        return outer.isEmpty() || inner.isEmpty() ? outer + inner : outer + "_" + inner;
    }

    private void add(Placement placement) {
        if (placement.resource() instanceof Resource.BoardAccess(var accesses)) {
            PortGroup group = PortGroup.of(accesses);
            IntType index = group.first().indices().getFirst().intType();
            add(accesses.port(), accesses.write(), "", group.width(), index.width() + (index.signed() ? 0 : 1), false);
        }
    }

    private void add(Op.Call call, String process) {
        ModuleInterface child = children.get(call.callee());
        if (child == null) {
            return;
        }
        for (Channel channel : child.channels()) {
            add(
                    call.operands().get(channel.parameter()),
                    channel.writes(),
                    path(process, channel.process()),
                    channel.lanes(),
                    channel.indexBits(),
                    channel.fenced());
        }
    }

    private void add(Value port, boolean writes, String process, int lanes, int indexBits, boolean fenced) {
        Key key = new Key(position(port), writes, process);
        int elementBits = Values.width(((PortType) port.type()).element());
        String name = Definition.name(port.name(), "port" + key.parameter())
                + (process.isEmpty() ? "" : "_" + process)
                + (writes ? "_wr" : "_rd");
        Channel known = channels.get(key);
        channels.put(
                key,
                known == null
                        ? new Channel(key.parameter(), process, name, writes, lanes, elementBits, indexBits, fenced)
                        : new Channel(
                                key.parameter(),
                                process,
                                name,
                                writes,
                                Math.max(known.lanes(), lanes),
                                elementBits,
                                Math.max(known.indexBits(), indexBits),
                                known.fenced() || fenced));
    }

    private int position(Value port) {
        int position = module.function().parameters().indexOf(port);
        if (position < 0) {
            throw new IllegalStateException(
                    port + " is no parameter of " + module.function().name());
        }
        return position;
    }

    private Map<Key, Channel> withFences() {
        Set<Value> fenced = Collections.newSetFromMap(new IdentityHashMap<>());
        Units.fences(module).forEach(fenced::add);
        channels.forEach((key, channel) -> {
            if (channel.fenced()) {
                fenced.add(module.function().parameters().get(key.parameter()));
            }
        });
        List<Key> keys = new ArrayList<>(channels.keySet());
        for (Key key : keys) {
            if (fenced.contains(module.function().parameters().get(key.parameter()))) {
                channels.computeIfPresent(key, (_, channel) -> fenced(channel));
            }
        }
        return channels;
    }

    private static Channel fenced(Channel channel) {
        return new Channel(
                channel.parameter(),
                channel.process(),
                channel.name(),
                channel.writes(),
                channel.lanes(),
                channel.elementBits(),
                channel.indexBits(),
                true);
    }
}
