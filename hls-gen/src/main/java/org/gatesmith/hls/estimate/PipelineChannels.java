package org.gatesmith.hls.estimate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Value;

/**
 * The readers and writers of board memory that pipelined loops use, and which may hold them up. A request takes a cycle for
 * each beat that the ones before did not touch, and one at least; the schedule counts one for each.
 */
final class PipelineChannels {

    private final int beatBytes;
    private final boolean bundlesAreShared;
    private final Map<Unit.PipelinedLoop, List<Channel>> all = new IdentityHashMap<>();
    private final Map<Unit.PipelinedLoop, List<Channel>> followed = new IdentityHashMap<>();

    /**
     * What one reader or writer does in an iteration.
     *
     * @param requests in order
     * @param steps in which they are made
     * @param beats that an iteration fetches or sends, on average as far as that is known, and at most otherwise
     */
    record Channel(Value port, boolean write, List<MemoryRequest> requests, List<Integer> steps, double beats) {
        Channel {
            steps = List.copyOf(steps);
            requests = List.copyOf(requests);
        }
    }

    /**
     * @param bundlesAreShared whether some channels of the kernel share a bundle, so that they wait for each other
     */
    PipelineChannels(int beatBytes, boolean bundlesAreShared) {
        this.beatBytes = beatBytes;
        this.bundlesAreShared = bundlesAreShared;
    }

    /** All channels of a loop. */
    List<Channel> of(Unit.PipelinedLoop loop) {
        return all.computeIfAbsent(loop, _ -> channels(loop));
    }

    /** Channels whose requests may take longer than the interval, or whose writes do not follow each other without gaps. */
    List<Channel> followed(Unit.PipelinedLoop loop) {
        return followed.computeIfAbsent(
                loop,
                _ -> of(loop).stream()
                        .filter(channel -> isFollowed(channel, loop))
                        .toList());
    }

    private boolean isFollowed(Channel channel, Unit.PipelinedLoop loop) {
        return (channel.write() && !isSeamless(channel))
                || isUneven(channel, loop.interval())
                || (bundlesAreShared && isCrowded(channel, loop));
    }

    private record Key(boolean write, int port) {}

    private List<Channel> channels(Unit.PipelinedLoop loop) {
        List<Value> ports = new ArrayList<>();
        Map<Key, List<MemoryRequest>> requests = new LinkedHashMap<>();
        Map<Key, List<Integer>> steps = new HashMap<>();
        Set<AccessGroup> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        loop.placements().stream()
                .sorted(Comparator.comparingInt(Placement::step))
                .forEach(placement -> {
                    if (placement.resource() instanceof Resource.BoardAccess(AccessGroup group) && seen.add(group)) {
                        if (!ports.contains(group.port())) {
                            ports.add(group.port());
                        }
                        Key key = new Key(group.write(), ports.indexOf(group.port()));
                        requests.computeIfAbsent(key, _ -> new ArrayList<>()).add(new MemoryRequest(group));
                        steps.computeIfAbsent(key, _ -> new ArrayList<>()).add(placement.step());
                    }
                });
        return requests.entrySet().stream()
                .map(entry -> new Channel(
                        ports.get(entry.getKey().port()),
                        entry.getKey().write(),
                        entry.getValue(),
                        steps.getOrDefault(entry.getKey(), List.of()),
                        entry.getValue().stream()
                                .mapToDouble(request -> beats(request.group()))
                                .sum()))
                .toList();
    }

    /** Whether each iteration goes on with the element after the last one of the iteration before. */
    private static boolean isSeamless(Channel channel) {
        MemoryRequest first = channel.requests().getFirst();
        BigInteger elements = BigInteger.valueOf(first.group().lanes().size());
        return channel.requests().size() == 1
                && first.isUnconditional()
                && first.group().advance().filter(elements::equals).isPresent();
    }

    private boolean isUneven(Channel channel, int interval) {
        long most = channel.requests().stream()
                .mapToLong(request -> request.group().mostBeats(beatBytes))
                .sum();
        boolean isSteady = channel.requests().size() == 1
                && isSteady(channel.requests().getFirst().group());
        return most > interval && !isSteady;
    }

    /** Whether channels of one direction are too many for a bundle, if they should share one. */
    private boolean isCrowded(Channel channel, Unit.PipelinedLoop loop) {
        List<Channel> same = of(loop).stream()
                .filter(other -> other.write() == channel.write())
                .toList();
        return same.size() > 1 && same.stream().mapToDouble(Channel::beats).sum() > loop.interval();
    }

    private double beats(AccessGroup group) {
        double most = group.mostBeats(beatBytes);
        return group.advance()
                .map(advance -> Math.min(most, Math.abs(advance.doubleValue()) * group.elementBytes() / beatBytes))
                .orElse(most);
    }

    /** Whether no request touches more than one beat that the one before did not, but the first one. */
    private boolean isSteady(AccessGroup group) {
        BigInteger bytes = BigInteger.valueOf(group.elementBytes());
        return group.advance()
                .map(bytes::multiply)
                .filter(advance -> advance.signum() >= 0 && advance.compareTo(BigInteger.valueOf(beatBytes)) <= 0)
                .isPresent();
    }
}
