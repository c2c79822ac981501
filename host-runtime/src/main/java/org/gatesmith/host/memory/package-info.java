/** Where a kernel's arrays lie in the memories of a board. */
@NullMarked
package org.gatesmith.host.memory;

import org.jspecify.annotations.NullMarked;
