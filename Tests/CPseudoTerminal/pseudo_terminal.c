#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

static volatile sig_atomic_t job;
static volatile sig_atomic_t is_hushed;

static void pass_hang_up(int number) {
  if (job > 0 && !is_hushed) kill(-job, number);
}

static void report(int descriptor, int32_t kind, int32_t value) {
  struct pseudo_terminal_report report = {kind, value};
  if (write(descriptor, &report, sizeof report) != sizeof report) _exit(1);
}

// Between fork and exec in a process that had threads: only what is safe in a signal handler.
_Noreturn static void run_shell(
    const char *path, char *const arguments[], char *const environment[], int reports, int commands) {
  // The threads that tests run on block most signals.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  struct termios settings;
  tcgetattr(0, &settings);
  signal(SIGTTOU, SIG_IGN);
  struct sigaction hang_up = {.sa_handler = pass_hang_up};
  sigaction(SIGHUP, &hang_up, NULL);

  pid_t child = fork();
  if (child == 0) {
    setpgid(0, 0);
    tcsetpgrp(0, getpid());
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    execve(path, arguments, environment);
    _exit(127);
  }
  setpgid(child, child);
  tcsetpgrp(0, child);
  job = child;
  report(reports, PSEUDO_TERMINAL_STARTED, child);
  for (;;) {
    int status;
    if (waitpid(child, &status, WUNTRACED) < 0) {
      if (errno == EINTR) continue;
      _exit(1);
    }
    char command;
    if (WIFSTOPPED(status)) {
      tcsetpgrp(0, getpgrp());
      report(reports, PSEUDO_TERMINAL_STOPPED, WSTOPSIG(status));
      if (read(commands, &command, 1) != 1) _exit(0);
      // What a shell leaves behind after it has shown its prompt.
      tcsetattr(0, TCSANOW, &settings);
      tcsetpgrp(0, child);
      kill(-child, SIGCONT);
      continue;
    }
    job = 0;
    if (WIFEXITED(status)) report(reports, PSEUDO_TERMINAL_EXITED, WEXITSTATUS(status));
    if (WIFSIGNALED(status)) report(reports, PSEUDO_TERMINAL_SIGNALLED, WTERMSIG(status));
    // The terminal stays open until the test has looked at it.
    while (read(commands, &command, 1) < 0 && errno == EINTR) continue;
    _exit(0);
  }
}

int pseudo_terminal_start(
    struct pseudo_terminal *terminal, const char *path, char *const arguments[], char *const environment[], int columns,
    int rows, bool hushed) {
  int reports[2], commands[2];
  if (pipe2(reports, O_CLOEXEC) != 0) return errno;
  if (pipe2(commands, O_CLOEXEC) != 0) return errno;
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  is_hushed = hushed;
  int master, slave;
  if (openpty(&master, &slave, NULL, NULL, &size) != 0) return errno;
  // Once the program runs they may be its own already.
  struct termios settings;
  tcgetattr(slave, &settings);
  pid_t shell = fork();
  if (shell < 0) return errno;
  if (shell == 0) {
    close(master);
    close(reports[0]);
    close(commands[1]);
    login_tty(slave);
    run_shell(path, arguments, environment, reports[1], commands[0]);
  }
  close(slave);
  close(reports[1]);
  close(commands[0]);
  fcntl(master, F_SETFD, FD_CLOEXEC);
  fcntl(master, F_SETFL, O_NONBLOCK);
  *terminal = (struct pseudo_terminal){master, shell, reports[0], commands[1], settings};
  return 0;
}

int pseudo_terminal_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size);
}

int pseudo_terminal_limit_files(pid_t process, uint64_t bytes) {
  struct rlimit limit = {bytes, RLIM_INFINITY};
  return prlimit(process, RLIMIT_FSIZE, &limit, NULL);
}
