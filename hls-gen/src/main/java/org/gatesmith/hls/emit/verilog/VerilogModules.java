package org.gatesmith.hls.emit.verilog;

import org.gatesmith.hls.emit.EmittedSources;

/**
 * Modules of a kernel.
 *
 * @param sources a file for each, named like the module
 * @param library modules of the library that they use, files likewise
 * @param top the kernel's own function
 */
public record VerilogModules(EmittedSources sources, EmittedSources library, ModuleInterface top) {}
