#define _GNU_SOURCE
#include "build_identity.h"

#include <elf.h>
#include <link.h>
#include <string.h>

struct found {
  const unsigned char *bytes;
  size_t count;
};

// A note is a header, the name and the content, each padded to four bytes.
static void search(const char *notes, size_t size, struct found *found) {
  size_t offset = 0;
  while (offset + sizeof(ElfW(Nhdr)) <= size) {
    const ElfW(Nhdr) *note = (const void *)(notes + offset);
    size_t name = offset + sizeof *note;
    size_t content = name + ((note->n_namesz + 3u) & ~3u);
    if (content + note->n_descsz > size) return;
    if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == 4 && memcmp(notes + name, "GNU", 4) == 0) {
      found->bytes = (const unsigned char *)notes + content;
      found->count = note->n_descsz;
      return;
    }
    offset = content + ((note->n_descsz + 3u) & ~3u);
  }
}

// The first object is the program itself; a result that is not 0 ends the walk.
static int visit(struct dl_phdr_info *object, size_t size, void *data) {
  (void)size;
  struct found *found = data;
  for (int index = 0; index < object->dlpi_phnum && found->count == 0; index++) {
    const ElfW(Phdr) *header = &object->dlpi_phdr[index];
    if (header->p_type == PT_NOTE) search((const char *)object->dlpi_addr + header->p_vaddr, header->p_memsz, found);
  }
  return 1;
}

size_t crossread_build_identity(const unsigned char **bytes) {
  struct found found = {NULL, 0};
  dl_iterate_phdr(visit, &found);
  *bytes = found.bytes;
  return found.count;
}
