// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How do the fields of a structure and the keys of a YAML map meet?
//
//   YamlNode ──MapReader──> fields(reader, T&) ──> T
//   T ──────> fields(writer, T&) ──MapWriter──> YAML text
//
// A structure T describes itself once, in a function `fields(Y, T &)`, by
// naming each key with its default and whether it is required. MapReader and
// MapWriter are the two things Y can be. MapReader is strict: a key that
// fields() did not name is an error, with the list of those it did.
//
// Ring 2: LLVM support library only.

#ifndef ASYNC_TIDY_AST_YAMLFIELDS_H
#define ASYNC_TIDY_AST_YAMLFIELDS_H

#include "../core/Spelling.h"
#include "YamlTree.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace async_tidy {

/// Whether a key may be left out.
enum class Need : std::uint8_t { Optional, Required };

constexpr Need requiredIf(bool Condition) {
  return Condition ? Need::Required : Need::Optional;
}

/// Fills fields from one map of the tree. Every key that fields() names is
/// known; what is left over at the end is an error.
class MapReader {
public:
  MapReader(const YamlNode &Map, YamlErrors &Errors, const llvm::Twine &What)
      : Map(Map), Errors(Errors), What(What.str()) {}

  unsigned line() const { return Map.Line; }

  template <typename T>
  void field(llvm::StringRef Key, T &Value, Need Needed, const T &Default) {
    Known.push_back(Key);
    const YamlNode *Node = Map.find(Key);
    if (!Node) {
      Value = Default;
      if (Needed == Need::Required)
        missing(Key);
      return;
    }
    read(*Node, Key, Value);
  }

  /// A nested map whose fields \p Body reads; they keep their defaults where
  /// the map is left out.
  template <typename Function>
  void section(llvm::StringRef Key, Need Needed, Function Body) {
    Known.push_back(Key);
    const YamlNode *Node = Map.find(Key);
    if (!Node) {
      if (Needed == Need::Required)
        missing(Key);
      return;
    }
    if (Node->Is != YamlNode::Kind::Map)
      return wrongKind(*Node, Key, "a map");
    MapReader Nested(*Node, Errors, "'" + Key + "'");
    Body(Nested);
    Nested.finish();
  }

  /// A list of maps; \p Body reads one.
  template <typename T, typename Function>
  void list(llvm::StringRef Key, std::vector<T> &Values, Need Needed,
            Function Body) {
    Known.push_back(Key);
    const YamlNode *Node = Map.find(Key);
    if (!Node) {
      if (Needed == Need::Required)
        missing(Key);
      return;
    }
    if (Node->Is != YamlNode::Kind::List)
      return wrongKind(*Node, Key, "a list");
    for (const YamlNode &Item : Node->Items) {
      if (Item.Is != YamlNode::Kind::Map)
        return wrongKind(Item, Key, "a list of maps");
      MapReader Nested(Item, Errors, "an item of '" + Key + "'");
      Body(Nested, Values.emplace_back());
      Nested.finish();
    }
  }

  /// Appended to the message of a missing key: "; a gather …".
  void because(const llvm::Twine &Reason) { Why = Reason.str(); }

  /// Reports \p Message where \p Key stands.
  void error(llvm::StringRef Key, const llvm::Twine &Message) {
    const YamlNode *Node = Map.find(Key);
    const YamlNode &At = Node ? *Node : Map;
    Errors.add(At.Line, At.Column, Message);
  }

  void finish() {
    for (const YamlNode::Entry &E : Map.Entries) {
      if (llvm::is_contained(Known, llvm::StringRef(E.Key)))
        continue;
      Errors.add(E.Line, E.Column,
                 "unknown key '" + E.Key + "' in " + What +
                     "; known are: " + llvm::join(Known, ", "));
    }
  }

private:
  void missing(llvm::StringRef Key) {
    Errors.add(Map.Line, Map.Column,
               What + " has no '" + Key + "', which is required" + Why);
  }

  void read(const YamlNode &Node, llvm::StringRef Key, std::string &Value) {
    if (Node.Is != YamlNode::Kind::Scalar)
      return wrongKind(Node, Key, "a word");
    Value = Node.Text;
  }
  template <typename Number>
    requires std::is_unsigned_v<Number>
  void read(const YamlNode &Node, llvm::StringRef Key, Number &Value) {
    if (Node.Is != YamlNode::Kind::Scalar ||
        llvm::StringRef(Node.Text).getAsInteger(10, Value))
      wrongKind(Node, Key, "a whole number");
  }
  void read(const YamlNode &Node, llvm::StringRef Key, bool &Value) {
    if (Node.Is == YamlNode::Kind::Scalar &&
        (Node.Text == "yes" || Node.Text == "no"))
      Value = Node.Text == "yes";
    else
      wrongKind(Node, Key, "yes or no");
  }
  template <typename T>
  void read(const YamlNode &Node, llvm::StringRef Key,
            std::optional<T> &Value) {
    read(Node, Key, Value.emplace());
  }
  template <typename Enum>
    requires std::is_enum_v<Enum>
  void read(const YamlNode &Node, llvm::StringRef Key, Enum &Value) {
    std::string Accepted;
    for (const auto &S : Spellings<Enum>) {
      if (Node.Is == YamlNode::Kind::Scalar && Node.Text == S.Text) {
        Value = S.Value;
        return;
      }
      Accepted += (Accepted.empty() ? "" : ", ") + std::string(S.Text);
    }
    if (Node.Is != YamlNode::Kind::Scalar)
      return wrongKind(Node, Key, "one of " + Accepted);
    Errors.add(Node.Line, Node.Column,
               "'" + Node.Text + "' is no value of '" + Key +
                   "'; known are: " + Accepted);
  }
  template <typename T>
  void read(const YamlNode &Node, llvm::StringRef Key, std::vector<T> &Values) {
    if (Node.Is != YamlNode::Kind::List)
      return wrongKind(Node, Key, "a list");
    for (const YamlNode &Item : Node.Items)
      read(Item, Key, Values.emplace_back());
  }
  void wrongKind(const YamlNode &Node, llvm::StringRef Key,
                 const llvm::Twine &Wanted) {
    Errors.add(Node.Line, Node.Column,
               "'" + Key + "' must be " + Wanted + ", not " +
                   (Node.Is == YamlNode::Kind::Scalar ? "'" + Node.Text + "'"
                                                      : Node.kindName().str()));
  }

  const YamlNode &Map;
  YamlErrors &Errors;
  std::string What;
  std::string Why;
  std::vector<llvm::StringRef> Known;
};

/// Prints fields as one block map, two columns further in per level.
class MapWriter {
public:
  /// \p First stands before the first key, instead of the indentation.
  MapWriter(llvm::raw_ostream &OS, unsigned Indent, llvm::StringRef First)
      : OS(OS), Indent(Indent), First(First) {}

  unsigned line() const { return 0; }

  template <typename T>
  void field(llvm::StringRef Key, const T &Value, Need Needed,
             const T &Default) {
    if (Needed == Need::Required || !(Value == Default)) {
      key(Key);
      write(Value);
    }
  }
  template <typename Function>
  void section(llvm::StringRef Key, Need, Function Body) {
    key(Key);
    OS << '\n';
    MapWriter Nested(OS, Indent + 2, "");
    Body(Nested);
  }
  template <typename T, typename Function>
  void list(llvm::StringRef Key, std::vector<T> &Values, Need, Function Body) {
    if (Values.empty())
      return;
    key(Key);
    OS << '\n';
    for (T &Value : Values) {
      OS.indent(Indent + 2) << '-';
      MapWriter Nested(OS, Indent + 4, " ");
      Body(Nested, Value);
    }
  }
  void because(const llvm::Twine &) {}
  void error(llvm::StringRef, const llvm::Twine &) {}

private:
  void key(llvm::StringRef Key) {
    if (First.empty())
      OS.indent(Indent);
    OS << First << Key << ':';
    First = "";
  }

  void write(const std::string &Value) {
    OS << " '";
    for (char C : Value)
      OS << (C == '\'' ? llvm::StringRef("''") : llvm::StringRef(&C, 1));
    OS << "'\n";
  }
  template <typename Number>
    requires std::is_unsigned_v<Number>
  void write(const Number &Value) {
    OS << ' ' << Value << '\n';
  }
  void write(const bool &Value) { OS << (Value ? " yes\n" : " no\n"); }
  template <typename T> void write(const std::optional<T> &Value) {
    write(*Value);
  }
  template <typename Enum>
    requires std::is_enum_v<Enum>
  void write(const Enum &Value) {
    OS << ' ' << llvm::StringRef(spell(Value)) << '\n';
  }
  template <typename T> void write(const std::vector<T> &Values) {
    OS << (Values.empty() ? " []\n" : "\n");
    for (const T &Value : Values) {
      OS.indent(Indent + 2) << '-';
      write(Value);
    }
  }

  llvm::raw_ostream &OS;
  unsigned Indent;
  llvm::StringRef First;
};

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_YAMLFIELDS_H
