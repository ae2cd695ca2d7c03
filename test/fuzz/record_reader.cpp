// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Do any bytes make the reader of results crash, hang or ask for more memory
// than they have? It reads what workers send, what the cache keeps and what
// shards hold. What it accepts must survive writing and reading again.
//
// SOURCES: tool/async-tidy/results/Record.cpp
// FLAGS: -Itool/async-tidy -DASYNC_TIDY_DOCS_URL=nullptr

#include "results/Record.h"

#include <cstdlib>
#include <fstream>

using namespace async_tidy::tool;

namespace {

/// One of everything.
FileResult sampleResult() {
  FileResult R;
  R.File = "/p/a.cpp";
  R.How = Outcome::DoesNotCompile;
  R.Reason = {{"/p/a.cpp", 1, 2, 3}, "broken", {{4, 5}}, {}};
  R.Errors = 1;
  Finding F;
  F.Check = "async-raw-gather";
  F.Main = {{"/p/a.h", 6, 7, 8}, "text", {{9, 1}}, {{"/p/a.h", 1, 2, "new"}}};
  F.Notes = {F.Main};
  F.AsError = true;
  F.Age = CodeAge::Existing;
  R.Findings = {F};
  R.ConfigurationErrors = {"wrong"};
  R.Explanations = {F.Main};
  SiteRecord Site;
  Site.At = F.Main.At;
  Site.Facts = {{"name", "value"}};
  Site.Path = {"step"};
  R.Sites = {Site};
  R.Inputs = {{"/p/a.h", {1, 2, 3, 4}}};
  return R;
}

StoredResult sampleEntry() {
  Trace Asked;
  Asked.Read = {{"/p/a.h", "digest"}};
  Asked.Listed = {{"/p", "names"}};
  Asked.Present = {"/p/b.h"};
  Asked.Absent = {"/p/c.h"};
  return {Asked, sampleResult()};
}

ShardRecord sampleShard() {
  ShardRecord S;
  S.Part = {1, 2};
  S.Asked.Files = {"a.cpp"};
  S.Asked.CompileFlags = std::vector<std::string>{"-DX"};
  S.Shown = {{"/p/a.h", "digest"}};
  S.Sources = {{"/p/a.cpp", {{"/p", "a.cpp", {"c++", "a.cpp"}, "a.o"}}}};
  S.Results = {sampleResult()};
  S.Paths = {"/p/a.h"};
  S.Reads = {{0}};
  return S;
}

void check(std::string_view Bytes, auto Read) {
  const auto Once = Read(Bytes);
  if (!Once)
    return;
  const std::string Written = toBytes(*Once);
  const auto Again = Read(std::string_view(Written));
  if (!Again || toBytes(*Again) != Written)
    std::abort();
}

} // namespace

/// The first inputs, written to the corpus, which is the last argument.
extern "C" int LLVMFuzzerInitialize(int *Count, char ***Words) {
  const std::string Corpus = (*Words)[*Count - 1];
  const auto Keep = [&](const char *Name, const std::string &Bytes) {
    std::ofstream(Corpus + "/" + Name, std::ios::binary) << Bytes;
  };
  Keep("result", 'r' + toBytes(sampleResult()));
  Keep("entry", 'e' + toBytes(sampleEntry()));
  Keep("shard", 's' + toBytes(sampleShard()));
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *Data, size_t Size) {
  if (Size == 0)
    return 0;
  const std::string_view Bytes(reinterpret_cast<const char *>(Data) + 1,
                               Size - 1);
  switch (Data[0]) {
  case 'r':
    check(Bytes, fromBytes);
    break;
  case 'e':
    check(Bytes, storedFromBytes);
    break;
  case 's':
    check(Bytes, shardFromBytes);
    break;
  default:
    break;
  }
  return 0;
}
