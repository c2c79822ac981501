@NullMarked
package org.gatesmith.host.tornado;

import org.jspecify.annotations.NullMarked;
