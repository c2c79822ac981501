/** Running kernels from Java applications and from the command line. */
@NullMarked
package org.gatesmith.host;

import org.jspecify.annotations.NullMarked;
