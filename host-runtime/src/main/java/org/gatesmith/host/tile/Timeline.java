package org.gatesmith.host.tile;

import java.util.ArrayList;
import java.util.List;

/**
 * Predicts when the stages work. Every stage takes one tile at a time; a tile is loaded once a buffer of the host is free,
 * transferred once one of the device is, and so on back to the host. The ring's depth is how far a stage may run ahead of the
 * one behind it.
 */
final class Timeline {

    /** Tiles that are followed one by one; longer runs go on at the pace of their slowest stage. */
    static final int FOLLOWED = 4096;

    private final List<StageTimes> tiles;
    private final StageTimes all;
    private final double link;

    /**
     * @param tiles what the first tiles take in every stage
     * @param all what all tiles take together
     * @param link seconds that the link carries bytes in both directions at once
     */
    Timeline(List<StageTimes> tiles, StageTimes all, double link) {
        this.tiles = List.copyOf(tiles);
        this.all = all;
        this.link = link;
    }

    static Timeline of(TileNest nest, PlanCosts costs) {
        List<StageTimes> tiles = new ArrayList<>();
        for (long i = 0; i < Math.min(FOLLOWED, nest.tiles()); i++) {
            tiles.add(costs.tile(nest, i));
        }
        return new Timeline(tiles, costs.stages(nest), costs.linkSeconds(nest));
    }

    /** Seconds of the whole run with so many tiles under way between two stages. */
    double seconds(int depth) {
        int count = tiles.size();
        double[] loaded = new double[count + 1];
        double[] sent = new double[count + 1];
        double[] run = new double[count + 1];
        double[] back = new double[count + 1];
        double[] stored = new double[count + 1];
        for (int i = 1; i <= count; i++) {
            StageTimes tile = tiles.get(i - 1);
            int freed = Math.max(0, i - depth);
            loaded[i] = Math.max(loaded[i - 1], sent[freed]) + tile.load();
            sent[i] = max(sent[i - 1], loaded[i], run[freed]) + tile.toDevice();
            run[i] = max(run[i - 1], sent[i], back[freed]) + tile.run();
            back[i] = max(back[i - 1], run[i], stored[freed]) + tile.toHost();
            stored[i] = Math.max(stored[i - 1], back[i]) + tile.store();
        }
        return Math.max(stored[count] + rest(), link);
    }

    /** Seconds that follow after the tiles that were followed. */
    private double rest() {
        return Math.max(0, all.minus(followed()).longest());
    }

    private StageTimes followed() {
        return tiles.stream().reduce(StageTimes.NONE, StageTimes::plus);
    }

    /** Seconds of the whole run if every tile passed all stages before the next one starts. */
    double serial() {
        return all.sum();
    }

    private static double max(double a, double b, double c) {
        return Math.max(a, Math.max(b, c));
    }
}
