/** Stencil kernels: each with the reference model that it is checked against. */
@NullMarked
package org.gatesmith.library.stencil;

import org.jspecify.annotations.NullMarked;
