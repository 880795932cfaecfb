#pragma once

#include <stddef.h>

// Gives the terminal back whatever ends the program, and tells an event loop of the signals that a terminal sends.
// One terminal per process. Functions marked [signal] may be called from a signal handler and from any thread.

/// What `terminal_guard_take_signals` returns, as bits.
enum {
  TERMINAL_GUARD_RESIZED = 1,
  TERMINAL_GUARD_SUSPEND = 2,
  TERMINAL_GUARD_CONTINUED = 4,
};

/// Remembers the settings of the terminal `input` is, to be put back on `output`, and takes over the signals.
/// Returns a descriptor that becomes readable at `terminal_guard_wake` and at every signal, or -1 with errno.
int terminal_guard_install(int input, int output);

/// Puts the signals back as they were before `terminal_guard_install`.
void terminal_guard_uninstall(void);

/// From now on, whatever ends the program writes `restore` to the terminal and puts its settings back.
/// More than 512 bytes are cut.
void terminal_guard_raise(const char *restore, size_t length);

/// [signal] Gives the terminal back, if it is taken: writes what `terminal_guard_raise` was given.
void terminal_guard_restore(void);

/// The program has given the terminal back itself; nothing is left to do at its end.
void terminal_guard_lower(void);

/// Keeps what is written to standard error, when that is a terminal, until `terminal_guard_release_errors`.
void terminal_guard_hold_errors(void);

/// [signal] Prints what was kept.
void terminal_guard_release_errors(void);

/// [signal] Makes the descriptor readable.
void terminal_guard_wake(void);

/// Empties the descriptor, then returns the signals that came since the last call.
int terminal_guard_take_signals(void);

/// Stops the process as SIGTSTP does by default; returns when it is continued.
void terminal_guard_stop(void);

/// A file in memory that is closed on exec, or -1.
int terminal_guard_memory_file(void);
