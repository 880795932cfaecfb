#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

/// A program on a pseudo-terminal of its own, with a small shell between: job control needs one.
struct pseudo_terminal {
  /// The terminal's side: what the program writes is read here, and keys are written here.
  int master;
  /// The shell, which leads the session.
  pid_t shell;
  /// `struct pseudo_terminal_report`s come here.
  int reports;
  /// A byte written here continues the program in the foreground, as `fg` does; closing it ends the shell.
  int commands;
  /// As they were before the program started.
  struct termios settings;
};

enum {
  PSEUDO_TERMINAL_STARTED,   // value is the process
  PSEUDO_TERMINAL_STOPPED,   // value is the signal
  PSEUDO_TERMINAL_EXITED,    // value is the code
  PSEUDO_TERMINAL_SIGNALLED, // value is the signal
};

struct pseudo_terminal_report {
  int32_t kind;
  int32_t value;
};

/// Starts `path`; returns 0, or an errno. With `hushed`, a hang-up of the terminal is not passed on as SIGHUP.
int pseudo_terminal_start(
    struct pseudo_terminal *terminal, const char *path, char *const arguments[], char *const environment[], int columns,
    int rows, bool hushed);

/// Gives the terminal a new size, which signals the program.
int pseudo_terminal_resize(int master, int columns, int rows);

/// Lets no file of a process grow beyond a size, as on a full disk; returns 0, or -1 with errno.
int pseudo_terminal_limit_files(pid_t process, uint64_t bytes);
