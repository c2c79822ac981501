/** What is installed on this machine, and what more would be possible. */
@NullMarked
package org.gatesmith.host.doctor;

import org.jspecify.annotations.NullMarked;
