// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// clang-tidy's engine on one file. This is what runClangTidy() does, with three
// differences: a missing header is an error like any other (after a fatal one
// clang would drop our findings), fixes of different findings are not thrown
// away when they overlap (Fix.cpp looks at all files together), and nothing is
// printed.

#include "Analyse.h"

#include "Convert.h"
#include "Explain.h"
#include "InputFiles.h"
#include "Inventory.h"
#include "ast/ClangCompat.h"
#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

namespace async_tidy::tool {
namespace {

namespace tidy = clang::tidy;
namespace tooling = clang::tooling;

/// A database of one file.
class OneFile final : public tooling::CompilationDatabase {
public:
  explicit OneFile(const Source &S) : S(S) {}
  std::vector<tooling::CompileCommand>
  getCompileCommands(llvm::StringRef) const override {
    return S.Commands;
  }

private:
  const Source &S;
};

class CheckAction final : public clang::ASTFrontendAction {
public:
  explicit CheckAction(tidy::ClangTidyASTConsumerFactory &Checks)
      : Checks(Checks) {}

  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &Compiler,
                    llvm::StringRef File) override {
    Compiler.getDiagnostics().setFatalsAsError(true);
    return Checks.createASTConsumer(Compiler, File);
  }

private:
  tidy::ClangTidyASTConsumerFactory &Checks;
};

class CheckActionFactory final : public tooling::FrontendActionFactory {
public:
  explicit CheckActionFactory(tidy::ClangTidyASTConsumerFactory &Checks)
      : Checks(Checks) {}

  std::unique_ptr<clang::FrontendAction> create() override {
    return std::make_unique<CheckAction>(Checks);
  }

  bool runInvocation(std::shared_ptr<clang::CompilerInvocation> Invocation,
                     clang::FileManager *Files,
                     std::shared_ptr<clang::PCHContainerOperations> Containers,
                     clang::DiagnosticConsumer *Consumer) override {
    // Defines __clang_analyzer__, as clang-tidy does: same macros, same code,
    // same findings as the plugin.
    Invocation->getPreprocessorOpts().SetUpStaticAnalyzer = true;
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Consumer);
  }

private:
  tidy::ClangTidyASTConsumerFactory &Checks;
};

/// clang-tidy's consumer, which also remembers the first error: those it hands
/// out are sorted by file, and the first is the one that explains the others.
class Consumer final : public tidy::ClangTidyDiagnosticConsumer {
public:
  using ClangTidyDiagnosticConsumer::ClangTidyDiagnosticConsumer;
  std::optional<Message> FirstError;

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
    if (!FirstError && Level >= clang::DiagnosticsEngine::Error)
      FirstError = describe(Info);
    ClangTidyDiagnosticConsumer::HandleDiagnostic(Level, Info);
  }

private:
  static Message describe(const clang::Diagnostic &Info) {
    Message M;
    llvm::SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    M.Text = std::string(Text);
    if (!Info.getLocation().isValid())
      return M;
    clang::SourceManager &Sources = Info.getSourceManager();
    const clang::PresumedLoc At = Sources.getPresumedLoc(
        Sources.getFileLoc(Info.getLocation()), /*UseLineDirectives=*/false);
    if (At.isInvalid())
      return M;
    llvm::SmallString<256> File(At.getFilename());
    Sources.getFileManager().makeAbsolutePath(File);
    M.At = {canonicalPath(std::string(File)), 0, At.getLine(), At.getColumn()};
    return M;
  }
};

/// ExtraArgs and the like of the file's .clang-tidy.
tooling::ArgumentsAdjuster argumentsOf(tidy::ClangTidyContext &Context) {
  return [&Context](const tooling::CommandLineArguments &Line,
                    llvm::StringRef File) {
    const tidy::ClangTidyOptions Options = Context.getOptionsForFile(File);
    tooling::CommandLineArguments Adjusted = Line;
    const auto Begin = Adjusted.empty() ? 0 : 1;
    if (Options.ExtraArgsBefore)
      Adjusted.insert(Adjusted.begin() + Begin,
                      Options.ExtraArgsBefore->begin(),
                      Options.ExtraArgsBefore->end());
    if (Options.ExtraArgs)
      Adjusted.insert(llvm::find(Adjusted, "--"), Options.ExtraArgs->begin(),
                      Options.ExtraArgs->end());
    return Adjusted;
  };
}

} // namespace

FileResult analyse(const Source &S, const Arguments &Args) {
  FileResult Result;
  Result.File = S.File;
  if (!llvm::sys::fs::exists(S.File)) {
    Result.Reason.Text = "there is no such file; if the build generates it, "
                         "build first";
    return Result;
  }
  auto Settings = Configuration::create(Args);
  if (!Settings) {
    Result.ConfigurationErrors.push_back(llvm::toString(Settings.takeError()));
    return Result;
  }
  tidy::ClangTidyContext Context(std::move(*Settings));
  auto Inputs = llvm::makeIntrusiveRefCnt<InputFiles>();
  auto Overlay =
      llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(Inputs);

  // Each finding must be whole by itself: another that carries the include may
  // be filtered out or conflict. What is the same is edited once (Fix.cpp).
  Context.setSelfContainedDiags(true);
  if (Args.Explanations == Explain::Yes || Args.Task == Purpose::Inventory)
    setSiteListener([&](const SiteReport &Site) {
      if (Args.Explanations == Explain::Yes)
        Result.Explanations.push_back(explainSite(Site));
      if (Args.Task == Purpose::Inventory)
        Result.Sites.push_back(recordSite(Site));
    });

  SiteNotes Sites;
  setFindingListener(
      [&Sites](const FindingReport &Found) { Sites.add(Found); });

  const OneFile Database(S);
  const std::string Name = S.Commands.front().Filename;
  tooling::ClangTool Tool(Database, {Name},
                          std::make_shared<clang::PCHContainerOperations>(),
                          Overlay);
  Tool.setPrintErrorMessage(false);
  Tool.appendArgumentsAdjuster(argumentsOf(Context));
  Tool.appendArgumentsAdjuster(tooling::getStripPluginsAdjuster());

  Consumer Reports(Context, /*ExternalDiagEngine=*/nullptr,
                   /*RemoveIncompatibleErrors=*/false);
  const auto Engine = attachDiagnostics(Context, Reports);
  Tool.setDiagnosticConsumer(&Reports);

  tidy::ClangTidyASTConsumerFactory Checks(Context, Overlay);
  CheckActionFactory Factory(Checks);
  const int Status = Tool.run(&Factory);

  Result.How = Outcome::Complete;
  convert(Reports.take(), Sites, Result);
  if (Result.How == Outcome::DoesNotCompile && Reports.FirstError)
    Result.Reason = *Reports.FirstError;
  Result.Inputs = Inputs->stamps();
  // A finding that the team calls an error counts as one of clang's.
  const bool Ours =
      llvm::any_of(Result.Findings, [](const Finding &F) { return F.AsError; });
  if (Status != 0 && !Ours && Result.How == Outcome::Complete) {
    Result.How = Outcome::Failed;
    Result.Reason.Text = "clang refused the compile command";
  }
  return Result;
}

} // namespace async_tidy::tool
