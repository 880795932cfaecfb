#ifndef CVTERM_SHIM_H
#define CVTERM_SHIM_H
#include <vterm.h>

// Bit fields and unions of the library, as plain values.

static inline int cvterm_boolean(const VTermValue *value) { return value->boolean; }

static inline int cvterm_number(const VTermValue *value) { return value->number; }

/// Bold 1, underline 2, italic 4, reverse 8.
static inline int cvterm_attributes(const VTermScreenCell *cell) {
  return (cell->attrs.bold ? 1 : 0) | (cell->attrs.underline ? 2 : 0) | (cell->attrs.italic ? 4 : 0) |
         (cell->attrs.reverse ? 8 : 0);
}

/// Whether the cell has a colour of its own, in front or behind.
static inline int cvterm_is_colored(const VTermScreenCell *cell) {
  return !VTERM_COLOR_IS_DEFAULT_FG(&cell->fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell->bg);
}
#endif
