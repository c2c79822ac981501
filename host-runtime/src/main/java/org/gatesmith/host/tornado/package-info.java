/** Kernels run by TornadoVM, in a child JVM. */
@NullMarked
package org.gatesmith.host.tornado;

import org.jspecify.annotations.NullMarked;
