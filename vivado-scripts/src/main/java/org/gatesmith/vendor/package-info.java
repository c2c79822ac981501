/**
 * Scripts for the vendor's tools: from a kernel's HLS C++, a board and a tool release to the HLS project, the link
 * configuration and the driver script that builds it. Nothing here runs a tool.
 */
@NullMarked
package org.gatesmith.vendor;

import org.jspecify.annotations.NullMarked;
