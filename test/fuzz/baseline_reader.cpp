// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does any text make the reader of baselines crash, hang or lose an entry? What
// it accepts must survive writing and reading again.
//
// SOURCES: tool/async-tidy/changes/Baseline.cpp
// SOURCES: tool/async-tidy/changes/Fingerprint.cpp
// SOURCES: tool/async-tidy/analysis/Findings.cpp
// FLAGS: -Itool/async-tidy
// SEEDS: test/fuzz/Inputs/baseline.txt

#include "changes/Baseline.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

using namespace async_tidy::tool;

namespace {

/// Where files of that name are written and read.
std::string pathOf(const char *Name) {
  static const std::filesystem::path Directory = [] {
    static const std::filesystem::path Made =
        std::filesystem::temp_directory_path() /
        ("baseline_reader-" + std::to_string(::getpid()));
    std::filesystem::create_directories(Made);
    std::atexit([] { std::filesystem::remove_all(Made); });
    return Made;
  }();
  return Directory / Name;
}

/// All entries; nothing was seen, so nothing is gone.
std::vector<FindingKey> entries(const Baseline &B) { return B.pruned({}, {}); }

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *Data, size_t Size) {
  const std::string First = pathOf("first"), Second = pathOf("second");
  std::ofstream(First, std::ios::binary)
      .write(reinterpret_cast<const char *>(Data), Size);
  auto Read = Baseline::read(First);
  if (!Read) {
    // Every complaint names its place.
    if (!llvm::StringRef(llvm::toString(Read.takeError()))
             .starts_with(First + ":"))
      std::abort();
    return 0;
  }
  const std::vector<FindingKey> Once = entries(*Read);
  if (Once.size() != Read->size())
    std::abort();
  if (llvm::Error Wrong = writeBaseline(Second, Once)) {
    llvm::errs() << llvm::toString(std::move(Wrong)) << '\n';
    std::abort();
  }
  auto Again = Baseline::read(Second);
  if (!Again) {
    llvm::errs() << llvm::toString(Again.takeError()) << '\n';
    std::abort();
  }
  if (entries(*Again) != Once)
    std::abort();
  return 0;
}
