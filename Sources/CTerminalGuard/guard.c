#define _GNU_SOURCE
#include "CTerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

// Signals that end the program, if nobody takes them: all but KILL, which cannot be caught. A Swift trap raises ILL or TRAP.
static const int fatal_signals[] = {SIGTERM,   SIGHUP,  SIGINT,    SIGQUIT, SIGSEGV, SIGABRT, SIGBUS,
                                    SIGFPE,    SIGILL,  SIGTRAP,   SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2,
                                    SIGVTALRM, SIGPROF, SIGXCPU,   SIGXFSZ, SIGSYS,  SIGIO};
static const int loop_signals[] = {SIGWINCH, SIGTSTP, SIGCONT};
enum { FATAL_COUNT = sizeof fatal_signals / sizeof *fatal_signals };
enum { LOOP_COUNT = sizeof loop_signals / sizeof *loop_signals };

static struct sigaction old_fatal[FATAL_COUNT];
static struct sigaction old_loop[LOOP_COUNT];

static int input_descriptor = -1;
static int output_descriptor = -1;
static struct termios settings;

static char restore_text[512];
static size_t restore_length;
static atomic_int is_raised;

static atomic_int pending;
static int wake_read = -1;
static int wake_write = -1;

static atomic_int error_file = -1;
static int error_terminal = -1;

// A stack overflow leaves no room to run a handler on the stack that overflowed.
static char alternate_stack[64 * 1024];

static void write_all(int descriptor, const char *text, size_t length) {
  while (length > 0) {
    ssize_t count = write(descriptor, text, length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    text += count;
    length -= (size_t)count;
  }
}

void terminal_guard_restore(void) {
  if (!atomic_exchange(&is_raised, 0)) return;
  // From the background, changing the settings would stop the process instead.
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &blocked, &before);
  write_all(output_descriptor, restore_text, restore_length);
  while (tcsetattr(input_descriptor, TCSANOW, &settings) != 0 && errno == EINTR) continue;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void terminal_guard_release_errors(void) {
  int file = atomic_exchange(&error_file, -1);
  if (file < 0) return;
  dup2(error_terminal, STDERR_FILENO);
  close(error_terminal);
  char text[1024];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(file, text, sizeof text, offset)) > 0) {
    write_all(STDERR_FILENO, text, (size_t)count);
    offset += count;
  }
  close(file);
}

static void end_by_signal(int number) {
  int error = errno;
  terminal_guard_restore();
  terminal_guard_release_errors();
  // SA_RESETHAND has put the default action back; it follows when this handler returns.
  raise(number);
  errno = error;
}

static void note_signal(int number) {
  int error = errno;
  atomic_fetch_or(
      &pending, number == SIGWINCH  ? TERMINAL_GUARD_RESIZED
                : number == SIGTSTP ? TERMINAL_GUARD_SUSPEND
                                    : TERMINAL_GUARD_CONTINUED);
  terminal_guard_wake();
  errno = error;
}

static void give_back_at_exit(void) {
  terminal_guard_restore();
  terminal_guard_release_errors();
}

int terminal_guard_install(int input, int output) {
  if (tcgetattr(input, &settings) != 0) return -1;
  input_descriptor = input;
  output_descriptor = output;
  if (wake_read < 0) {
    int ends[2];
    if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
    wake_read = ends[0];
    wake_write = ends[1];
    atexit(give_back_at_exit);
  }
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&stack, NULL);

  struct sigaction fatal = {.sa_handler = end_by_signal, .sa_flags = SA_ONSTACK | SA_RESETHAND};
  sigfillset(&fatal.sa_mask);
  for (int index = 0; index < FATAL_COUNT; index++) {
    sigaction(fatal_signals[index], NULL, &old_fatal[index]);
    // nohup and its like.
    if (old_fatal[index].sa_handler != SIG_IGN) sigaction(fatal_signals[index], &fatal, NULL);
  }
  struct sigaction noted = {.sa_handler = note_signal, .sa_flags = SA_ONSTACK | SA_RESTART};
  sigemptyset(&noted.sa_mask);
  for (int index = 0; index < LOOP_COUNT; index++) {
    sigaction(loop_signals[index], NULL, &old_loop[index]);
    // A shell without job control has SIGTSTP ignored, and nobody to continue the program.
    if (old_loop[index].sa_handler != SIG_IGN) sigaction(loop_signals[index], &noted, NULL);
  }
  return wake_read;
}

void terminal_guard_uninstall(void) {
  for (int index = 0; index < FATAL_COUNT; index++) sigaction(fatal_signals[index], &old_fatal[index], NULL);
  for (int index = 0; index < LOOP_COUNT; index++) sigaction(loop_signals[index], &old_loop[index], NULL);
}

void terminal_guard_raise(const char *restore, size_t length) {
  atomic_store(&is_raised, 0);
  restore_length = length < sizeof restore_text ? length : sizeof restore_text;
  memcpy(restore_text, restore, restore_length);
  atomic_store(&is_raised, 1);
}

void terminal_guard_lower(void) { atomic_store(&is_raised, 0); }

void terminal_guard_hold_errors(void) {
  if (atomic_load(&error_file) >= 0 || !isatty(STDERR_FILENO)) return;
  int file = terminal_guard_memory_file();
  if (file < 0) return;
  error_terminal = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (error_terminal < 0 || dup2(file, STDERR_FILENO) < 0) {
    close(file);
    return;
  }
  // Otherwise the writer's offset and the reader's would be the same, and lines of two writers overwrite each other.
  fcntl(file, F_SETFL, O_APPEND);
  atomic_store(&error_file, file);
}

void terminal_guard_wake(void) {
  // A full pipe wakes as well.
  if (wake_write >= 0 && write(wake_write, "", 1) < 0) return;
}

int terminal_guard_take_signals(void) {
  char bytes[256];
  while (read(wake_read, bytes, sizeof bytes) > 0) continue;
  return atomic_exchange(&pending, 0);
}

void terminal_guard_stop(void) {
  struct sigaction stop = {.sa_handler = SIG_DFL}, before;
  sigaction(SIGTSTP, &stop, &before);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &before, NULL);
}

int terminal_guard_memory_file(void) { return memfd_create("terminal", MFD_CLOEXEC); }
