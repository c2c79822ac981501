package org.gatesmith.hls.estimate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
     * @param beats that an iteration fetches or sends, on average as far as that is known, and at most otherwise
     */
    record Channel(Value port, boolean write, List<MemoryRequest> requests, double beats) {
        Channel {
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

    /** Channels whose requests may take longer than the interval, or write under a condition. */
    List<Channel> followed(Unit.PipelinedLoop loop) {
        return followed.computeIfAbsent(
                loop,
                _ -> of(loop).stream()
                        .filter(channel -> isFollowed(channel, loop))
                        .toList());
    }

    private boolean isFollowed(Channel channel, Unit.PipelinedLoop loop) {
        return isConditional(channel)
                || isUneven(channel, loop.interval())
                || (bundlesAreShared && isCrowded(channel, loop));
    }

    private record Key(boolean write, int port) {}

    private List<Channel> channels(Unit.PipelinedLoop loop) {
        List<Value> ports = new ArrayList<>();
        Map<Key, List<MemoryRequest>> requests = new LinkedHashMap<>();
        Set<AccessGroup> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        loop.placements().stream()
                .sorted(Comparator.comparingInt(Placement::step))
                .forEach(placement -> {
                    if (placement.resource() instanceof Resource.BoardAccess(AccessGroup group) && seen.add(group)) {
                        if (!ports.contains(group.port())) {
                            ports.add(group.port());
                        }
                        requests.computeIfAbsent(
                                        new Key(group.write(), ports.indexOf(group.port())), _ -> new ArrayList<>())
                                .add(new MemoryRequest(group));
                    }
                });
        return requests.entrySet().stream()
                .map(entry -> new Channel(
                        ports.get(entry.getKey().port()),
                        entry.getKey().write(),
                        entry.getValue(),
                        entry.getValue().stream()
                                .mapToDouble(request -> beats(request.group()))
                                .sum()))
                .toList();
    }

    private static boolean isConditional(Channel channel) {
        return channel.write() && !channel.requests().stream().allMatch(MemoryRequest::isUnconditional);
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
