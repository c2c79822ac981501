/** Attention kernels of transformer networks: each with the reference model that it is checked against. */
@NullMarked
package org.gatesmith.library.attention;

import org.jspecify.annotations.NullMarked;
