/** Calling kernels from Java applications, as often as they like, without compiling again. */
@NullMarked
package org.gatesmith.host.session;

import org.jspecify.annotations.NullMarked;
