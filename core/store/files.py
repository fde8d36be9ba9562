"""Writing a file so that nothing is ever lost: the old content or the new, never half of either."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

_NO_HARD_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}

_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EROFS: "the disk is read-only",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.EISDIR: "this is a folder, not a file",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EIO: "the disk has a fault",
    errno.ELOOP: "the links lead in a circle",
}


def in_words(error: OSError) -> str:
    """Return what went wrong as a clause in plain words."""
    words = _WORDS.get(error.errno or 0) or error.strerror or "it cannot be used"
    return words[:1].lower() + words[1:]


def write_file(path: Path, data: bytes, *, replace: bool) -> None:
    """Put `data` at `path`, whole or not at all, and have it on the disk before returning.

    A symbolic link is followed; a file that is replaced keeps its permissions. FileExistsError where
    something is at `path` and `replace` is false, also where it appeared at the last moment; OSError where
    it cannot be written. Only an ordinary file is ever replaced, and none that is write-protected.
    """
    target = Path(os.path.realpath(path))
    if not target.parent.exists():
        raise FileNotFoundError(errno.ENOENT, f"the folder {target.parent} does not exist", str(target))
    mode = _mode_to_keep(target, replace=replace)
    # Not `tempfile`: a new file is to get the permissions that the umask gives, not the owner's alone.
    temporary = target.parent / f".newsdiff-{uuid4().hex}.tmp"
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with open(handle, "wb") as file:  # noqa: PTH123 - it is open already
            if mode is not None:
                temporary.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            temporary.replace(target)
        else:
            _move_to_free_name(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _mode_to_keep(target: Path, *, replace: bool) -> int | None:
    """Return the permissions of the file to be replaced, None where there is none."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if not replace:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "this is not an ordinary file", str(target))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return stat.S_IMODE(found.st_mode)


def _move_to_free_name(temporary: Path, target: Path) -> None:
    """Rename, with FileExistsError where the name is taken; renaming alone would overwrite."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # Without hard links (FAT, some network disks) an empty file holds the name against others.
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        try:
            temporary.replace(target)
        except OSError:
            target.unlink()
            raise


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk too; the content is safe already, so a refusal is no failure."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
