// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which key of a library file fills which field, and what must be said?
//
//   YAML text ──YamlTree──> fields() ──> AsyncLibrary ──> fields() ──> YAML
//   text
//
// What is required depends on the role: of a gather everything must be said,
// because the verdict depends on it. libraries/README.md is the same in prose.

#include "AsyncLibrary.h"
#include "Failure.h"
#include "LibrarySpelling.h"
#include "YamlFields.h"

namespace async_tidy {

using llvm::StringRef;

namespace {

/// What holds of a primitive of role \p Kind unless its row says otherwise.
RowFacts defaultFacts(Role Kind) {
  RowFacts F;
  F.Kind = Kind;
  if (Kind == Role::SafeGather) {
    F.OnFailure = Siblings::Cancelled;
    F.What = Reports::FirstInTime;
    F.Cancel = Cancellation::Implicit;
    F.Fix = FixClass::DeadlineOnly;
  }
  return F;
}

template <typename Yaml> void fields(Yaml &Y, LibraryRoot &R) {
  const std::string None;
  Y.field("namespace", R.Namespace, Need::Required, None);
  Y.field("title", R.Title, Need::Optional, None);
  Y.field("macro", R.Macro, Need::Optional, None);
  Y.field("adapter", R.Adapter, Need::Optional, None);
}

template <typename Yaml> void fields(Yaml &Y, TypeRow &R) {
  Y.field("type", R.Name, Need::Required, std::string());
  Y.field("start", R.Begins, Need::Required, Start::Lazy);
  Y.field("dropped", R.WhenDropped, Need::Required, Dropped::NeverRuns);
  Y.field("awaited", R.By, Need::Optional, Awaited::CoAwait);
  Y.field("child", R.Child, Need::Optional, false);
}

template <typename Yaml> void fields(Yaml &Y, VariantCondition &C) {
  const std::string None;
  Y.field("template-argument", C.TemplateArgument, Need::Optional,
          std::optional<unsigned>());
  Y.field("argument", C.Argument, Need::Optional, std::optional<unsigned>());
  Y.field("child-type", C.ChildType, Need::Optional, None);
  Y.field("result-type", C.ResultType, Need::Optional, None);
  Y.field("is", C.Is, requiredIf(C.TemplateArgument || C.Argument), None);
  Y.field("macro", C.Macro, Need::Optional, None);
  Y.field("at-least", C.AtLeast, requiredIf(!C.Macro.empty()), 0ull);
  if (!C.TemplateArgument && !C.Argument &&
      (C.ChildType + C.ResultType + C.Macro).empty())
    Y.error("", "'when' says nothing; give template-argument, argument, "
                "child-type, result-type or macro");
  if (C.TemplateArgument && C.Argument)
    Y.error("argument", "'when' has one 'is'; give template-argument or "
                        "argument, not both");
}

/// \p Given is the role whose row must be complete; none for a variant, which
/// only says what it changes.
template <typename Yaml>
void factFields(Yaml &Y, RowFacts &F, const RowFacts &D,
                std::optional<Role> Given) {
  const bool Gather = Given == Role::Gather;
  const bool Race = Given == Role::Race;
  const bool Timeout = Given == Role::Timeout;
  const bool Chain = Given == Role::Chain;
  Y.field("on-failure", F.OnFailure, requiredIf(Gather), D.OnFailure);
  Y.field("on-success", F.OnSuccess, requiredIf(Race), D.OnSuccess);
  Y.field("resumes", F.When, requiredIf(Gather || Race), D.When);
  Y.field("reports", F.What, requiredIf(Gather), D.What);
  Y.field("cancellation", F.Cancel, requiredIf(Gather), D.Cancel);
  Y.field("deadline", F.Bound, requiredIf(Timeout), D.Bound);
  Y.field("concurrency", F.Window, Need::Optional, D.Window);
  Y.field("fix", F.Fix, requiredIf(Gather), D.Fix);
  Y.field("results", F.Results, requiredIf(Chain), D.Results);
  if (Given && !Chain && F.Results != D.Results)
    Y.error("results", "only a chain says where the results go");
}

/// Messages append the clause after a comma or semicolon.
template <typename Yaml> void pitfallField(Yaml &Y, std::string &Pitfall) {
  Y.field("pitfall", Pitfall, Need::Optional, std::string());
  if (StringRef(Pitfall).ends_with("."))
    Y.error("pitfall", "'pitfall' is a clause of a longer sentence; leave out "
                       "the final period");
}

/// \p Row is what the variant changes.
template <typename Yaml> void fields(Yaml &Y, Variant &V, const CallRow &Row) {
  Y.section("when", Need::Required, [&](auto &When) { fields(When, V.When); });
  Y.field("role", V.Facts.Kind, Need::Optional, Row.Facts.Kind);
  factFields(Y, V.Facts, Row.Facts, std::nullopt);
  pitfallField(Y, V.Pitfall);
}

bool needsClass(Shape Form) {
  switch (Form) {
  case Shape::FunctionObject:
  case Shape::InheritedCallOperator:
  case Shape::HelperNamespaceObject:
  case Shape::Macro:
    return true;
  case Shape::Function:
  case Shape::ClassTemplate:
  case Shape::Operator:
  case Shape::Member:
    return false;
  }
  return false;
}

template <typename Yaml> void fields(Yaml &Y, CallRow &R) {
  const std::string None;
  R.Line = Y.line();
  Y.field("callee", R.Callee, Need::Required, None);
  Y.field("shape", R.Form, Need::Optional, Shape::Function);
  Y.because(" for this shape");
  Y.field("class", R.Class, requiredIf(needsClass(R.Form)), None);
  Y.because("");
  Y.field("role", R.Facts.Kind, Need::Required, Role::Gather);

  const Role Kind = R.Facts.Kind;
  const bool Gather = Kind == Role::Gather;
  const bool Safe = Kind == Role::SafeGather;
  Y.because(" of a " + StringRef(spell(Kind)));
  factFields(Y, R.Facts, defaultFacts(Kind), Kind);
  Y.field("children", R.Takes, requiredIf(Gather || Kind == Role::Race),
          Safe ? std::vector{ChildrenForm::Pack} : std::vector<ChildrenForm>());
  Y.field("first-child", R.FirstChild, Need::Optional, 0u);
  Y.field("trailing-arguments", R.TrailingArguments, Need::Optional, 0u);
  Y.field("executor", R.Executor, Need::Optional, std::optional<unsigned>());
  Y.field("options", R.Options, Need::Optional, std::vector<std::string>());
  Y.field("timeout-spelling", R.TimeoutSpelling, Need::Optional, None);
  Y.field("capture-spelling", R.CaptureSpelling, Need::Optional, None);
  if (!Safe && !(R.TimeoutSpelling + R.CaptureSpelling).empty())
    Y.error(R.TimeoutSpelling.empty() ? "capture-spelling" : "timeout-spelling",
            "only a safe-gather has a spelling of timeout and capture");
  Y.field("evidence", R.Evidence, requiredIf(!Safe), None);
  Y.because(" of a gather with 'fix: report-only'");
  Y.field("instead", R.Instead,
          requiredIf(Gather && R.Facts.Fix == FixClass::ReportOnly), None);
  pitfallField(Y, R.Pitfall);
  Y.because("");
  Y.list("variants", R.Variants, Need::Optional,
         [&](auto &Nested, Variant &V) { fields(Nested, V, R); });
}

template <typename Yaml> void fields(Yaml &Y, AsyncLibrary &L) {
  const std::string None;
  const auto Each = [](auto &Nested, auto &Value) { fields(Nested, Value); };
  Y.field("extends", L.Extends, Need::Optional, None);
  if (L.Extends.empty())
    Y.section("library", Need::Required, [&](auto &Head) {
      Head.field("id", L.Id, Need::Required, None);
      Head.field("title", L.Title, Need::Required, None);
      Head.field("url", L.Url, Need::Optional, None);
      Head.field("snapshot", L.Snapshot, Need::Optional, None);
      Head.list("roots", L.Roots, Need::Required, Each);
      Head.section("cancellation", Need::Optional, [&](auto &Stop) {
        Stop.field("channel", L.Channel, Need::Required,
                   CancellationChannel::None);
        Stop.field("types", L.CancellationTypes, Need::Optional,
                   std::vector<std::string>());
      });
      Head.field("ambient-timer", L.AmbientTimer, Need::Optional, false);
    });
  else
    Y.list("roots", L.Roots, Need::Optional, Each);
  Y.list("types", L.Types, Need::Optional, Each);
  Y.list("calls", L.Calls, Need::Optional, Each);
}

/// Two rows of one callee: which one holds would depend on their order.
void refuseDuplicates(const AsyncLibrary &L, YamlErrors &Errors) {
  llvm::StringMap<unsigned> Lines;
  for (const CallRow &R : L.Calls) {
    auto [At, New] = Lines.try_emplace(R.Callee, R.Line);
    if (!New)
      Errors.add(R.Line, 1,
                 "'" + R.Callee + "' already has a row in line " +
                     llvm::Twine(At->second) + "; make this one a variant");
  }
}

} // namespace

llvm::Expected<AsyncLibrary> parseLibrary(llvm::MemoryBufferRef Yaml) {
  YamlErrors Errors(Yaml.getBufferIdentifier());
  AsyncLibrary Library;
  const YamlNode Root = readYamlTree(Yaml, Errors);
  if (!Errors.any() && Root.Is != YamlNode::Kind::Map)
    Errors.add(Root.Line, Root.Column,
               "a library file must be a map that starts with 'library:' or "
               "'extends:', not " +
                   Root.kindName());
  if (!Errors.any()) {
    MapReader Reader(Root, Errors, "the file");
    fields(Reader, Library);
    Reader.finish();
    refuseDuplicates(Library, Errors);
  }
  if (Errors.any())
    return failure(Errors.text());
  for (LibraryRoot &R : Library.Roots)
    if (R.Title.empty())
      R.Title = Library.Title;
  return Library;
}

void printLibrary(const AsyncLibrary &Library, llvm::raw_ostream &OS) {
  AsyncLibrary Copy = Library; // fields() serves both directions
  MapWriter Writer(OS, 0, "");
  fields(Writer, Copy);
}

} // namespace async_tidy
