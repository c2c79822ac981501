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
 * The readers and writers of board memory that a pipelined loop uses, as far as they may hold it up. A request takes a cycle for each beat that
 * the ones before did not touch, and one at least; the schedule counts one for each.
 */
final class PipelineChannels {

    /**
     * What one reader or writer does in an iteration.
     *
     * @param requests in order
     */
    record Channel(Value port, boolean write, List<MemoryRequest> requests) {
        Channel {
            requests = List.copyOf(requests);
        }

        /** Beats that an iteration fetches or sends, on average as far as that is known, and at most otherwise. */
        double beats(int beatBytes) {
            return requests.stream()
                    .mapToDouble(request -> PipelineChannels.beats(request.group(), beatBytes))
                    .sum();
        }
    }

    private PipelineChannels() {}

    /**
     * Channels whose requests may take longer than the interval, or write under a condition.
     *
     * @param bundlesAreShared whether some channels of the kernel share a bundle, so that they wait for each other
     */
    static List<Channel> followed(Unit.PipelinedLoop loop, int beatBytes, boolean bundlesAreShared) {
        List<Channel> channels = of(loop);
        return channels.stream()
                .filter(channel -> isConditional(channel)
                        || isUneven(channel, loop.interval(), beatBytes)
                        || (bundlesAreShared && isCrowded(channel, channels, loop.interval(), beatBytes)))
                .toList();
    }

    private record Key(boolean write, int port) {}

    /** All channels of a loop. */
    static List<Channel> of(Unit.PipelinedLoop loop) {
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
                        ports.get(entry.getKey().port()), entry.getKey().write(), entry.getValue()))
                .toList();
    }

    private static boolean isConditional(Channel channel) {
        return channel.write() && !channel.requests().stream().allMatch(MemoryRequest::isUnconditional);
    }

    private static boolean isUneven(Channel channel, int interval, int beatBytes) {
        long most = channel.requests().stream()
                .mapToLong(request -> mostBeats(request.group(), beatBytes))
                .sum();
        boolean isSteady = channel.requests().size() == 1
                && isSteady(channel.requests().getFirst().group(), beatBytes);
        return most > interval && !isSteady;
    }

    /** Whether channels of one direction are too many for a bundle, if they should share one. */
    private static boolean isCrowded(Channel channel, List<Channel> channels, int interval, int beatBytes) {
        List<Channel> same = channels.stream()
                .filter(other -> other.write() == channel.write())
                .toList();
        double beats =
                same.stream().mapToDouble(other -> other.beats(beatBytes)).sum();
        return same.size() > 1 && beats > interval;
    }

    private static double beats(AccessGroup group, int beatBytes) {
        double most = mostBeats(group, beatBytes);
        return group.advance()
                .map(advance -> Math.min(most, Math.abs(advance.doubleValue()) * group.elementBytes() / beatBytes))
                .orElse(most);
    }

    /** Beats that a request can touch. */
    private static long mostBeats(AccessGroup group, int beatBytes) {
        return group.span() == 1 ? 1 : Math.ceilDiv((group.span() - 1L) * group.elementBytes(), beatBytes) + 1;
    }

    /** Whether no request touches more than one beat that the one before did not, but the first one. */
    private static boolean isSteady(AccessGroup group, int beatBytes) {
        BigInteger bytes = BigInteger.valueOf(group.elementBytes());
        return group.advance()
                .map(bytes::multiply)
                .filter(advance -> advance.signum() >= 0 && advance.compareTo(BigInteger.valueOf(beatBytes)) <= 0)
                .isPresent();
    }
}
