#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H
// Wide functions are declared only when this is set before the header.
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#endif
