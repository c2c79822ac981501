/** Cutting a problem into tiles: which dimensions can be split, how large the tiles are, in which order they come. */
@NullMarked
package org.gatesmith.host.tile;

import org.jspecify.annotations.NullMarked;
