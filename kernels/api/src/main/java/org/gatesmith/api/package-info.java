/**
 * What a kernel author depends on: annotations that mark a Java method as a hardware kernel and give its schedule, and the
 * FIFO types that join the processes of a {@link org.gatesmith.api.Dataflow} method.
 */
@NullMarked
package org.gatesmith.api;

import org.jspecify.annotations.NullMarked;
