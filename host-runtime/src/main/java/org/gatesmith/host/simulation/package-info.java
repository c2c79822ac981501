/** What simulators in a child process share: the compiler, the sources that travel along, and the talk with the child. */
@NullMarked
package org.gatesmith.host.simulation;

import org.jspecify.annotations.NullMarked;
