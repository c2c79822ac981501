// Tests a bit beyond the width, at an index only known when it runs.
#include <ap_int.h>

int main(int argc, char**) {
  ap_int<8> x = argc;
  return x[7 + argc];
}
