// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which findings are the same, and in which order does one read them?
//
// A header is seen by every file that includes it, so one finding arrives many
// times. Two findings are the same when check, place and message are; files
// that disagree on the message (a template judged in two instantiations) keep
// both.

#include "analysis/Findings.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <algorithm>
#include <tuple>

namespace async_tidy::tool {

namespace {

bool LinksAreKept = false;

std::string withoutDots(const std::string &Path) {
  llvm::SmallString<256> Absolute(Path);
  llvm::sys::fs::make_absolute(Absolute);
  llvm::sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  return std::string(Absolute);
}

} // namespace

void keepLinks() { LinksAreKept = true; }

std::string realPath(const std::string &Path) {
  llvm::SmallString<256> Real;
  if (!llvm::sys::fs::real_path(Path, Real))
    return std::string(Real);
  return withoutDots(Path);
}

std::string canonicalPath(const std::string &Path) {
  return LinksAreKept ? withoutDots(Path) : realPath(Path);
}

std::string absolutePath(const std::string &Directory,
                         const std::string &File) {
  llvm::SmallString<256> Path(File);
  if (!llvm::sys::path::is_absolute(File)) {
    Path = Directory;
    llvm::sys::path::append(Path, File);
  }
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/false);
  return std::string(Path);
}

std::string shownPath(const std::string &Path) {
  llvm::SmallString<256> Here;
  if (llvm::sys::fs::current_path(Here))
    return Path;
  std::string Prefix = canonicalPath(std::string(Here));
  if (Prefix.back() != '/')
    Prefix += '/';
  return Path.starts_with(Prefix) ? Path.substr(Prefix.size()) : Path;
}

namespace {

auto placeKey(const Place &P) {
  return std::tie(P.File, P.Line, P.Column, P.Offset);
}

/// Sorts \p Items by \p Key and keeps one of those with equal keys.
template <typename T, typename KeyOf>
void sortUnique(std::vector<T> &Items, KeyOf Key) {
  std::stable_sort(Items.begin(), Items.end(),
                   [&](const T &A, const T &B) { return Key(A) < Key(B); });
  Items.erase(
      std::unique(Items.begin(), Items.end(),
                  [&](const T &A, const T &B) { return Key(A) == Key(B); }),
      Items.end());
}

} // namespace

bool isBefore(const Place &A, const Place &B) {
  return placeKey(A) < placeKey(B);
}

std::vector<Finding> merge(const std::vector<FileResult> &Results) {
  // Of equal findings the first stays: one from a file that compiles, which has
  // its fix, before one that has lost it.
  std::vector<Finding> All;
  for (const Outcome How : {Outcome::Complete, Outcome::DoesNotCompile})
    for (const FileResult &R : Results)
      if (R.How == How)
        All.insert(All.end(), R.Findings.begin(), R.Findings.end());
  sortUnique(All, [](const Finding &F) {
    return std::tuple_cat(placeKey(F.Main.At), std::tie(F.Check, F.Main.Text));
  });
  return All;
}

std::vector<Message> mergeExplanations(const std::vector<FileResult> &Results) {
  std::vector<Message> All;
  for (const FileResult &R : Results)
    All.insert(All.end(), R.Explanations.begin(), R.Explanations.end());
  sortUnique(All, [](const Message &M) {
    return std::tuple_cat(placeKey(M.At), std::tie(M.Text));
  });
  return All;
}

} // namespace async_tidy::tool
