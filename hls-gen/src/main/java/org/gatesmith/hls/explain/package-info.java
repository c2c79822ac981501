/**
 * Why loops of a scheduled kernel are slower than asked for, what would change that, and which accesses to board memory become
 * bursts.
 */
@NullMarked
package org.gatesmith.hls.explain;

import org.jspecify.annotations.NullMarked;
