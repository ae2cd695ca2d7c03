// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What do the messages of the language server protocol look like?
//
// Small readers of JSON, shared by what looks at messages.

#ifndef ASYNC_TIDY_CLANGD_MESSAGES_H
#define ASYNC_TIDY_CLANGD_MESSAGES_H

#include "OpenFile.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace async_tidy::clangd {

/// The value behind the first key "method", which need not be the message's
/// own: this only tells which messages are worth reading.
std::string likelyMethod(llvm::StringRef Message);

std::string print(const llvm::json::Value &What);

/// Goes down a path of objects; null where one is missing.
const llvm::json::Object *down(const llvm::json::Object *From,
                               std::initializer_list<llvm::StringRef> Keys);

/// Goes down a path of objects and makes those that are missing.
llvm::json::Object &makeDown(llvm::json::Object &From,
                             std::initializer_list<llvm::StringRef> Keys);

/// Removes \p Key. Object::erase() of LLVM 19 must not be used: a copy of the
/// object has what was erased again, as a destroyed value. Invalidates all
/// pointers into \p From.
void drop(llvm::json::Object &From, llvm::StringRef Key);

/// \p Uri without escapes, to compare by: editors and clangd escape different
/// characters of the same name.
std::string decodedUri(llvm::StringRef Uri);

/// The canonical path that the decoded \p Uri names; empty where it names no
/// file.
std::string pathOf(llvm::StringRef Uri);

/// The edits of the code action \p Action if it edits one file, whichever way
/// they are written; else none.
std::vector<TextEdit> editsOf(const llvm::json::Object &Action);

} // namespace async_tidy::clangd

#endif // ASYNC_TIDY_CLANGD_MESSAGES_H
