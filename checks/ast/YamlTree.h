// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does a YAML file say, and on which line?
//
//   bytes ──llvm::yaml──> YamlNode tree ──> LibraryReader
//
// The rows need a small part of YAML: maps, lists and words. Everything else
// (anchors, tags, several documents, keys that are no words, duplicate keys)
// is refused here, so that the reader sees only what it can judge.
// llvm::yaml hands out each node once, while it parses; a tree can be asked in
// any order and remembers where every node stands.
//
// Ring 2: LLVM support library only.

#ifndef ASYNC_TIDY_AST_YAMLTREE_H
#define ASYNC_TIDY_AST_YAMLTREE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/MemoryBufferRef.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace async_tidy {

/// One node of a YAML document.
struct YamlNode {
  enum class Kind : std::uint8_t { Null, Scalar, List, Map };

  struct Entry;

  Kind Is = Kind::Null;
  unsigned Line = 1;   ///< counted from 1
  unsigned Column = 1; ///< in bytes, counted from 1
  std::string Text;    ///< of a scalar; line breaks are folded to spaces
  std::vector<YamlNode> Items; ///< of a list
  std::vector<Entry> Entries;  ///< of a map, in order

  /// The value of \p Key, or nullptr.
  const YamlNode *find(llvm::StringRef Key) const;
  /// "a map", "a list", "a word" or "nothing", for messages.
  llvm::StringRef kindName() const;
};

struct YamlNode::Entry {
  std::string Key;
  unsigned Line = 1;
  unsigned Column = 1;
  YamlNode Value;
};

/// The errors of one file, in order of discovery.
class YamlErrors {
public:
  explicit YamlErrors(llvm::StringRef File) : File(File) {}

  /// Adds `file:line:column: error: message`.
  void add(unsigned Line, unsigned Column, const llvm::Twine &Message);
  bool any() const { return Count != 0; }
  /// All messages, one per line, without a newline at the end.
  llvm::StringRef text() const { return Text; }

private:
  static constexpr unsigned Limit = 20;
  std::string File;
  std::string Text;
  unsigned Count = 0;
};

/// The only document of \p Yaml. Whatever is wrong is added to \p Errors; the
/// tree is then incomplete and must not be judged.
YamlNode readYamlTree(llvm::MemoryBufferRef Yaml, YamlErrors &Errors);

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_YAMLTREE_H
