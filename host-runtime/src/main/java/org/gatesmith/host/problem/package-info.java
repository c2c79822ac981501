/** The size of a problem: scalars as users give them, and the extents that follow from them. */
@NullMarked
package org.gatesmith.host.problem;

import org.jspecify.annotations.NullMarked;
