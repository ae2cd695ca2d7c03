// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How do bytes become a tree that can be trusted?
//
// llvm::yaml is lenient in places. The bytes are therefore checked first
// (encoding, tabs), then parsed, then copied into YamlNodes. A file comes from
// a user: no input may crash the process.

#include "YamlTree.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

#include <optional>

namespace async_tidy {

using llvm::StringRef;

const YamlNode *YamlNode::find(StringRef Key) const {
  for (const Entry &E : Entries)
    if (E.Key == Key)
      return &E.Value;
  return nullptr;
}

StringRef YamlNode::kindName() const {
  switch (Is) {
  case Kind::Null:
    return "nothing";
  case Kind::Scalar:
    return "a word";
  case Kind::List:
    return "a list";
  case Kind::Map:
    return "a map";
  }
  return "";
}

void YamlErrors::add(unsigned Line, unsigned Column,
                     const llvm::Twine &Message) {
  if (++Count > Limit) {
    if (Count == Limit + 1)
      Text += "\n" + File + ": error: further errors are not shown";
    return;
  }
  if (!Text.empty())
    Text += '\n';
  Text += (File + ":" + llvm::Twine(Line) + ":" + llvm::Twine(Column) +
           ": error: " + Message)
              .str();
}

namespace {

/// The tree is built by recursion; rows need six levels.
constexpr unsigned MaxDepth = 32;
constexpr std::size_t MaxBytes = 4 << 20;

/// What llvm::yaml would accept in its own way, or not survive. Column is in
/// bytes, as in the rest of the reader.
bool checkBytes(StringRef Bytes, YamlErrors &Errors) {
  if (Bytes.size() > MaxBytes) {
    Errors.add(1, 1, "the file is larger than 4 MiB");
    return false;
  }
  if (Bytes.trim(" \t\r\n").empty()) {
    Errors.add(1, 1,
               "the file is empty; a library file starts with 'library:' or "
               "'extends:'");
    return false;
  }
  if (Bytes.size() >= 2 && (Bytes.take_front(2) == "\xFF\xFE" ||
                            Bytes.take_front(2) == "\xFE\xFF")) {
    Errors.add(1, 1, "the file is UTF-16; save it as UTF-8");
    return false;
  }

  unsigned LineNumber = 0;
  for (StringRef Rest = Bytes; !Rest.empty();) {
    auto [Line, Tail] = Rest.split('\n');
    Rest = Tail;
    ++LineNumber;
    const StringRef Indent = Line.take_while(
        [](char C) { return C == ' ' || C == '\t' || C == '-'; });
    if (const std::size_t Tab = Indent.find('\t');
        Tab != StringRef::npos && Indent.size() != Line.rtrim("\r").size()) {
      Errors.add(LineNumber, Tab + 1,
                 "a tab indents this line; YAML allows only spaces");
      return false;
    }
    for (std::size_t I = 0; I < Line.size(); ++I) {
      const unsigned char C = static_cast<unsigned char>(Line[I]);
      if ((C < 0x20 && C != '\t' && C != '\r') || C == 0x7F) {
        Errors.add(LineNumber, I + 1, "a control character is not allowed");
        return false;
      }
      if (C < 0x80)
        continue;
      const auto *Begin = reinterpret_cast<const llvm::UTF8 *>(Line.data() + I);
      const unsigned Length = llvm::getNumBytesForUTF8(*Begin);
      if (Length > Line.size() - I ||
          !llvm::isLegalUTF8Sequence(Begin, Begin + Length)) {
        Errors.add(LineNumber, I + 1, "not UTF-8; save the file as UTF-8");
        return false;
      }
      I += Length - 1;
    }
  }
  return true;
}

class TreeBuilder {
public:
  TreeBuilder(llvm::SourceMgr &Sources, YamlErrors &Errors)
      : Sources(Sources), Errors(Errors) {}

  YamlNode build(llvm::yaml::Node *N, unsigned Depth = 0) {
    YamlNode Result;
    if (!N)
      return Result; // the parser has reported why
    locate(N, Result.Line, Result.Column);
    if (Depth > MaxDepth) {
      Errors.add(Result.Line, Result.Column, "nested too deeply");
      return Result;
    }
    if (!N->getAnchor().empty())
      refuse(N, "anchors are not supported");
    if (!N->getRawTag().empty())
      refuse(N, "tags are not supported");
    if (auto *Scalar = llvm::dyn_cast<llvm::yaml::ScalarNode>(N)) {
      llvm::SmallString<64> Storage;
      setText(Result, Scalar->getValue(Storage));
    } else if (auto *Block = llvm::dyn_cast<llvm::yaml::BlockScalarNode>(N)) {
      setText(Result, Block->getValue());
    } else if (auto *List = llvm::dyn_cast<llvm::yaml::SequenceNode>(N)) {
      Result.Is = YamlNode::Kind::List;
      for (llvm::yaml::Node &Item : *List) {
        Result.Items.push_back(build(&Item, Depth + 1));
        if (Errors.any())
          return Result;
      }
    } else if (auto *Map = llvm::dyn_cast<llvm::yaml::MappingNode>(N)) {
      Result.Is = YamlNode::Kind::Map;
      for (llvm::yaml::KeyValueNode &Pair : *Map) {
        addEntry(Pair, Result, Depth);
        if (Errors.any())
          return Result;
      }
    } else if (!llvm::isa<llvm::yaml::NullNode>(N)) {
      refuse(N, "aliases are not supported");
    }
    return Result;
  }

private:
  /// Folds line breaks and indentation: no field of a row spans lines, and
  /// LLVM's versions differ in how much of YAML's folding they do.
  void setText(YamlNode &Node, StringRef Text) {
    Node.Is = YamlNode::Kind::Scalar;
    llvm::SmallVector<StringRef, 8> Lines;
    Text.split(Lines, '\n', -1, /*KeepEmpty=*/false);
    for (StringRef Line : Lines) {
      Line = Lines.size() == 1 ? Line : Line.trim(" \t\r");
      if (Line.empty())
        continue;
      if (!Node.Text.empty())
        Node.Text += ' ';
      Node.Text += Line;
    }
  }

  void addEntry(llvm::yaml::KeyValueNode &Pair, YamlNode &Map, unsigned Depth) {
    llvm::yaml::Node *Key = Pair.getKey();
    auto *Word = llvm::dyn_cast_or_null<llvm::yaml::ScalarNode>(Key);
    if (!Word) {
      if (Key)
        refuse(Key, "a key must be a word");
      return;
    }
    llvm::SmallString<32> Storage;
    YamlNode::Entry E;
    E.Key = Word->getValue(Storage).str();
    locate(Word, E.Line, E.Column);
    if (Map.find(E.Key)) {
      Errors.add(E.Line, E.Column, "the key '" + E.Key + "' stands here twice");
      return;
    }
    E.Value = build(Pair.getValue(), Depth + 1);
    if (E.Value.Is == YamlNode::Kind::Null) {
      E.Value.Line = E.Line;
      E.Value.Column = E.Column;
    }
    Map.Entries.push_back(std::move(E));
  }

  void locate(llvm::yaml::Node *N, unsigned &Line, unsigned &Column) {
    const llvm::SMLoc At = N->getSourceRange().Start;
    if (At.isValid() && Sources.FindBufferContainingLoc(At))
      std::tie(Line, Column) = Sources.getLineAndColumn(At);
  }

  void refuse(llvm::yaml::Node *N, const llvm::Twine &Message) {
    unsigned Line = 1, Column = 1;
    locate(N, Line, Column);
    Errors.add(Line, Column, Message);
  }

  llvm::SourceMgr &Sources;
  YamlErrors &Errors;
};

/// The first error only: later ones are consequences.
void onYamlError(const llvm::SMDiagnostic &Diagnostic, void *Context) {
  auto &First = *static_cast<std::optional<llvm::SMDiagnostic> *>(Context);
  if (!First)
    First = Diagnostic;
}

} // namespace

YamlNode readYamlTree(llvm::MemoryBufferRef Yaml, YamlErrors &Errors) {
  StringRef Bytes = Yaml.getBuffer();
  Bytes.consume_front("\xEF\xBB\xBF");
  if (!checkBytes(Bytes, Errors))
    return {};

  llvm::SourceMgr Sources;
  std::optional<llvm::SMDiagnostic> Syntax;
  Sources.setDiagHandler(onYamlError, &Syntax);
  llvm::yaml::Stream Stream(llvm::MemoryBufferRef(Bytes, "yaml"), Sources,
                            /*ShowColors=*/false);
  YamlNode Root;
  auto Document = Stream.begin();
  if (Document != Stream.end()) {
    Root = TreeBuilder(Sources, Errors).build(Document->getRoot());
    if (!Syntax && !Errors.any() && ++Document != Stream.end())
      Errors.add(1, 1, "the file holds several documents; write one per file");
  }
  if (Syntax) {
    const unsigned Line = std::max(Syntax->getLineNo(), 1);
    const unsigned Column = std::max(Syntax->getColumnNo() + 1, 1);
    Errors.add(Line, Column, "not YAML: " + Syntax->getMessage());
  }
  return Root;
}

} // namespace async_tidy
