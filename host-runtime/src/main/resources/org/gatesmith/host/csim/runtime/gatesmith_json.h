// Building text and lines of JSON. Formats instead of sums of strings: they compile far faster.
#ifndef GATESMITH_JSON_H
#define GATESMITH_JSON_H

#include <stdarg.h>

#include <string>

namespace gatesmith {

/// As printf.
std::string format(const char* pattern, ...) __attribute__((format(printf, 1, 2)));
std::string format_list(const char* pattern, va_list arguments);

/// `text` as a JSON string, with its quotes.
std::string quoted(const std::string& text);

/// A JSON list built up element by element.
class JsonList {
 public:
  void add(const std::string& json);
  std::string text() const { return "[" + elements_ + "]"; }

 private:
  std::string elements_;
};

}  // namespace gatesmith

#endif
