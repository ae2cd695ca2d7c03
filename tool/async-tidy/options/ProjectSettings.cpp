// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ProjectSettings.h.

#include "options/ProjectSettings.h"

#include "analysis/Findings.h"
#include "ast/Failure.h"
#include "ast/YamlFields.h"
#include "options/ExistingWords.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace async_tidy::tool {
namespace {

/// The file that holds for \p Directory; empty where there is none.
std::string settingsFile(llvm::StringRef Directory, Above Where) {
  for (; !Directory.empty();
       Directory = llvm::sys::path::parent_path(Directory)) {
    llvm::SmallString<256> File(Directory);
    llvm::sys::path::append(File, ".async-tidy");
    if (llvm::sys::fs::is_regular_file(File))
      return std::string(File);
    if (Where == Above::Not)
      break;
  }
  return {};
}

} // namespace

llvm::Expected<ProjectSettings>
readProjectSettings(const std::string &Directory, Above Where) {
  ProjectSettings Out;
  Out.File = settingsFile(Directory, Where);
  if (Out.File.empty())
    return Out;
  auto Buffer = llvm::MemoryBuffer::getFile(Out.File);
  if (!Buffer)
    return failure("cannot read " + Out.File + ": " +
                   Buffer.getError().message());
  // An editor may be about to write it.
  if ((*Buffer)->getBuffer().trim().empty())
    return Out;
  YamlErrors Errors(Out.File);
  const YamlNode Root = readYamlTree((*Buffer)->getMemBufferRef(), Errors);
  if (!Errors.any() && Root.Is == YamlNode::Kind::Map) {
    MapReader Read(Root, Errors, ".async-tidy");
    Read.field("new-from", Out.NewFrom, Need::Optional, std::string());
    Read.field("baseline", Out.Baseline, Need::Optional, std::string());
    Read.field("existing", Out.OldFindings, Need::Optional,
               std::optional<Existing>());
    Read.finish();
  } else if (!Errors.any() && Root.Is != YamlNode::Kind::Null) {
    Errors.add(Root.Line, Root.Column,
               "expected keys with values, for example new-from: origin/main");
  }
  if (Errors.any())
    return failure(Errors.text());
  if (!Out.Baseline.empty())
    Out.Baseline = absolutePath(llvm::sys::path::parent_path(Out.File).str(),
                                Out.Baseline);
  return Out;
}

} // namespace async_tidy::tool
