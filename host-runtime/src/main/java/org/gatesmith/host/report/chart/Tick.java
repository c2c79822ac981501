package org.gatesmith.host.report.chart;

/** A value of an axis that has a line and a label. */
record Tick(double value, String label) {}
