package org.gatesmith.hls.estimate;

import java.util.Optional;

/**
 * What a process of a dataflow function takes by itself.
 *
 * @param own cycles from start to end if it never waits
 * @param lead cycles before it reads a FIFO for the first time
 * @param head cycles from its first input to its first output
 * @param tail cycles from its last input to its end
 * @param unwritten cycles from its end until what it wrote is in board memory
 * @param trace when it accesses FIFOs; nothing if that is too much or not known
 */
record ProcessCycles(long own, long lead, long head, long tail, long unwritten, Optional<ProcessTrace> trace) {}
