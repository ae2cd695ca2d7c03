# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Does an action of Bazel run on a machine that has nothing but the inputs that
# Bazel sends?
#
#   remote_executor.py DIR HIDDEN COMMAND…   runs COMMAND, {port} in it replaced
#
# Serves the Remote Execution API to COMMAND. An action runs in a folder of its own
# that holds its inputs, without network, and with an empty folder in place of HIDDEN,
# which holds the checkout and all that Bazel keeps. It takes root. What was sent is
# kept until COMMAND ends, and DIR holds only what this file is made of; each action is
# told on standard error.

import hashlib
import subprocess
import sys
import tempfile
from concurrent import futures
from pathlib import Path

import grpc

DIR, HIDDEN, COMMAND = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
DIR.mkdir(parents=True, exist_ok=True)
API = Path(__file__).parent / "remote_api.proto"
subprocess.run(["protoc", f"-I{API.parent}", f"--python_out={DIR}", API.name], check=True)
sys.path.insert(0, str(DIR))
import remote_api_pb2 as api  # noqa: E402  (made by the line before)

ALONE = ["unshare", "--mount", "--net", "bash", "-c"]
ALONE += [f'mount -t tmpfs none "{HIDDEN}" && exec "$@"', "-"]
SHA256 = 1
CHUNK = 1 << 20
blobs, results = {}, {}  # by digest


def keep(content):
    """The digest of \\p content, which is kept."""
    digest = api.Digest(hash=hashlib.sha256(content).hexdigest(), size_bytes=len(content))
    blobs[digest.hash] = content
    return digest


keep(b"")  # Bazel never sends what is empty


def lay_out(digest, folder):
    """Makes \\p folder the directory that \\p digest names."""
    folder.mkdir()
    directory = api.Directory.FromString(blobs[digest.hash])
    for file in directory.files:
        (folder / file.name).write_bytes(blobs[file.digest.hash])
        (folder / file.name).chmod(0o555 if file.is_executable else 0o444)
    for link in directory.symlinks:
        (folder / link.name).symlink_to(link.target)
    for child in directory.directories:
        lay_out(child.digest, folder / child.name)


def run(action):
    """Runs \\p action; what came out."""
    command = api.Command.FromString(blobs[action.command_digest.hash])
    with tempfile.TemporaryDirectory() as work:
        root = Path(work) / "inputs"
        lay_out(action.input_root_digest, root)
        here = root / command.working_directory
        for name in command.output_files:
            (here / name).parent.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            [*ALONE, *command.arguments],
            cwd=here,
            env={v.name: v.value for v in command.environment_variables},
            capture_output=True,
            check=False,
        )
        result = api.ActionResult(
            exit_code=done.returncode, stdout_raw=done.stdout, stderr_raw=done.stderr
        )
        for name in command.output_files:
            if (here / name).is_file():
                result.output_files.add(path=name, digest=keep((here / name).read_bytes()))
    what = Path(command.arguments[0]).name
    print(f"ran remotely: {what}, exit code {done.returncode}", file=sys.stderr, flush=True)
    return result


def execute(request, _):
    key = request.action_digest.hash
    if key not in results or request.skip_cache_lookup:
        result = run(api.Action.FromString(blobs[key]))
        if result.exit_code == 0:
            results[key] = result
    else:
        result = results[key]
    response = api.ExecuteResponse(result=result, status=api.Status())
    kind = "type.googleapis.com/build.bazel.remote.execution.v2.ExecuteResponse"
    value = response.SerializeToString()
    yield api.Operation(name=key, done=True, response=api.Any(type_url=kind, value=value))


def get_action_result(request, context):
    key = request.action_digest.hash
    if key not in results:
        context.abort(grpc.StatusCode.NOT_FOUND, "never ran")
    return results[key]


def find_missing(request, _):
    missing = [d for d in request.blob_digests if d.hash not in blobs]
    return api.FindMissingBlobsResponse(missing_blob_digests=missing)


def capabilities(_, __):
    cache = api.CacheCapabilities(digest_functions=[SHA256])
    cache.action_cache_update_capabilities.update_enabled = False
    return api.ServerCapabilities(
        cache_capabilities=cache,
        execution_capabilities=api.ExecutionCapabilities(digest_function=SHA256, exec_enabled=True),
        low_api_version=api.SemVer(major=2),
        high_api_version=api.SemVer(major=2),
    )


def read(request, context):
    """…/blobs/HASH/SIZE"""
    content = blobs.get(request.resource_name.split("/")[-2])
    if content is None:
        context.abort(grpc.StatusCode.NOT_FOUND, request.resource_name)
    for at in range(request.read_offset, max(len(content), 1), CHUNK):
        yield api.ReadResponse(data=content[at : at + CHUNK])


def write(requests, _):
    content = b"".join(request.data for request in requests)
    return api.WriteResponse(committed_size=keep(content).size_bytes)


UNARY, STREAMED, UPLOAD = (
    grpc.unary_unary_rpc_method_handler,
    grpc.unary_stream_rpc_method_handler,
    grpc.stream_unary_rpc_method_handler,
)
EXECUTION = "build.bazel.remote.execution.v2."
METHODS = [
    (EXECUTION + "Execution", "Execute", STREAMED, execute, "ExecuteRequest"),
    (EXECUTION + "ActionCache", "GetActionResult", UNARY, get_action_result, "GetActionResultRequest"),
    (
        EXECUTION + "ContentAddressableStorage",
        "FindMissingBlobs",
        UNARY,
        find_missing,
        "FindMissingBlobsRequest",
    ),
    (EXECUTION + "Capabilities", "GetCapabilities", UNARY, capabilities, "GetCapabilitiesRequest"),
    ("google.bytestream.ByteStream", "Read", STREAMED, read, "ReadRequest"),
    ("google.bytestream.ByteStream", "Write", UPLOAD, write, "WriteRequest"),
]

server = grpc.server(futures.ThreadPoolExecutor(max_workers=16))
for service, method, kind, answer, request in METHODS:
    handler = kind(
        answer,
        request_deserializer=getattr(api, request).FromString,
        response_serializer=lambda message: message.SerializeToString(),
    )
    server.add_generic_rpc_handlers(
        [grpc.method_handlers_generic_handler(service, {method: handler})]
    )
port = server.add_insecure_port("127.0.0.1:0")
server.start()
done = subprocess.run([word.replace("{port}", str(port)) for word in COMMAND], check=False)
server.stop(None)
sys.exit(done.returncode)
