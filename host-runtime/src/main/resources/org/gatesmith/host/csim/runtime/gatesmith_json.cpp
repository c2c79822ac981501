#include "gatesmith_json.h"

#include <stdio.h>

namespace gatesmith {

std::string format_list(const char* pattern, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(nullptr, 0, pattern, again);
  va_end(again);
  std::string text(size_t(length) + 1, '\0');
  vsnprintf(&text[0], text.size(), pattern, arguments);
  text.pop_back();
  return text;
}

std::string format(const char* pattern, ...) {
  va_list arguments;
  va_start(arguments, pattern);
  std::string text = format_list(pattern, arguments);
  va_end(arguments);
  return text;
}

std::string quoted(const std::string& text) {
  std::string json = "\"";
  for (unsigned char c : text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += char(c);
    } else if (c == '\n') {
      json += "\\n";
    } else if (c < 0x20) {
      json += format("\\u%04x", c);
    } else {
      json += char(c);
    }
  }
  return json += '"';
}

void JsonList::add(const std::string& json) {
  if (!elements_.empty()) elements_ += ',';
  elements_ += json;
}

}  // namespace gatesmith
