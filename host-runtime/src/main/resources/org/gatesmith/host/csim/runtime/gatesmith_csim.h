// What an emitted kernel includes when it is compiled for C simulation (GATESMITH_CSIM), before
// any other header:
//
//   #ifdef GATESMITH_CSIM
//   #include "gatesmith_csim.h"
//   #else
//   #define GS_DATAFLOW(name)
//   #define GS_PROCESS(name, after, ...) __VA_ARGS__
//   #endif
//
// and the form of a dataflow function. GS_DATAFLOW stands after the last FIFO and array and before
// the first process; the processes run when the block ends, so that all that they use is still
// there. The second argument names the processes that must have ended first, because they fill
// an array this one reads.
//
//   void image_filter(const ap_uint<8>* src, ap_uint<8>* out, int h, int w) {
//   #pragma HLS dataflow
//     hls::stream<ap_uint<8>, 64> pixels("pixels");
//     GS_DATAFLOW(image_filter);
//     GS_PROCESS(load, (), load(src, pixels, h, w));
//     GS_PROCESS(filter, (load), filter(pixels, out, h, w));
//   }
//
// With our own ap_int.h and hls_stream.h the processes run concurrently on bounded FIFOs. With the
// vendor's headers (GATESMITH_VENDOR_HEADERS) they run one after the other, as in the vendor's own
// C simulation.
#ifndef GATESMITH_CSIM_H
#define GATESMITH_CSIM_H

#ifdef GATESMITH_VENDOR_HEADERS
#include "gatesmith_in_order.h"
#else
#include "gatesmith_dataflow.h"

#define GS_DATAFLOW(name) gatesmith::Region gs_region(#name)
#define GS_PROCESS(name, after, ...) \
  gs_region.add(#name, #after, #__VA_ARGS__, [&]() { __VA_ARGS__; })
#endif

#endif
