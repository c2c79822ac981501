package org.gatesmith.hls.interp;

/** What a register for arrays, ports and FIFOs holds. */
sealed interface Memory permits LocalArray, BoundPort, Channel {

    /** Java name in messages. */
    String name();
}
