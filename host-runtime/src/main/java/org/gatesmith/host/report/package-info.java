/**
 * The page of a run: one HTML file that shows what ran, how fast, and whether it is right, without script or network.
 *
 * <p>{@link org.gatesmith.host.report.RunPage} holds the findings as plain values, {@link
 * org.gatesmith.host.report.ReportPage} lays them out. Nothing here knows how a run is made.
 */
@NullMarked
package org.gatesmith.host.report;

import org.jspecify.annotations.NullMarked;
