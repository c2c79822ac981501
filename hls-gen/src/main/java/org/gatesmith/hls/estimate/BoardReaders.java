package org.gatesmith.hls.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.design.BoardChannels;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Value;

/** The readers of board memory, one for every port in every process, and what each holds while units run one after another. */
final class BoardReaders {

    private final int beatBytes;
    private final KernelPorts ports;

    /** Parameters of the kernel. */
    private final List<Value> parameters;

    /** Elements that a request has at most. */
    private final Map<BoardChannels.Key, Integer> lanes;

    private Map<Reader, HeldBeats> held = new HashMap<>();
    private String process = "";

    /** The reader of a port; every process has its own. */
    private record Reader(Value port, String process) {}

    /** What readers hold at some time. */
    record State(Map<Reader, HeldBeats> held) {}

    BoardReaders(Design design, int beatBytes, KernelPorts ports) {
        this.beatBytes = beatBytes;
        this.ports = ports;
        this.parameters = design.program().top().parameters();
        this.lanes = BoardChannels.of(design);
    }

    /** What the reader of a port holds. */
    HeldBeats held(Value port) {
        return held(reader(port));
    }

    void set(Value port, HeldBeats beats) {
        held.put(reader(port), beats);
    }

    /** It is no longer known what the reader of a port holds. */
    void lose(Value port) {
        set(port, held(port).unknown());
    }

    private HeldBeats held(Reader reader) {
        return held.computeIfAbsent(reader, _ -> HeldBeats.none(room(reader)));
    }

    /** Beats that the reader of a port keeps, as {@code gs_axi_reader} has it: those that a request touches at most. */
    private int room(Reader reader) {
        int most = lanes.getOrDefault(
                new BoardChannels.Key(reader.process(), parameters.indexOf(reader.port()), false), 1);
        int span = AccessGroup.mostBeats(most, ((PortType) reader.port().type()).elementBytes(), beatBytes);
        return span == 1 ? 1 : Integer.highestOneBit(span - 1) * 2;
    }

    private Reader reader(Value port) {
        return new Reader(ports.of(port), process);
    }

    /** What was read of ports before may be out of date. */
    void forget(List<Value> fenced) {
        for (Value port : fenced) {
            Value meant = ports.of(port);
            held.replaceAll((reader, beats) ->
                    reader.port() == meant && reader.process().startsWith(process) ? beats.forgotten() : beats);
        }
    }

    /** A pipelined loop is done that uses these channels. */
    void passed(List<PipelineChannels.Channel> channels) {
        for (PipelineChannels.Channel channel : channels) {
            if (!channel.write()) {
                lose(channel.port());
            }
        }
    }

    /** What follows is done by a process of the function that is gone through. */
    void enter(int number) {
        process += number + ".";
    }

    void leave() {
        process = process.substring(0, process.lastIndexOf('.', process.length() - 2) + 1);
    }

    /** What readers hold. */
    State state() {
        return new State(Map.copyOf(held));
    }

    void restore(State state) {
        held = new HashMap<>(state.held());
    }

    /** Either this or what is now is the case. */
    void orElse(State other) {
        other.held().keySet().forEach(this::held);
        held.replaceAll((reader, beats) -> beats.equals(other.held().get(reader)) ? beats : beats.unknown());
    }
}
