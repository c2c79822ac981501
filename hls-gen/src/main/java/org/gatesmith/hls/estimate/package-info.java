/** What a scheduled kernel will do: cycles for given sizes, loop by loop, and the chain of operations that sets its clock. */
@NullMarked
package org.gatesmith.hls.estimate;

import org.jspecify.annotations.NullMarked;
