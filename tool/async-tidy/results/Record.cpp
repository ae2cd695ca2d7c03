// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The format of a result on its way. Each structure lists its fields once, in
// fields(); the writer and the reader both walk that list, so they cannot
// disagree.

#include "results/Record.h"

#include <cstring>

namespace async_tidy::tool {
namespace {

void fields(auto &A, Place &P) { A(P.File, P.Offset, P.Line, P.Column); }
void fields(auto &A, Underline &U) { A(U.Offset, U.Length); }
void fields(auto &A, Edit &E) { A(E.File, E.Offset, E.Length, E.Text); }
void fields(auto &A, Message &M) { A(M.At, M.Text, M.Underlines, M.Fix); }
void fields(auto &A, Finding &F) {
  A(F.Check, F.Main, F.Notes, F.AsError, F.Age, F.Function, F.Tokens);
}
void fields(auto &A, Fact &F) { A(F.Name, F.Value); }
void fields(auto &A, SiteRecord &S) {
  A(S.At, S.Function, S.Name, S.Callee, S.Library, S.Title, S.Role, S.Leaf,
    S.Checks, S.Facts, S.Path);
}
void fields(auto &A, Stamp &S) {
  A(S.Device, S.Inode, S.Size, S.ModifiedNanoseconds);
}
void fields(auto &A, FileResult &R) {
  A(R.File, R.How, R.Reason, R.Errors, R.Findings, R.ConfigurationErrors,
    R.ConfigurationWarnings, R.Explanations, R.Sites, R.Inputs);
}
void fields(auto &A, Trace &T) { A(T.Read, T.Listed, T.Present, T.Absent); }
void fields(auto &A, StoredResult &S) { A(S.Inputs, S.Result); }
void fields(auto &A, Question &Q) {
  A(Q.Files, Q.ExplainAt, Q.Root, Q.BuildPath, Q.CompileFlags, Q.ExtraArgs,
    Q.ExtraArgsBefore, Q.Checks, Q.Config, Q.ConfigFile, Q.HeaderFilter,
    Q.LineFilter, Q.ExistingPaths, Q.ExtraLibraries, Q.Task, Q.Since,
    Q.Explanations, Q.NewFrom, Q.NewLines, Q.Baseline, Q.WriteBaseline,
    Q.Pruning, Q.OldFindings, Q.Skip);
}
void fields(auto &A, Shard &S) { A(S.Number, S.Count); }
void fields(auto &A, clang::tooling::CompileCommand &C) {
  A(C.Directory, C.Filename, C.CommandLine);
}
void fields(auto &A, Source &S) { A(S.File, S.Commands); }
void fields(auto &A, ShardRecord &S) {
  A(S.Program, S.Part, S.Asked, S.Directory, S.Root, S.AllSources, S.Skipped,
    S.Shown, S.Sources, S.Results, S.Paths, S.Reads);
}

class Writer {
public:
  std::string Bytes;

  void operator()(auto &...Fields) { (put(Fields), ...); }

private:
  void put(std::uint64_t N) {
    Bytes.append(reinterpret_cast<const char *>(&N), sizeof N);
  }
  void put(unsigned N) { put(std::uint64_t(N)); }
  void put(bool B) { put(std::uint64_t(B)); }
  template <typename T>
    requires std::is_enum_v<T>
  void put(T Value) {
    put(static_cast<std::uint64_t>(Value));
  }
  void put(const std::string &S) {
    put(std::uint64_t(S.size()));
    Bytes += S;
  }
  template <typename T> void put(std::vector<T> &Items) {
    put(std::uint64_t(Items.size()));
    for (T &Item : Items)
      put(Item);
  }
  template <typename T> void put(std::optional<T> &Maybe) {
    put(Maybe.has_value());
    if (Maybe)
      put(*Maybe);
  }
  template <typename T> void put(std::map<std::string, T> &Items) {
    put(std::uint64_t(Items.size()));
    for (auto &[Name, Value] : Items) {
      put(Name);
      put(Value);
    }
  }
  template <typename T>
    requires requires(Writer &W, T &S) { fields(W, S); }
  void put(T &Structure) {
    fields(*this, Structure);
  }
};

class Reader {
public:
  explicit Reader(std::string_view Bytes) : Left(Bytes) {}
  bool Ok = true;

  bool atEnd() const { return Left.empty(); }
  void operator()(auto &...Fields) { (get(Fields), ...); }

private:
  std::string_view Left;

  void get(std::uint64_t &N) {
    Ok = Ok && Left.size() >= sizeof N;
    N = 0;
    if (!Ok)
      return;
    std::memcpy(&N, Left.data(), sizeof N);
    Left.remove_prefix(sizeof N);
  }
  std::uint64_t number() {
    std::uint64_t N = 0;
    get(N);
    return N;
  }
  void get(unsigned &N) { N = static_cast<unsigned>(number()); }
  void get(bool &B) { B = number() != 0; }
  template <typename T>
    requires std::is_enum_v<T>
  void get(T &Value) {
    Value = static_cast<T>(number());
  }
  void get(std::string &S) {
    const std::uint64_t Size = number();
    Ok = Ok && Left.size() >= Size;
    if (!Ok)
      return;
    S = Left.substr(0, Size);
    Left.remove_prefix(Size);
  }
  template <typename T> void get(std::vector<T> &Items) {
    for (std::uint64_t N = number(); Ok && N > 0; --N)
      get(Items.emplace_back());
  }
  template <typename T> void get(std::optional<T> &Maybe) {
    bool Has = false;
    get(Has);
    if (Ok && Has)
      get(Maybe.emplace());
  }
  template <typename T> void get(std::map<std::string, T> &Items) {
    for (std::uint64_t N = number(); Ok && N > 0; --N) {
      std::string Name;
      get(Name);
      // They were written in order.
      get(Items.try_emplace(Items.end(), std::move(Name))->second);
    }
  }
  template <typename T>
    requires requires(Reader &R, T &S) { fields(R, S); }
  void get(T &Structure) {
    fields(*this, Structure);
  }
};

template <typename T> std::string write(const T &Structure) {
  Writer W;
  T Copy = Structure; // fields() serves both directions
  fields(W, Copy);
  return std::move(W.Bytes);
}

template <typename T> std::optional<T> read(std::string_view Bytes) {
  Reader R(Bytes);
  T Structure;
  fields(R, Structure);
  if (!R.Ok || !R.atEnd())
    return std::nullopt;
  return Structure;
}

} // namespace

std::string toBytes(const FileResult &Result) { return write(Result); }

std::optional<FileResult> fromBytes(std::string_view Bytes) {
  return read<FileResult>(Bytes);
}

std::string toBytes(const StoredResult &Stored) { return write(Stored); }

std::optional<StoredResult> storedFromBytes(std::string_view Bytes) {
  return read<StoredResult>(Bytes);
}

std::string toBytes(const ShardRecord &Shard) { return write(Shard); }

std::optional<ShardRecord> shardFromBytes(std::string_view Bytes) {
  std::optional<ShardRecord> Out = read<ShardRecord>(Bytes);
  if (!Out || Out->Results.size() != Out->Sources.size() ||
      Out->Reads.size() != Out->Sources.size())
    return std::nullopt;
  for (const auto &Places : Out->Reads)
    for (const std::uint64_t Place : Places)
      if (Place >= Out->Paths.size())
        return std::nullopt;
  return Out;
}

std::string toBytes(const Question &Asked) { return write(Asked); }

} // namespace async_tidy::tool
