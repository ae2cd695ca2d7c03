// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Messages.h.

#include "Messages.h"

#include "analysis/Findings.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <utility>

using llvm::StringRef;
namespace json = llvm::json;

namespace async_tidy::clangd {

std::string likelyMethod(StringRef Message) {
  const StringRef Key = "\"method\"";
  const std::size_t At = Message.find(Key);
  if (At == StringRef::npos)
    return {};
  StringRef Rest = Message.drop_front(At + Key.size()).ltrim(" \t\r\n:");
  if (!Rest.consume_front("\""))
    return {};
  std::string Method = Rest.take_until([](char C) { return C == '"'; }).str();
  Method.erase(std::remove(Method.begin(), Method.end(), '\\'),
               Method.end()); // Neovim writes textDocument\/didOpen
  return Method;
}

std::string print(const json::Value &What) {
  std::string Text;
  llvm::raw_string_ostream(Text) << What;
  return Text;
}

const json::Object *down(const json::Object *From,
                         std::initializer_list<StringRef> Keys) {
  for (StringRef Key : Keys)
    From = From ? From->getObject(Key) : nullptr;
  return From;
}

json::Object &makeDown(json::Object &From,
                       std::initializer_list<StringRef> Keys) {
  json::Object *At = &From;
  for (StringRef Key : Keys) {
    if (!At->getObject(Key))
      (*At)[Key] = json::Object();
    At = At->getObject(Key);
  }
  return *At;
}

void drop(json::Object &From, StringRef Key) {
  if (!From.get(Key))
    return;
  json::Object Rest;
  for (auto &[Each, Value] : From)
    if (StringRef(Each) != Key)
      Rest.try_emplace(Each, std::move(Value));
  From = std::move(Rest);
}

std::string decodedUri(StringRef Uri) {
  std::string Out;
  for (; !Uri.empty(); Uri = Uri.drop_front()) {
    unsigned char Byte = 0;
    if (Uri.front() == '%' && Uri.size() > 2 &&
        !Uri.substr(1, 2).getAsInteger(16, Byte)) {
      Out += static_cast<char>(Byte);
      Uri = Uri.drop_front(2);
    } else {
      Out += Uri.front();
    }
  }
  return Out;
}

std::string pathOf(StringRef Uri) {
  if (!Uri.consume_front("file://"))
    return {};
  return tool::canonicalPath(
      Uri.drop_while([](char C) { return C != '/'; }).str());
}

std::vector<TextEdit> editsOf(const json::Object &Action) {
  const json::Array *List = nullptr;
  const json::Object *Edit = Action.getObject("edit");
  if (const json::Array *Files =
          Edit ? Edit->getArray("documentChanges") : nullptr;
      Files && Files->size() == 1 && Files->front().getAsObject())
    List = Files->front().getAsObject()->getArray("edits");
  else if (const json::Object *Files = down(Edit, {"changes"});
           Files && Files->size() == 1)
    List = Files->begin()->second.getAsArray();
  std::vector<TextEdit> Out;
  if (List)
    for (const json::Value &Each : *List)
      if (const json::Object *E = Each.getAsObject())
        Out.push_back({readRange(E->getObject("range")),
                       E->getString("newText").value_or("").str()});
  return Out;
}

} // namespace async_tidy::clangd
