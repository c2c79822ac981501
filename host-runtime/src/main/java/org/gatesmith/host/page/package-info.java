/** Fills a run's page with what the run found. */
@NullMarked
package org.gatesmith.host.page;

import org.jspecify.annotations.NullMarked;
