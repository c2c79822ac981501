/** Random kernels in Java, run everywhere and compared; a kernel that fails somewhere is made small before it is shown. */
@NullMarked
package org.gatesmith.host.generated;

import org.jspecify.annotations.NullMarked;
