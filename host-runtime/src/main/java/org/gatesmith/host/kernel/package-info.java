/** Finding a kernel by the name or path that a user gives. */
@NullMarked
package org.gatesmith.host.kernel;

import org.jspecify.annotations.NullMarked;
