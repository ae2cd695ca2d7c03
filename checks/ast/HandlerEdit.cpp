// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How is a handler put in front of another one?
//
//   } catch (...) {      →      } catch (const lib::cancelled &) {
//                                 throw;
//                               } catch (...) {
//
// The new handler is laid out like the one it is put in front of: braces on
// their own line or not, the same indentation and line ends.

#include "AsyncHandler.h"
#include "Edits.h"
#include "NameInScope.h"
#include "SourceText.h"

using namespace clang;
using llvm::StringRef;

namespace async_tidy {
namespace {

StringRef indentationAt(StringRef Buffer, size_t Offset) {
  const size_t Break = Buffer.rfind('\n', Offset == 0 ? 0 : Offset - 1);
  const size_t Begin = Break == StringRef::npos ? 0 : Break + 1;
  return Buffer.substr(Begin).take_while(
      [](char C) { return C == ' ' || C == '\t'; });
}

/// Whether only blanks stand between the line's begin and \p Offset.
bool startsLine(StringRef Buffer, size_t Offset) {
  const StringRef Before = Buffer.take_front(Offset);
  return Before.drop_front(Before.rfind('\n') + 1).trim(" \t").empty();
}

} // namespace

Hints rethrowCancellation(const AsyncHandler &Handler, ASTContext &Context) {
  const SourceText Source(Context);
  const Stmt &Block = *Handler.Catch->getHandlerBlock();
  const auto Catch =
      Source.span({Handler.Catch->getCatchLoc(), Handler.Catch->getCatchLoc()});
  const auto Brace = Source.span({Block.getBeginLoc(), Block.getBeginLoc()});
  const auto Guarded =
      Source.span(Handler.Try->getTryBlock()->getSourceRange());
  if (!Catch || !Brace || !Guarded || Catch->File != Brace->File ||
      Catch->File != Guarded->File || Handler.Cancelled.empty())
    return {};

  const std::string Cancelled =
      nameInScope(Handler.Cancelled, *Handler.Try, Context);
  const StringRef Buffer = Source.buffer(Catch->File);
  const StringRef Break =
      Buffer.slice(Guarded->Begin, Catch->Begin).contains("\r\n") ? "\r\n"
                                                                  : "\n";
  const StringRef Outer = indentationAt(Buffer, Catch->Begin);
  // One level deeper: as deep as the first statement that is guarded.
  std::string Inner = (Outer + "  ").str();
  const auto *First = Handler.Try->getTryBlock()->body_begin();
  if (First != Handler.Try->getTryBlock()->body_end())
    if (const auto S = Source.span((*First)->getSourceRange());
        S && S->File == Catch->File && startsLine(Buffer, S->Begin))
      if (const StringRef Found = indentationAt(Buffer, S->Begin);
          Found.size() > Outer.size() && Found.starts_with(Outer))
        Inner = Found.str();

  const auto Body = Source.span(Block.getSourceRange());
  if (Body && !Buffer.slice(Catch->Begin, Body->End).contains('\n'))
    return {Source.replace(Catch->File, Catch->Begin, Catch->Begin,
                           "catch (const " + Cancelled + " &) { throw; } ")};
  const bool OwnLine = startsLine(Buffer, Catch->Begin);
  const bool BraceOnOwnLine = startsLine(Buffer, Brace->Begin);
  const std::string Open =
      BraceOnOwnLine ? (Break + Outer + "{").str() : std::string(" {");
  const std::string Behind = OwnLine ? (Break + Outer).str() : std::string(" ");
  return {Source.replace(Catch->File, Catch->Begin, Catch->Begin,
                         ("catch (const " + Cancelled + " &)" + Open + Break +
                          Inner + "throw;" + Break + Outer + "}" + Behind)
                             .str())};
}

} // namespace async_tidy
