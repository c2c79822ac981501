/** Whole paths: from a Java method to what the hardware description computes. */
@NullMarked
package org.gatesmith.host.endtoend;

import org.jspecify.annotations.NullMarked;
