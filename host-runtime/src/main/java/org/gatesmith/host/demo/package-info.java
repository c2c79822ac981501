/** What Gatesmith does, shown on real input. */
@NullMarked
package org.gatesmith.host.demo;

import org.jspecify.annotations.NullMarked;
