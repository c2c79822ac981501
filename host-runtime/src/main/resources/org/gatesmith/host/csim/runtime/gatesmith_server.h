// Makes a kernel a server that the host starts once and calls often. The host generates, from the
// kernel's signature, only:
//
//   #include "vector_add.h"
//   #include "gatesmith_server.h"
//
//   static void call(const gatesmith::Arguments& a) {
//     vector_add(a.array<float>(0), a.array<float>(1), a.scalar<ap_int<32> >(2));
//   }
//
//   int main() {
//     return gatesmith::serve("vector_add",
//                             {gatesmith::input<float>("a"), gatesmith::output<float>("c"),
//                              gatesmith::scalar<ap_int<32> >("n")},
//                             call);
//   }
//
// Needs no header of ours for ap_int or hls::stream, so that the vendor's can be used instead.
// The commands and answers are described in gatesmith_server.cpp.
#ifndef GATESMITH_SERVER_H
#define GATESMITH_SERVER_H

#include <string.h>

#include <initializer_list>

namespace gatesmith {

enum class Kind { IN, OUT, INOUT, SCALAR };

/// A kernel parameter; `bytes` is the size of the scalar or of one array element.
struct Parameter {
  const char* name;
  Kind kind;
  unsigned bytes;
};

template <class T>
Parameter input(const char* name) {
  return Parameter{name, Kind::IN, sizeof(T)};
}
template <class T>
Parameter output(const char* name) {
  return Parameter{name, Kind::OUT, sizeof(T)};
}
template <class T>
Parameter inout(const char* name) {
  return Parameter{name, Kind::INOUT, sizeof(T)};
}
template <class T>
Parameter scalar(const char* name) {
  return Parameter{name, Kind::SCALAR, sizeof(T)};
}

/// A value from its bit pattern: the low bits for an integer, IEEE 754 for float and double.
template <class T>
struct FromBits {
  static T of(unsigned long long bits) { return T(static_cast<long long>(bits)); }
};
template <>
struct FromBits<float> {
  static float of(unsigned long long bits) {
    unsigned low = unsigned(bits);
    float value;
    memcpy(&value, &low, sizeof value);
    return value;
  }
};
template <>
struct FromBits<double> {
  static double of(unsigned long long bits) {
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
  }
};

/// The arguments of one call, by the number of the parameter.
class Arguments {
 public:
  struct Argument {
    void* address;
    /// Of the array.
    size_t bytes;
    /// Of the scalar.
    unsigned long long bits;
  };

  explicit Arguments(const Argument* arguments) : arguments_(arguments) {}

  template <class T>
  T* array(int parameter) const {
    return static_cast<T*>(arguments_[parameter].address);
  }
  unsigned long long bytes(int parameter) const { return arguments_[parameter].bytes; }
  unsigned long long bits(int parameter) const { return arguments_[parameter].bits; }
  template <class T>
  T scalar(int parameter) const {
    return FromBits<T>::of(arguments_[parameter].bits);
  }

 private:
  const Argument* arguments_;
};

/// Answers commands from standard input until `quit` or its end; the exit code of the program.
///
/// `figures`, if there is one, gives JSON about the last call that goes into its answer.
int serve(const char* kernel, std::initializer_list<Parameter> parameters,
          void (*call)(const Arguments&), const char* (*figures)() = nullptr);

}  // namespace gatesmith

#endif
