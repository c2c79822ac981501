package org.gatesmith.host.folder;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.DataFault;
import org.gatesmith.host.stream.GroupLedger;
import org.gatesmith.host.stream.GroupOutcome;
import org.gatesmith.host.tile.Slice;
import org.gatesmith.host.tile.Tile;
import org.gatesmith.host.tile.TileSequence;

/** The journal of a run's folder as the streamer keeps it. */
public final class FolderLedger implements GroupLedger {

    private final Journal journal;
    private final TileSequence tiles;

    /**
     * @param tiles of the run, which tell the elements that a group produces
     */
    public FolderLedger(RunFolder folder, TileSequence tiles) {
        this.journal = folder.journal();
        this.tiles = tiles;
    }

    @Override
    public boolean isDone(long group) {
        return journal.isDone(group);
    }

    @Override
    public void done(long group, GroupOutcome outcome) throws DataException {
        Tile last = lastTile(tiles, group);
        Map<String, GroupOutput> outputs = new TreeMap<>();
        outcome.checksums().forEach((name, checksum) -> {
            Slice slice = last.operand(name).slice();
            outputs.put(
                    name,
                    GroupOutput.of(slice, hex(checksum), outcome.comparisons().get(name)));
        });
        try {
            journal.done(new GroupRecord(group, outputs));
        } catch (FolderException e) {
            throw new DataException(DataFault.UNWRITABLE, String.valueOf(e.getMessage()));
        }
    }

    /** A checksum of 32 bits as the journal has it. */
    static String hex(long checksum) {
        return HexFormat.of().toHexDigits((int) checksum);
    }

    /** The tile that completes a group; groups come in ascending order, and the tiles of one follow each other. */
    static Tile lastTile(TileSequence tiles, long group) {
        long low = 0;
        long high = tiles.tiles() - 1;
        while (low < high) {
            long middle = Math.ceilDiv(low + high, 2);
            if (tiles.tile(middle).group() <= group) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return tiles.tile(low);
    }
}
