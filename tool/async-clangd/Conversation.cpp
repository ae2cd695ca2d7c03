// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Conversation.h. A message that cannot be read is passed on unchanged: it
// is clangd that complains about it.

#include "Conversation.h"

#include "Messages.h"
#include "Pages.h"
#include "ProjectReview.h"
#include "llvm/ADT/STLExtras.h"

#include <utility>

using llvm::StringRef;
namespace json = llvm::json;

namespace async_tidy::clangd {
namespace {

bool isOurs(const json::Object &Diagnostic) {
  return Diagnostic.getString("code").value_or("").starts_with("async-");
}

/// LSP's number for it: an editor shows it where the code is, and nowhere else.
constexpr int Hint = 4;

bool isUnsafe(const json::Object &Action) {
  return Action.getString("title").value_or("").starts_with("unsafe fix: ");
}

/// A safe fix is what a person wants. Emacs takes a false for a true, so an
/// unsafe one has no mark at all.
void markPreferred(json::Object &Action) {
  if (isUnsafe(Action))
    drop(Action, "isPreferred");
  else
    Action["isPreferred"] = true;
}

} // namespace

Conversation::Conversation() : Pages(pagesDirectory()) {}

std::string Conversation::fromEditor(std::string Message) {
  const std::string Likely = likelyMethod(Message);
  if (Likely == "textDocument/didOpen" || Likely == "textDocument/didSave")
    ProjectReview::instance().filesMoved();
  if (Likely != "initialize" && Likely != "textDocument/didOpen" &&
      Likely != "textDocument/didChange" && Likely != "textDocument/didClose" &&
      Likely != "textDocument/codeAction")
    return Message;
  auto Parsed = json::parse(Message);
  json::Object *Object = Parsed ? Parsed->getAsObject() : nullptr;
  if (!Object) {
    llvm::consumeError(Parsed.takeError());
    return Message;
  }
  const StringRef Method = Object->getString("method").value_or("");
  const std::lock_guard<std::mutex> Lock(Mutex);
  if (Method == "initialize")
    return initialize(*Object) ? print(*Parsed) : Message;
  if (Method == "textDocument/codeAction")
    expectActions(*Object);
  else if (const json::Object *Params = Object->getObject("params"))
    follow(Method, *Params);
  return Message;
}

std::string Conversation::fromClangd(std::string Message) {
  const std::string Likely = likelyMethod(Message);
  const std::lock_guard<std::mutex> Lock(Mutex);
  const bool IsReport = Likely == "textDocument/publishDiagnostics";
  const bool IsAwaited = !InitializeId.empty() || !Awaited.empty();
  if (!IsReport && !(Likely.empty() && IsAwaited))
    return Message;
  auto Parsed = json::parse(Message);
  json::Object *Object = Parsed ? Parsed->getAsObject() : nullptr;
  if (!Object) {
    llvm::consumeError(Parsed.takeError());
    return Message;
  }
  const bool Changed =
      IsReport ? publish(*Object) : initialized(*Object) || answer(*Object);
  return Changed ? print(*Parsed) : Message;
}

std::optional<std::string> Conversation::textOf(StringRef Path) {
  const std::lock_guard<std::mutex> Lock(Mutex);
  for (const auto &Each : Files)
    if (Each.second.Path == Path)
      return Each.second.text();
  return std::nullopt;
}

bool Conversation::initialize(json::Object &Message) {
  if (const json::Value *Id = Message.get("id"))
    InitializeId = print(*Id);
  json::Object &Report = makeDown(makeDown(Message, {"params", "capabilities"}),
                                  {"textDocument", "publishDiagnostics"});
  WantsInlineActions = Report.getBoolean("codeActionsInline").value_or(false);
  Report["codeActionsInline"] = true;
  const json::Object *Can = down(&Message, {"params", "capabilities"});
  Style.HasLiterals =
      down(Can, {"textDocument", "codeAction", "codeActionLiteralSupport"});
  const json::Object *Edits = down(Can, {"workspace", "workspaceEdit"});
  Style.HasDocumentChanges =
      Edits && Edits->getBoolean("documentChanges").value_or(false);
  return true;
}

bool Conversation::initialized(json::Object &Message) {
  const json::Value *Id = Message.get("id");
  if (InitializeId.empty() || !Id || print(*Id) != InitializeId)
    return false;
  InitializeId.clear();
  json::Object *Result = Message.getObject("result");
  json::Object *Can = Result ? Result->getObject("capabilities") : nullptr;
  if (!Can)
    return false;
  const StringRef Name =
      Can->getString("positionEncoding")
          .value_or(Result->getString("offsetEncoding").value_or("utf-16"));
  Count = Name == "utf-8"    ? Encoding::UTF8
          : Name == "utf-32" ? Encoding::UTF32
                             : Encoding::UTF16;
  if (json::Object *Actions = Can->getObject("codeActionProvider"))
    if (json::Array *Kinds = Actions->getArray("codeActionKinds"))
      Kinds->push_back("source.fixAll.async-tidy");
  return true;
}

void Conversation::follow(StringRef Method, const json::Object &Params) {
  const json::Object *Name = Params.getObject("textDocument");
  if (!Name)
    return;
  const std::string Key = decodedUri(Name->getString("uri").value_or(""));
  if (Method.ends_with("didClose")) {
    Files.erase(Key);
    return;
  }
  const std::optional<std::int64_t> Version = Name->getInteger("version");
  if (Method.ends_with("didOpen")) {
    Files[Key] = OpenFile(pathOf(Key),
                          Name->getString("text").value_or("").str(), Version);
    return;
  }
  const json::Array *Changes = Params.getArray("contentChanges");
  const auto Found = Files.find(Key);
  if (!Changes || Found == Files.end())
    return;
  Found->second.change(*Changes, Count);
  Found->second.Version = Version;
}

void Conversation::expectActions(const json::Object &Message) {
  const json::Value *Id = Message.get("id");
  const json::Object *Params = Message.getObject("params");
  const json::Object *Name = down(Params, {"textDocument"});
  if (!Id || !Name)
    return;
  ActionRequest Request;
  Request.Uri = Name->getString("uri").value_or("").str();
  Request.At = readRange(Params->getObject("range"));
  if (const json::Object *Context = Params->getObject("context"))
    if (const json::Array *Only = Context->getArray("only"))
      for (const json::Value &Kind : *Only)
        Request.Only.push_back(Kind.getAsString().value_or("").str());
  Awaited[print(*Id)] = std::move(Request);
}

void Conversation::improve(json::Object &Diagnostic) const {
  Diagnostic["source"] = "async-tidy";
  const StringRef Check = Diagnostic.getString("code").value_or("");
  const std::string Page = pageOf(Check, Pages);
  if (Page.empty())
    drop(Diagnostic, "codeDescription");
  else
    Diagnostic["codeDescription"] = json::Object{{"href", Page}};
  if (json::Array *Actions = Diagnostic.getArray("codeActions"))
    for (json::Value &Each : *Actions)
      if (json::Object *Action = Each.getAsObject())
        markPreferred(*Action);
}

bool Conversation::publish(json::Object &Message) {
  json::Object *Params = Message.getObject("params");
  json::Array *All = Params ? Params->getArray("diagnostics") : nullptr;
  if (!All)
    return false;
  std::vector<std::pair<Finding, json::Object *>> Found;
  for (json::Value &Each : *All) {
    json::Object *D = Each.getAsObject();
    if (!D)
      continue;
    if (isOurs(*D))
      improve(*D);
    json::Value Actions = json::Array();
    if (const json::Value *Inline = D->get("codeActions"))
      Actions = *Inline;
    if (!WantsInlineActions)
      drop(*D, "codeActions");
    if (!isOurs(*D))
      continue;
    Finding F;
    F.Check = D->getString("code")->str();
    F.At = readRange(D->getObject("range"));
    F.Diagnostic = json::Value(json::Object(*D));
    if (json::Object *Bare = F.Diagnostic.getAsObject())
      drop(*Bare, "codeActions");
    for (const json::Value &Action : *Actions.getAsArray())
      if (const json::Object *A = Action.getAsObject();
          A && !isUnsafe(*A) && F.Fix.empty())
        F.Fix = editsOf(*A);
    Found.push_back({std::move(F), D});
  }
  const auto File =
      Files.find(decodedUri(Params->getString("uri").value_or("")));
  if (File != Files.end()) {
    llvm::stable_sort(Found, [](const auto &A, const auto &B) {
      return A.first.At.Begin < B.first.At.Begin;
    });
    std::vector<Finding> Findings;
    for (auto &[F, D] : Found)
      Findings.push_back(std::move(F));
    ProjectReview::instance().judge(File->second.Path, Findings, Count);
    for (std::size_t I = 0; I < Findings.size(); ++I)
      if (Findings[I].Weight == Standing::Existing)
        for (json::Object *D :
             {Findings[I].Diagnostic.getAsObject(), Found[I].second})
          (*D)["severity"] = Hint;
    File->second.Findings = std::move(Findings);
    File->second.Found = Params->getInteger("version");
  }
  return true;
}

bool Conversation::answer(json::Object &Message) {
  const json::Value *Id = Message.get("id");
  const auto Found = Id ? Awaited.find(print(*Id)) : Awaited.end();
  if (Found == Awaited.end())
    return false;
  const ActionRequest Request = std::move(Found->second);
  Awaited.erase(Found);
  json::Array *Actions = Message.getArray("result");
  if (!Actions)
    return false;
  for (json::Value &Each : *Actions) {
    json::Object *Action = Each.getAsObject();
    json::Array *For = Action ? Action->getArray("diagnostics") : nullptr;
    if (!For || For->empty() || !For->front().getAsObject() ||
        !isOurs(*For->front().getAsObject()))
      continue;
    for (json::Value &D : *For)
      improve(*D.getAsObject());
    markPreferred(*Action);
  }
  if (const auto File = Files.find(decodedUri(Request.Uri));
      File != Files.end())
    addActions(Request, File->second, Style, *Actions);
  return true;
}

} // namespace async_tidy::clangd
