/** The compiler as its callers see it: a kernel's source goes in, a compiled kernel comes out. */
@NullMarked
package org.gatesmith.hls;

import org.jspecify.annotations.NullMarked;
