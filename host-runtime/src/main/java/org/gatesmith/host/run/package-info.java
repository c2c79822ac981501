/** One run of a kernel: sizes, inputs, the JVM's result, the device's result, the comparison. */
@NullMarked
package org.gatesmith.host.run;

import org.jspecify.annotations.NullMarked;
