/** Writing a kernel's build folder: emitted sources, test data, vendor scripts. */
@NullMarked
package org.gatesmith.host.build;

import org.jspecify.annotations.NullMarked;
