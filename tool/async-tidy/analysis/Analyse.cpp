// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// clang-tidy's engine on one file. This is what runClangTidy() does, with four
// differences: only what can hold a finding is parsed and matched (Bodies.h), a
// missing header is an error like any other (after a fatal one clang drops
// findings), fixes of different findings are not thrown away when they
// overlap (Fix.cpp looks at all files together), and nothing is printed.

#include "analysis/Analyse.h"

#include "analysis/Bodies.h"
#include "analysis/Convert.h"
#include "analysis/Explain.h"
#include "analysis/Inventory.h"
#include "ast/ClangCompat.h"
#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang-tidy/ClangTidyModule.h"
#include "results/InputFiles.h"
#include "sources/OneFile.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/LexDiagnostic.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

namespace async_tidy::tool {
namespace {

namespace tidy = clang::tidy;
namespace tooling = clang::tooling;

/// What of the file is looked at.
struct Look {
  Reported Where;
  Bodies Which;
  bool &NeedsAll; ///< set where it was not enough
};

class CheckAction final : public clang::ASTFrontendAction {
public:
  CheckAction(tidy::ClangTidyASTConsumerFactory &Checks, const Look &How)
      : Checks(Checks), How(How) {}

  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &Compiler,
                    llvm::StringRef File) override {
    // Others stay fatal: clang goes on exponentially long after a template
    // that instantiates itself too deeply.
    for (const unsigned Missing : {clang::diag::err_pp_file_not_found,
                                   clang::diag::err_pp_error_opening_file})
      Compiler.getDiagnostics().setSeverity(
          Missing, clang::diag::Severity::Error, clang::SourceLocation());
    return lookOnlyAt(How.Where, How.Which, How.NeedsAll,
                      Checks.createASTConsumer(Compiler, File));
  }

private:
  tidy::ClangTidyASTConsumerFactory &Checks;
  const Look &How;
};

class CheckActionFactory final : public tooling::FrontendActionFactory {
public:
  CheckActionFactory(tidy::ClangTidyASTConsumerFactory &Checks, const Look &How)
      : Checks(Checks), How(How) {}

  std::unique_ptr<clang::FrontendAction> create() override {
    return std::make_unique<CheckAction>(Checks, How);
  }

  bool runInvocation(std::shared_ptr<clang::CompilerInvocation> Invocation,
                     clang::FileManager *Files,
                     std::shared_ptr<clang::PCHContainerOperations> Containers,
                     clang::DiagnosticConsumer *Consumer) override {
    // Defines __clang_analyzer__, as clang-tidy does: same macros, same code,
    // same findings as the plugin.
    Invocation->getPreprocessorOpts().SetUpStaticAnalyzer = true;
    Invocation->getFrontendOpts().SkipFunctionBodies =
        How.Which == Bodies::ReportedOnly; // asks our consumer about each
    // The process ends with this file; nothing is gained by freeing its AST.
    Invocation->getFrontendOpts().DisableFree = true;
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Consumer);
  }

private:
  tidy::ClangTidyASTConsumerFactory &Checks;
  const Look &How;
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

/// One parse with each of the file's commands; nothing where it has to be done
/// again with all bodies.
std::optional<Analysed> analyseOnce(const Source &S, const Arguments &Args,
                                    const Reported &Where, Bodies Which) {
  FileResult Result;
  Result.File = S.File;
  auto Settings = Configuration::create(Args);
  if (!Settings) {
    Result.ConfigurationErrors.push_back(llvm::toString(Settings.takeError()));
    return Analysed{std::move(Result), std::nullopt};
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
  bool NeedsAll = false;
  const Look How{Where, Which, NeedsAll};
  CheckActionFactory Factory(Checks, How);
  const int Status = Tool.run(&Factory);
  if (NeedsAll)
    return std::nullopt;

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
  return Analysed{std::move(Result), Inputs->trace()};
}

} // namespace

Analysed analyse(const Source &S, const Arguments &Args,
                 const Reported &Where) {
  if (!llvm::sys::fs::exists(S.File)) {
    FileResult Result;
    Result.File = S.File;
    Result.Reason.Text = "there is no such file; if the build generates it, "
                         "build first";
    return {std::move(Result), std::nullopt};
  }
  if (auto Result = analyseOnce(S, Args, Where, Bodies::ReportedOnly))
    return std::move(*Result);
  return *analyseOnce(S, Args, Where, Bodies::All);
}

} // namespace async_tidy::tool
