/**
 * Arrays on the host: typed memory, buffers that a child process can map, {@code .npy} files and grey images, random inputs
 * and the comparison of results.
 */
@NullMarked
package org.gatesmith.host.data;

import org.jspecify.annotations.NullMarked;
