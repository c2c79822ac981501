/** Which accesses to memory depend on each other across the iterations of a loop, and which walk through memory in bursts. */
@NullMarked
package org.gatesmith.hls.dependence;

import org.jspecify.annotations.NullMarked;
