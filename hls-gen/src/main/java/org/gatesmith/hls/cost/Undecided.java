package org.gatesmith.hls.cost;

/** Some branch or loop is not the same for all the values that a counter stands for at the moment. */
final class Undecided extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int loop;

    /**
     * @param loop how many loops are around the one whose counter must take fewer values at a time
     */
    Undecided(int loop) {
        super("undecided", null, false, false);
        this.loop = loop;
    }

    int loop() {
        return loop;
    }
}
