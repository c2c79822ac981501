package org.gatesmith.hls.ir;

import java.util.List;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.StorageKind;
import org.jspecify.annotations.Nullable;

/**
 * How an on-chip array is laid out.
 *
 * @param storage memory primitive, or null to leave the choice to the tool
 */
public record ArrayDirectives(
        List<Split> partitions,
        List<Split> reshapes,
        @Nullable StorageKind storage) {

    public static final ArrayDirectives NONE = new ArrayDirectives(List.of(), List.of(), null);

    /**
     * Distribution of one dimension over banks, or over the lanes of a word.
     *
     * @param dimension counted from 1; 0 for all
     * @param factor number of banks or lanes; 0 for {@link PartitionKind#COMPLETE}
     */
    public record Split(int dimension, PartitionKind kind, int factor) {}

    public ArrayDirectives {
        partitions = List.copyOf(partitions);
        reshapes = List.copyOf(reshapes);
    }
}
