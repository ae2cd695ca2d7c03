// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Fingerprint.h. The hash is MD5: stable between versions and machines, and
// nobody gains anything by a collision.

#include "changes/Fingerprint.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MD5.h"
#include "llvm/Support/Path.h"

#include <map>
#include <tuple>

namespace async_tidy::tool {
namespace {

std::string digest(llvm::StringRef Text) {
  llvm::MD5 Hash;
  Hash.update(Text);
  llvm::MD5::MD5Result Result;
  Hash.final(Result);
  return std::string(Result.digest());
}

} // namespace

std::string relativePath(const std::string &Path,
                         const std::string &Directory) {
  namespace path = llvm::sys::path;
  if (Path.empty())
    return Path;
  auto From = path::begin(Directory);
  auto To = path::begin(Path);
  while (From != path::end(Directory) && To != path::end(Path) && *From == *To)
    ++From, ++To;
  llvm::SmallString<256> Out;
  for (; From != path::end(Directory); ++From)
    path::append(Out, "..");
  for (; To != path::end(Path); ++To)
    path::append(Out, *To);
  return path::convert_to_slash(Out);
}

std::string shortCode(const std::string &Tokens) {
  constexpr std::size_t Longest = 120;
  if (Tokens.size() <= Longest)
    return Tokens;
  // At a token's end, so that no character is cut in two.
  const std::size_t End = Tokens.rfind(' ', Longest);
  const std::string Begin =
      End == std::string::npos ? std::string() : Tokens.substr(0, End + 1);
  return Begin + "#" + digest(Tokens).substr(0, 16);
}

std::vector<FindingKey> keysOf(const std::vector<Finding> &Findings,
                               const std::string &Directory) {
  std::map<std::string, std::string> Shown;
  std::map<FindingKey, unsigned> Seen;
  std::vector<FindingKey> Keys;
  for (const Finding &F : Findings) {
    std::string &File = Shown[F.Main.At.File];
    if (File.empty())
      File = relativePath(F.Main.At.File, Directory);
    FindingKey Key{F.Check, File, F.Function, shortCode(F.Tokens), 0};
    Key.Ordinal = Seen[Key]++;
    Keys.push_back(std::move(Key));
  }
  return Keys;
}

std::string fingerprint(const FindingKey &Key) {
  std::string Text = Key.Check;
  for (const std::string &Part :
       {Key.File, Key.Function, Key.Code, std::to_string(Key.Ordinal)})
    Text += '\0' + Part;
  return digest(Text);
}

} // namespace async_tidy::tool
