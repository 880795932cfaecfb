#ifndef CGUMBO_SHIM_H
#define CGUMBO_SHIM_H
#include <gumbo.h>
#include <setjmp.h>
#include <stdlib.h>

// Gumbo frees a tree by recursion, which a deep one takes past the end of the stack, and copies what a page leaves open into
// each of its paragraphs, which can make a short page fill the memory. So a tree lies in blocks that are freed together, and
// a parse that asks for more bytes than its budget ends without a result.

struct crossread_block {
  struct crossread_block *next;
  // As aligned as malloc would give it.
  _Alignas(16) char bytes[];
};

struct crossread_tree {
  GumboNode *document;
  struct crossread_block *blocks;
  size_t free, budget;
  jmp_buf exhausted;
};

static void *crossread_tree_allocate(void *context, size_t size) {
  struct crossread_tree *tree = context;
  if (size > tree->budget) longjmp(tree->exhausted, 1);
  tree->budget -= size;
  size = (size + 15) & ~(size_t)15;
  if (size > tree->free) {
    size_t room = size > 1 << 18 ? size : 1 << 18;
    struct crossread_block *block = malloc(sizeof *block + room);
    if (!block) longjmp(tree->exhausted, 1);
    block->next = tree->blocks;
    tree->blocks = block;
    tree->free = room;
  }
  tree->free -= size;
  return tree->blocks->bytes + tree->free;
}

static void crossread_tree_keep(void *context, void *memory) {
  (void)context;
  (void)memory;
}

static inline void crossread_tree_free(struct crossread_tree *tree) {
  while (tree && tree->blocks) {
    struct crossread_block *next = tree->blocks->next;
    free(tree->blocks);
    tree->blocks = next;
  }
  free(tree);
}

// Parses UTF-8, which must outlive the tree; NULL where `budget` bytes do not suffice.
static inline struct crossread_tree *crossread_tree_parse(const void *text, size_t length, size_t budget) {
  struct crossread_tree *tree = calloc(1, sizeof *tree);
  if (!tree) return NULL;
  tree->budget = budget;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = crossread_tree_allocate;
  options.deallocator = crossread_tree_keep;
  options.userdata = tree;
  options.max_errors = 0;
  if (setjmp(tree->exhausted) == 0) {
    tree->document = gumbo_parse_with_options(&options, text, length)->document;
    return tree;
  }
  crossread_tree_free(tree);
  return NULL;
}

static inline const GumboNode *crossread_tree_root(const struct crossread_tree *tree) { return tree->document; }

// What Swift would copy a whole union for.

static inline const char *crossread_node_text(const GumboNode *node) { return node->v.text.text; }

static inline const GumboVector *crossread_node_children(const GumboNode *node) {
  return node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children : &node->v.element.children;
}

// The child at an index; NULL past the last, and in what has none.
static inline const GumboNode *crossread_node_child(const GumboNode *node, unsigned int index) {
  if (node->type != GUMBO_NODE_DOCUMENT && node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) return NULL;
  const GumboVector *children = crossread_node_children(node);
  return index < children->length ? children->data[index] : NULL;
}

// The last child that is an element, but for the empty body of a page that ends in its head; NULL in what has none.
static inline const GumboNode *crossread_node_last_element(const GumboNode *node) {
  if (node->type != GUMBO_NODE_DOCUMENT && node->type != GUMBO_NODE_ELEMENT) return NULL;
  const GumboVector *children = crossread_node_children(node);
  for (unsigned int index = children->length; index > 0; index--) {
    const GumboNode *child = children->data[index - 1];
    if (child->type != GUMBO_NODE_ELEMENT) continue;
    if (child->v.element.children.length > 0 || !(child->parse_flags & GUMBO_INSERTION_BY_PARSER)) return child;
  }
  return NULL;
}

static inline GumboTag crossread_element_tag(const GumboNode *node) { return node->v.element.tag; }

// The value of an attribute; NULL where the element has it not.
static inline const char *crossread_element_attribute(const GumboNode *node, const char *name) {
  const GumboAttribute *attribute = gumbo_get_attribute(&node->v.element.attributes, name);
  return attribute ? attribute->value : NULL;
}
#endif
