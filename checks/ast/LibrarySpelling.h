// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How is each enumeration of AsyncLibrary.h spelled in YAML?
//
// The same kind of table as core/Spelling.h has for facts; it stands here
// because shapes and types are of the AST's ring, not of the core's.

#ifndef ASYNC_TIDY_AST_LIBRARYSPELLING_H
#define ASYNC_TIDY_AST_LIBRARYSPELLING_H

#include "../core/Spelling.h"
#include "AsyncLibrary.h"

#include <array>

namespace async_tidy {

inline constexpr std::array ShapeSpellings = {
    Spelling<Shape>{Shape::Function, "function"},
    Spelling<Shape>{Shape::FunctionObject, "function-object"},
    Spelling<Shape>{Shape::InheritedCallOperator, "inherited-call-operator"},
    Spelling<Shape>{Shape::HelperNamespaceObject, "helper-namespace-object"},
    Spelling<Shape>{Shape::ClassTemplate, "class-template"},
    Spelling<Shape>{Shape::Operator, "operator"},
    Spelling<Shape>{Shape::Member, "member"},
    Spelling<Shape>{Shape::Macro, "macro"},
};
inline constexpr std::array ChildrenFormSpellings = {
    Spelling<ChildrenForm>{ChildrenForm::Single, "single"},
    Spelling<ChildrenForm>{ChildrenForm::Pack, "pack"},
    Spelling<ChildrenForm>{ChildrenForm::Range, "range"},
    Spelling<ChildrenForm>{ChildrenForm::IteratorPair, "iterator-pair"},
    Spelling<ChildrenForm>{ChildrenForm::RangeAndCallable,
                           "range-and-callable"},
    Spelling<ChildrenForm>{ChildrenForm::Object, "object"},
};
inline constexpr std::array AwaitedSpellings = {
    Spelling<Awaited>{Awaited::CoAwait, "co-await"},
    Spelling<Awaited>{Awaited::Get, "get"},
    Spelling<Awaited>{Awaited::Then, "then"},
    Spelling<Awaited>{Awaited::Member, "member"},
};
template <> inline constexpr auto &Spellings<Shape> = ShapeSpellings;
template <>
inline constexpr auto &Spellings<ChildrenForm> = ChildrenFormSpellings;
template <> inline constexpr auto &Spellings<Awaited> = AwaitedSpellings;

} // namespace async_tidy

#endif // ASYNC_TIDY_AST_LIBRARYSPELLING_H
