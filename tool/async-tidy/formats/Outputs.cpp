// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The grammar of --format and -o, and writing.

#include "formats/Outputs.h"

#include "ast/Failure.h"
#include "fixes/ReplaceFile.h"
#include "options/Suggest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"

namespace async_tidy::tool {
namespace {

using llvm::StringRef;

std::span<const Format> formatsFor(const Arguments &Args) {
  return Args.Task == Purpose::Inventory ? inventoryFormats() : formats();
}

llvm::Expected<const Format *> findFormat(const Arguments &Args,
                                          StringRef Name) {
  std::vector<std::string> Names;
  for (const Format &F : formatsFor(Args)) {
    if (F.Name == Name)
      return &F;
    Names.push_back(F.Name.str());
  }
  return failure(llvm::formatv("--format={0}: there is no such format; {1}the "
                               "formats are {2}",
                               Name, didYouMean(Name.str(), Names),
                               llvm::join(Names, ", ")));
}

/// The one that needs no --format: an inventory in an .html file is a page.
const Format *standardFormat(const Arguments &Args) {
  const bool Page = StringRef(Args.OutputFile).ends_with(".html");
  return Args.Task == Purpose::Inventory && Page ? &inventoryFormats().back()
                                                 : &formatsFor(Args).front();
}

/// Standard output by its usual name is no file.
std::string fileOf(StringRef Name) { return Name == "-" ? "" : Name.str(); }

/// Nobody wants to wait for an analysis whose report cannot be written.
llvm::Error canBeWritten(const Output &O) {
  if (O.File.empty())
    return llvm::Error::success();
  const StringRef Directory = llvm::sys::path::parent_path(O.File);
  if (!Directory.empty() && !llvm::sys::fs::is_directory(Directory))
    return failure(
        llvm::formatv("{0}: there is no directory {1}", O.File, Directory));
  if (llvm::sys::fs::is_directory(O.File))
    return failure(llvm::formatv("{0} is a directory; name a file", O.File));
  return llvm::Error::success();
}

/// What goes to standard output, of which there may be one.
llvm::Error onlyOneToStandardOutput(const std::vector<Output> &Outputs) {
  const Output *First = nullptr;
  for (const Output &O : Outputs) {
    if (!O.File.empty())
      continue;
    if (First)
      return failure(llvm::formatv(
          "--format={0} and --format={1} would both go to standard output; "
          "name a file: --format={1}:FILE",
          First->As->Name, O.As->Name));
    First = &O;
  }
  return llvm::Error::success();
}

} // namespace

llvm::Expected<std::vector<Output>> chooseOutputs(const Arguments &Args) {
  std::vector<Output> Outputs;
  for (const StringRef Wish : Args.Formats) {
    const auto [Name, File] = Wish.split(':');
    auto As = findFormat(Args, Name);
    if (!As)
      return As.takeError();
    Outputs.push_back({*As, fileOf(File)});
  }
  const auto Unnamed = [](const Output &O) { return O.File.empty(); };
  if (!Args.OutputFile.empty()) {
    if (Outputs.empty())
      Outputs.push_back({standardFormat(Args), {}});
    if (llvm::count_if(Outputs, Unnamed) != 1)
      return failure(llvm::formatv(
          "-o {0} names the file of the one --format that has none; write "
          "--format=NAME:FILE for each",
          Args.OutputFile));
    llvm::find_if(Outputs, Unnamed)->File = fileOf(Args.OutputFile);
  }
  if (llvm::Error Wrong = onlyOneToStandardOutput(Outputs))
    return Wrong;
  for (const Output &O : Outputs)
    if (llvm::Error Wrong = canBeWritten(O))
      return Wrong;
  if (Args.Task == Purpose::Inventory) {
    if (Outputs.empty())
      Outputs.push_back({standardFormat(Args), {}});
    return Outputs;
  }
  const Format &Text = formats().front();
  if (llvm::none_of(Outputs, [&](const Output &O) {
        return O.File.empty() || O.As == &Text;
      }))
    Outputs.push_back({&Text, {}});
  return Outputs;
}

bool wantsPatch(const std::vector<Output> &Outputs) {
  return llvm::any_of(Outputs,
                      [](const Output &O) { return O.As->Write == writeDiff; });
}

std::vector<std::string> writeOutputs(const std::vector<Output> &Outputs,
                                      const RunReport &Run, Colour Colours) {
  std::vector<std::string> Problems;
  SourceTexts Sources;
  for (const Output &O : Outputs) {
    if (O.File.empty()) {
      O.As->Write(Run, Sources, Colours, llvm::outs());
      llvm::outs().flush();
      continue;
    }
    std::string Bytes;
    llvm::raw_string_ostream Stream(Bytes);
    const Colour ForFile = Colours == Colour::Always ? Colours : Colour::Never;
    O.As->Write(Run, Sources, ForFile, Stream);
    if (std::string Wrong = replaceFile(O.File, Bytes); !Wrong.empty())
      Problems.push_back(
          llvm::formatv("{0}: cannot write it: {1}", O.File, Wrong));
  }
  return Problems;
}

} // namespace async_tidy::tool
