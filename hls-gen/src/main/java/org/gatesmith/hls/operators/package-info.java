/** What operators cost on a device: delay, pipeline stages and programmable elements by width, read from data files. */
@NullMarked
package org.gatesmith.hls.operators;

import org.jspecify.annotations.NullMarked;
