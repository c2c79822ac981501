/**
 * Kernels as TornadoVM tasks: Java that stays inside what TornadoVM compiles correctly, whatever the kernel's author wrote.
 *
 * <p>Arrays become TornadoVM's native arrays, local arrays one-dimensional ones of constant length, tables arguments. Integers
 * live in {@code int} and {@code long} variables and are wrapped to their width explicitly; what TornadoVM 4.0.1 compiles
 * wrongly or not at all is written in other operators, mostly as functions of {@code Exact.java}.
 */
@NullMarked
package org.gatesmith.hls.emit.tornado;

import org.jspecify.annotations.NullMarked;
