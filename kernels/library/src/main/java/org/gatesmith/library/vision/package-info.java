/** Image kernels: each with the reference model that it is checked against. */
@NullMarked
package org.gatesmith.library.vision;

import org.jspecify.annotations.NullMarked;
