"""System calls of a command, in their order, and the command run again with one of them failing or fatal (strace)."""

import os
import re
import signal
import subprocess
from dataclasses import dataclass

# Calls that can change files.
CHANGING = """openat open creat write pwrite64 writev pwritev rename renameat renameat2 link linkat unlink unlinkat rmdir
fsync fdatasync syncfs ftruncate truncate fallocate mkdir mkdirat symlink symlinkat chmod fchmod fchmodat utimensat
copy_file_range sendfile flock""".split()
# Calls that can fail with the disk; locks (fcntl) are no work of the disk.
READING = "read pread64 readv newfstatat fstat lstat stat statx getdents64 lseek close".split()

SYSTEM = ("/usr", "/lib", "/etc", "/proc", "/sys", "/bin", "/dev/null", "/dev/urandom", "pipe:", "socket:", "anon_inode:", "/memfd:")
LINE = re.compile(r"^(?:\d+\s+)?(\w+)\((.*)$")
PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
FRAME = re.compile(r"^ > (\S+?)(?:\(.*)? \[(0x[0-9a-f]+)\]$")
HANDLE = re.compile(r"^(\d+)<((?:[^>\\]|\\.)*)>")


@dataclass(frozen=True)
class Call:
    name: str
    number: int  # among the calls of that name, from 1
    path: str
    writes: bool  # may change something

    def __str__(self):
        return f"{self.name} № {self.number} ({self.path.rsplit('/', 1)[-1]})"


def _known(names):
    """Names that this machine's strace knows: '?' lets it skip the others."""
    return ",".join("?" + n for n in names)


def _call(name, arguments, number):
    """None for a call of no interest: the loader's, of standard streams, of the system's own files."""
    handle = HANDLE.match(arguments)
    if handle:
        if int(handle[1]) <= 2:
            return None
        path = handle[2]
    else:
        path = next(iter(PATH.findall(arguments)), "")
        if not path and name == "newfstatat":
            path = next(iter(re.findall(r"\d+<([^>]*)>", arguments)), "")
    if not path or path.startswith(SYSTEM):
        return None
    writes = name in CHANGING
    if name in ("openat", "open"):
        writes = any(flag in arguments for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"))
    return Call(name, number, path, writes)


def _traced(command, log, *how, **options):
    done = subprocess.run(["strace", "-f", "--seccomp-bpf", *how, "-y", "-qq", "-s", "0", "-o", log, "-e",
                           "trace=" + _known(CHANGING + READING), *command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stderr}")
    with log.open(encoding="utf-8", errors="replace") as lines:
        yield from (line.rstrip("\n") for line in lines)


def record(command, log, **options):
    """Runs the command to its end and lists its calls. RuntimeError when it fails or cannot be traced."""
    calls, numbers = [], {}
    for line in _traced(command, log, **options):
        match = LINE.match(line)
        if not match:
            continue
        name, arguments = match.groups()
        numbers[name] = numbers.get(name, 0) + 1
        call = _call(name, arguments, numbers[name])
        if call:
            calls.append(call)
    return calls


def places(command, log, calls):
    """Of the calls of a command that `record` found, the first and the last from every place of the program: a kind
    of call and the functions that led to it. Runs the command once more; slow. RuntimeError as `record`."""
    known = {(call.name, call.number): at for at, call in enumerate(calls)}
    numbers, found, at, name, stack = {}, {}, None, "", []
    for line in [*_traced(command, log, "-k"), ""]:
        frame = FRAME.match(line)
        if frame:
            stack.append(frame.groups())
            continue
        if at is not None:
            found.setdefault((name, *stack), []).append(at)
        match, at, stack = LINE.match(line), None, []
        if match:
            name = match[1]
            numbers[name] = numbers.get(name, 0) + 1
            at = known.get((name, numbers[name]))
    return [calls[at] for at in sorted({at for all_of_it in found.values() for at in (all_of_it[0], all_of_it[-1])})]


def _injected(command, call, what, log, seconds, *options):
    full = ["strace", "-f", *options, "-qq", "-o", log, "-e", f"trace={call.name}", "-e",
            f"inject={call.name}:{what}:when={call.number}", *map(str, command)]
    process = subprocess.Popen(full, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               start_new_session=True)
    try:
        out, errors = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, errors = process.communicate()
        return None, out.decode("utf-8", "replace"), errors.decode("utf-8", "replace")
    return process.returncode, out.decode("utf-8", "replace"), errors.decode("utf-8", "replace")


def killed_at(command, call, log, seconds=120):
    """Kills the command before this call takes effect. True when it was killed, False when it ran to its end."""
    # Without --seccomp-bpf, under which strace 6.1 loses injected signals.
    code, _, errors = _injected(command, call, "signal=SIGKILL", log, seconds)
    if code == -signal.SIGKILL:
        return True
    if code != 0:
        raise RuntimeError(f"{call}: exit {code}\n{errors}")
    return False


def failing_at(command, call, error, log, seconds=120):
    """Lets this call fail: (exit code — None: hung —, standard output, messages)."""
    return _injected(command, call, f"error={error}", log, seconds, "--seccomp-bpf")


def spread(calls, most):
    """Up to `most` of the calls in their order: all of the rare kinds, the frequent ones evenly thinned out."""
    kinds = {}
    for place, call in enumerate(calls):
        kinds.setdefault(call.name, []).append(place)
    chosen, room = [], min(most, len(calls))
    groups = sorted(kinds.values(), key=len)
    for number, group in enumerate(groups):
        share = min(len(group), room // (len(groups) - number))
        chosen += [group[(2 * i + 1) * len(group) // (2 * share)] for i in range(share)]
        room -= share
    return [calls[place] for place in sorted(chosen)]
