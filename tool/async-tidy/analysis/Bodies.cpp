// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Skipping bodies, and limiting where the checks look; see Bodies.h.

#include "analysis/Bodies.h"

#include "analysis/Findings.h"
#include "analysis/UncertainTemplates.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Regex.h"

#include <vector>

namespace async_tidy::tool {
namespace {

using namespace clang;

std::vector<std::unique_ptr<ASTConsumer>>
listOf(std::unique_ptr<ASTConsumer> One) {
  std::vector<std::unique_ptr<ASTConsumer>> List;
  List.push_back(std::move(One));
  return List;
}

class LimitedConsumer final : public MultiplexConsumer {
public:
  LimitedConsumer(Reported Where, Bodies Which, bool &NeedsAll,
                  std::unique_ptr<ASTConsumer> Checks)
      : MultiplexConsumer(listOf(std::move(Checks))), Where(std::move(Where)),
        Filter(this->Where.HeaderFilter), Which(Which), NeedsAll(NeedsAll) {}

  void Initialize(ASTContext &AST) override {
    Sources = &AST.getSourceManager();
    MultiplexConsumer::Initialize(AST);
  }

  /// clang asks before it parses a body, never for constexpr functions or those
  /// whose return type is deduced.
  bool shouldSkipFunctionBody(Decl *D) override {
    const bool Skip =
        Which == Bodies::ReportedOnly && !isReported(D->getLocation());
    Skipped |= Skip;
    return Skip;
  }

  void HandleTranslationUnit(ASTContext &AST) override {
    std::vector<Decl *> Ours = reportedDeclarations(AST);
    if (Skipped && holdsUncertainTemplate(Ours, [this](SourceLocation Loc) {
          return isReported(Loc);
        })) {
      NeedsAll = true;
      return;
    }
    AST.setTraversalScope(std::move(Ours));
    MultiplexConsumer::HandleTranslationUnit(AST);
  }

private:
  bool isReported(SourceLocation Loc) {
    Loc = Sources->getExpansionLoc(Loc);
    if (Loc.isInvalid())
      return false;
    const FileID File = Sources->getFileID(Loc);
    if (File == Sources->getMainFileID())
      return true;
    return !Sources->isInSystemHeader(Loc) && isReported(File);
  }

  bool isReported(FileID File) {
    const auto [At, New] = Known.try_emplace(File, true);
    if (!New)
      return At->second;
    const auto Entry = Sources->getFileEntryRefForID(File);
    if (!Entry) // no file: made by clang
      return true;
    if (!Where.HeaderFilter.empty())
      return At->second = Filter.match(Entry->getName());
    llvm::SmallString<256> Path(Entry->getName());
    Sources->getFileManager().makeAbsolutePath(Path);
    return At->second = canonicalPath(std::string(Path))
                            .starts_with(Where.Root == "/" ? Where.Root
                                                           : Where.Root + "/");
  }

  /// The top-level declarations of reported files, and the templates elsewhere
  /// under which clang keeps what is instantiated from code of reported files.
  std::vector<Decl *> reportedDeclarations(ASTContext &AST) {
    const std::vector<SourceLocation> Inclusions = foreignInclusions();
    llvm::SetVector<Decl *> Ours;
    for (Decl *D : AST.getTranslationUnitDecl()->decls())
      if (isReported(D->getLocation()) ||
          llvm::any_of(Inclusions, [&](SourceLocation Loc) {
            return Sources->isPointWithin(
                Loc, Sources->getExpansionLoc(D->getBeginLoc()),
                Sources->getExpansionLoc(D->getEndLoc()));
          }))
        Ours.insert(D);
    std::vector<Decl *> Roots(Ours.begin(), Ours.end());
    for (Decl *D : Roots)
      addForeignTemplates(*D, Ours);
    return {Ours.begin(), Ours.end()};
  }

  /// Where unreported files include reported ones, maybe inside a namespace.
  std::vector<SourceLocation> foreignInclusions() {
    std::vector<SourceLocation> Out;
    for (unsigned I = 1; I < Sources->local_sloc_entry_size(); ++I) {
      const SrcMgr::SLocEntry &Entry = Sources->getLocalSLocEntry(I);
      if (!Entry.isFile())
        continue;
      const SourceLocation From = Entry.getFile().getIncludeLoc();
      if (From.isValid() && !isReported(From) &&
          isReported(SourceLocation::getFromRawEncoding(Entry.getOffset())))
        Out.push_back(From);
    }
    return Out;
  }

  void addForeignTemplates(Decl &D, llvm::SetVector<Decl *> &Ours) {
    for (const DeclContext *C = D.getDeclContext(); C; C = C->getParent())
      if (const auto *Class = dyn_cast<CXXRecordDecl>(C))
        addForeign(primaryOf(*Class), Ours);
    if (auto *Template = dyn_cast<RedeclarableTemplateDecl>(&D))
      addForeign(Template, Ours);
    if (auto *Class = dyn_cast<CXXRecordDecl>(&D))
      addForeign(primaryOf(*Class), Ours);
    if (auto *Within = dyn_cast<DeclContext>(&D);
        Within && !isa<FunctionDecl>(D))
      for (Decl *Inner : Within->decls())
        addForeignTemplates(*Inner, Ours);
  }

  /// The class template that \p Class is the pattern of, or specializes.
  static ClassTemplateDecl *primaryOf(const CXXRecordDecl &Class) {
    if (const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(&Class))
      return Special->getSpecializedTemplate();
    return Class.getDescribedClassTemplate();
  }

  void addForeign(RedeclarableTemplateDecl *Template,
                  llvm::SetVector<Decl *> &Ours) {
    if (!Template)
      return;
    auto *First = cast<RedeclarableTemplateDecl>(Template->getCanonicalDecl());
    if (!isReported(First->getLocation()))
      Ours.insert(First);
  }

  const Reported Where;
  const llvm::Regex Filter;
  const Bodies Which;
  bool &NeedsAll;
  bool Skipped = false;
  SourceManager *Sources = nullptr;
  llvm::DenseMap<FileID, bool> Known;
};

} // namespace

std::unique_ptr<ASTConsumer> lookOnlyAt(Reported Where, Bodies Which,
                                        bool &NeedsAll,
                                        std::unique_ptr<ASTConsumer> Checks) {
  return std::make_unique<LimitedConsumer>(std::move(Where), Which, NeedsAll,
                                           std::move(Checks));
}

} // namespace async_tidy::tool
