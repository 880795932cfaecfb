#define _GNU_SOURCE
#include "CPages.h"

#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

void crossread_release_pages(const void *start, size_t length) {
  // Pages at the edges may hold something else, which may have been written to.
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t first = ((uintptr_t)start + page - 1) / page * page;
  uintptr_t end = ((uintptr_t)start + length) / page * page;
  if (first < end) madvise((void *)first, end - first, MADV_DONTNEED);
}

void crossread_expect_memory(size_t length) {
  if (length > INT32_MAX || mallopt(M_TOP_PAD, (int)length) == 0) return;
  const uintptr_t large = 2 << 20;
  uintptr_t start = ((uintptr_t)sbrk(0) + large - 1) / large * large;
  // More than what is left at the end of the heap, so that it grows.
  void *volatile first = malloc(100 << 10);
  void *volatile second = malloc(100 << 10);
  free(second);
  free(first);
  uintptr_t end = (uintptr_t)sbrk(0);
  if (start < end) madvise((void *)start, end - start, MADV_HUGEPAGE);
}

static int release_segments(struct dl_phdr_info *info, size_t size, void *unused) {
  (void)size;
  (void)unused;
  for (int index = 0; index < info->dlpi_phnum; index++) {
    const ElfW(Phdr) *segment = &info->dlpi_phdr[index];
    // What cannot be written to is as it is in the file.
    if (segment->p_type == PT_LOAD && (segment->p_flags & PF_W) == 0) {
      crossread_release_pages((const void *)(info->dlpi_addr + segment->p_vaddr), segment->p_memsz);
    }
  }
  // The program comes first; libraries are shared with others anyway.
  return 1;
}

void crossread_release_program(void) {
  dl_iterate_phdr(release_segments, NULL);
  malloc_trim(0);
}
