/** How much work one call of a kernel is, found from its program and its scalars alone. */
@NullMarked
package org.gatesmith.hls.cost;

import org.jspecify.annotations.NullMarked;
