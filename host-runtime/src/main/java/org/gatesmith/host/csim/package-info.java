/** C simulation: the emitted HLS C++, compiled with our own or the vendor's headers, run in a child process. */
@NullMarked
package org.gatesmith.host.csim;

import org.jspecify.annotations.NullMarked;
