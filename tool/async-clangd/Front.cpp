// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Front.h.

#include "Front.h"

#include "Conversation.h"
#include "Messages.h"
#include "ProjectReview.h"
#include "Transport.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <thread>
#include <unistd.h>

namespace async_tidy::clangd {
namespace {

/// Lives until the process ends: the reader may be waiting for the editor then.
struct Front {
  Conversation Talk;
  int FromEditor = -1;
  int ToClangd = -1;
  int FromClangd = -1;
  int ToEditor = -1;
  std::thread Writer;
};

Front *TheFront = nullptr;

void read(Front &F) {
  MessageReader Reader(F.FromEditor);
  std::string Text;
  for (;;) {
    switch (Reader.next(Text)) {
    case MessageReader::Kind::Message:
      if (!writeMessage(F.ToClangd, F.Talk.fromEditor(std::move(Text))))
        return;
      break;
    case MessageReader::Kind::Raw:
      if (!writeAll(F.ToClangd, Text))
        return;
      break;
    case MessageReader::Kind::End:
      ::close(F.ToClangd);
      return;
    }
  }
}

/// Tells the person what is wrong with the project's settings.
void writeProblems(Front &F) {
  constexpr int Error = 1;
  for (const std::string &Problem : ProjectReview::instance().takeProblems())
    writeMessage(
        F.ToEditor,
        print(llvm::json::Object{
            {"jsonrpc", "2.0"},
            {"method", "window/showMessage"},
            {"params", llvm::json::Object{
                           {"type", Error},
                           {"message",
                            "async-tidy: " + llvm::json::fixUTF8(Problem)}}}}));
}

void write(Front &F) {
  MessageReader Reader(F.FromClangd);
  std::string Text;
  for (;;) {
    switch (Reader.next(Text)) {
    case MessageReader::Kind::Message:
      writeProblems(F);
      if (!writeMessage(F.ToEditor, F.Talk.fromClangd(std::move(Text))))
        return;
      break;
    case MessageReader::Kind::Raw:
      if (!writeAll(F.ToEditor, Text))
        return;
      break;
    case MessageReader::Kind::End:
      return;
    }
  }
}

/// Runs after clangd's own output stream is flushed: that stream is made
/// later, so it is destroyed earlier.
void deliver() {
  std::fflush(stdout);
  ::dup2(TheFront->ToEditor, STDOUT_FILENO); // closes the pipe's last end
  TheFront->Writer.join();
}

} // namespace

void startFront() {
  int In[2];
  int Out[2];
  if (::pipe2(In, O_CLOEXEC) != 0)
    return;
  if (::pipe2(Out, O_CLOEXEC) != 0) {
    ::close(In[0]);
    ::close(In[1]);
    return;
  }
  TheFront = new Front;
  ProjectReview::instance().setTexts(
      [](const std::string &Path) { return TheFront->Talk.textOf(Path); });
  TheFront->FromEditor = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
  TheFront->ToEditor = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
  TheFront->ToClangd = In[1];
  TheFront->FromClangd = Out[0];
  ::dup2(In[0], STDIN_FILENO);
  ::dup2(Out[1], STDOUT_FILENO);
  ::close(In[0]);
  ::close(Out[1]);
  // Signals are for clangd: they interrupt its own read to end it.
  sigset_t All;
  sigset_t Before;
  sigfillset(&All);
  pthread_sigmask(SIG_SETMASK, &All, &Before);
  std::thread([] { read(*TheFront); }).detach();
  TheFront->Writer = std::thread([] { write(*TheFront); });
  pthread_sigmask(SIG_SETMASK, &Before, nullptr);
  std::atexit(deliver);
}

} // namespace async_tidy::clangd
