# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How does Bazel lint only what changed, on as many machines as it builds with?
#
#   bazel build //... --aspects=@async_tidy//:async_tidy.bzl%async_tidy \
#     --output_groups=async_tidy --keep_going
#
# The aspect gives every C++ source an action of its own. Its inputs are all that
# the compiler would read, so Bazel caches it and runs it wherever it runs
# compilers. An action fails where there are findings, which are printed, and where
# the source does not compile; otherwise it leaves a report as JSON. Inputs may be
# links: --root keeps async-tidy from following them to paths that hold on one
# machine only, and from a .clang-tidy around the action that is none of its inputs.

load("@bazel_tools//tools/build_defs/cc:action_names.bzl", "CPP_COMPILE_ACTION_NAME")
load("@bazel_tools//tools/cpp:toolchain_utils.bzl", "find_cpp_toolchain")

_SOURCES = ("cpp", "cc", "cxx", "c++", "C", "cppm")

def _flags(ctx, target, toolchain):
    """What the toolchain would compile a source of this target with."""
    features = cc_common.configure_features(
        ctx = ctx,
        cc_toolchain = toolchain,
        requested_features = ctx.features,
        unsupported_features = ctx.disabled_features,
    )
    compilation = target[CcInfo].compilation_context
    own = [
        ctx.expand_make_variables("copts", option, {})
        for option in getattr(ctx.rule.attr, "copts", [])
    ]
    variables = cc_common.create_compile_variables(
        feature_configuration = features,
        cc_toolchain = toolchain,
        user_compile_flags = ctx.fragments.cpp.copts + ctx.fragments.cpp.cxxopts + own,
        include_directories = compilation.includes,
        quote_include_directories = compilation.quote_includes,
        system_include_directories = compilation.system_includes,
        preprocessor_defines = depset(
            transitive = [compilation.defines, compilation.local_defines],
        ),
    )
    flags = cc_common.get_memory_inefficient_command_line(
        feature_configuration = features,
        action_name = CPP_COMPILE_ACTION_NAME,
        variables = variables,
    )

    # Where that compiler would look without being told; after clang's own.
    for folder in toolchain.built_in_include_directories:
        flags = flags + ["-idirafter", folder]
    return flags

def _async_tidy_impl(target, ctx):
    if CcInfo not in target:
        return []
    toolchain = find_cpp_toolchain(ctx)
    sources = getattr(ctx.rule.files, "srcs", [])
    headers = [file for file in sources if file.extension not in _SOURCES]
    reports = []
    for source in sources:
        if source.extension not in _SOURCES:
            continue
        report = ctx.actions.declare_file(
            "%s.async_tidy/%s.json" % (ctx.label.name, source.short_path.replace("../", "")),
        )
        arguments = ctx.actions.args()
        arguments.add("--root=.")
        arguments.add_all(["--quiet", "--no-cache", "-j", "1", "--format=text"])
        arguments.add("--format=json:" + report.path)
        arguments.add(source)
        arguments.add("--")
        arguments.add_all(_flags(ctx, target, toolchain))
        ctx.actions.run(
            executable = ctx.executable._async_tidy,
            arguments = [arguments],
            inputs = depset(
                [source] + headers + ctx.files._config,
                transitive = [
                    target[CcInfo].compilation_context.headers,
                    toolchain.all_files,
                ],
            ),
            outputs = [report],
            mnemonic = "AsyncTidy",
            progress_message = "Linting " + source.short_path,
        )
        reports.append(report)
    return [OutputGroupInfo(async_tidy = depset(reports))]

async_tidy = aspect(
    implementation = _async_tidy_impl,
    attrs = {
        # The program, and files that it reads where they lie: .clang-tidy, rows.
        "_async_tidy": attr.label(
            default = "@async_tidy//:async-tidy",
            executable = True,
            cfg = "exec",
            allow_single_file = True,
        ),
        "_config": attr.label(default = "@async_tidy//:config"),
        "_cc_toolchain": attr.label(default = "@bazel_tools//tools/cpp:current_cc_toolchain"),
    },
    fragments = ["cpp"],
    toolchains = ["@bazel_tools//tools/cpp:toolchain_type"],
)
