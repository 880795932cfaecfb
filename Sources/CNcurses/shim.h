#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H
// Wide functions are declared only when this is set before the header.
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <term.h>
#include <wchar.h>

// term.h names capabilities by common words.
#undef columns
#undef lines

extern int wcwidth(wchar_t character);

// What Swift does not import: macros with casts, variadic functions, mutable globals.
static const attr_t CNCURSES_BOLD = A_BOLD;
static const attr_t CNCURSES_DIM = A_DIM;
static const attr_t CNCURSES_UNDERLINE = A_UNDERLINE;
static const attr_t CNCURSES_REVERSE = A_REVERSE;
static const attr_t CNCURSES_ITALIC = A_ITALIC;

/// Takes the terminal that `descriptor` is; null where its type is not known.
static inline SCREEN *cncurses_open(int descriptor) {
  FILE *file = fdopen(descriptor, "w");
  return file == NULL ? NULL : newterm(NULL, file, stdin);
}

/// The screen as it is to be: what is written to it needs no copying from a window over it.
static inline WINDOW *cncurses_window(void) { return newscr; }

/// Colours of the terminal, as `start_color` found them.
static inline int cncurses_colors(void) { return COLORS; }

/// Whether a colour's number is its red, green and blue, eight bits each.
static inline bool cncurses_has_direct_colors(void) { return tigetflag("RGB") > 0 && COLORS >= 1 << 24; }

/// Cells that the C library, and so ncurses, gives a character.
static inline int cncurses_width(wchar_t character) { return wcwidth(character); }

/// A blank cell that looks so.
static inline cchar_t cncurses_blank(attr_t attributes, int pair) {
  cchar_t cell;
  setcchar(&cell, L" ", attributes, 0, &pair);
  return cell;
}

/// Whether the locale writes UTF-8.
static inline bool cncurses_is_utf8(void) {
  const char *name = nl_langinfo(CODESET);
  return (name[0] | 32) == 'u' && (name[1] | 32) == 't' && (name[2] | 32) == 'f' && name[3] == '-' && name[4] == '8';
}

/// The size that the kernel knows of a terminal; false where it knows none.
static inline bool cncurses_window_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}

/// A string capability, or null where the terminal lacks it.
static inline const char *cncurses_string(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}
#endif
