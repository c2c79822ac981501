/**
 * Schedules a lowered program for a board and a clock: list scheduling with operator chaining, modulo scheduling of pipelined loops,
 * binding of memories and operators. The result is a {@link org.gatesmith.hls.design.Design}.
 */
@NullMarked
package org.gatesmith.hls.scheduler;

import org.jspecify.annotations.NullMarked;
