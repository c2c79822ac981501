/** The index of the kernel library: which kernels there are, where their source is, and what they are checked against. */
@NullMarked
package org.gatesmith.library;

import org.jspecify.annotations.NullMarked;
