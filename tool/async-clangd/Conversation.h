// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What do editor and clangd say to each other that concerns us?
//
//   initialize          clangd is asked to send its fixes with the findings
//   didOpen/Change/Close  the text is followed (OpenFile.h)
//   publishDiagnostics  findings are remembered; ours link to their check's
//                       page and are called async-tidy; those in existing code
//                       become hints (ProjectReview.h)
//   codeAction          clangd's quick fixes are told safe from unsafe, and
//                       actions of ours are added (Actions.h)
//
// Every other message passes unread: a search for its method is all it costs.

#ifndef ASYNC_TIDY_CLANGD_CONVERSATION_H
#define ASYNC_TIDY_CLANGD_CONVERSATION_H

#include "Actions.h"
#include "OpenFile.h"

#include "llvm/ADT/StringMap.h"

#include <mutex>
#include <string>

namespace async_tidy::clangd {

/// One editor's session. The first two functions are called by one thread each,
/// the last by any.
class Conversation {
public:
  Conversation();

  /// \p Message as clangd shall see it.
  std::string fromEditor(std::string Message);
  /// \p Message as the editor shall see it.
  std::string fromClangd(std::string Message);
  /// What the editor shows of the file at \p Path, which is canonical.
  std::optional<std::string> textOf(llvm::StringRef Path);

private:
  bool initialize(llvm::json::Object &Message);
  void follow(llvm::StringRef Method, const llvm::json::Object &Params);
  void expectActions(const llvm::json::Object &Message);
  bool initialized(llvm::json::Object &Message);
  bool publish(llvm::json::Object &Message);
  bool answer(llvm::json::Object &Message);
  void improve(llvm::json::Object &Diagnostic) const;

  std::mutex Mutex; ///< guards all below
  std::string Pages;
  Encoding Count = Encoding::UTF16;
  ActionStyle Style;
  bool WantsInlineActions = false;
  std::string InitializeId; ///< of the request that is not answered yet
  llvm::StringMap<ActionRequest> Awaited; ///< by the request's id
  llvm::StringMap<OpenFile> Files;        ///< by decoded URI
};

} // namespace async_tidy::clangd

#endif // ASYNC_TIDY_CLANGD_CONVERSATION_H
