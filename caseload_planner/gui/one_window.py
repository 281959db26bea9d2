"""One window for a file: a lock beside the file, and a call to the window that has it.

The lock (`QLockFile`) names a process; when that process is gone, the lock is taken over. The window that has it
listens (`QLocalServer`); a second start calls it, and it comes to the front. Where a folder cannot be written
there is no lock, as nothing can be changed there.
"""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_WITHIN_MS = 400
NEVER_OLD_MS = 0
"""A lock is not stale because it is old: a window stays open for days."""
_CALL = b"come forward\n"


def lock_path_of(path: Path) -> Path:
    """Give the place of the lock of a file."""
    real = path.absolute().resolve()
    return real.with_name(f".{real.name}.window")


def call_window_of(path: Path) -> bool:
    """Ask the window that has a file to come to the front, and say whether it heard."""
    socket = QLocalSocket()
    socket.connectToServer(_server_name(path))
    if not socket.waitForConnected(ANSWER_WITHIN_MS):
        return False
    socket.write(_CALL)
    heard = socket.waitForBytesWritten(ANSWER_WITHIN_MS)
    socket.disconnectFromServer()
    return heard


class OneWindow(QObject):
    """The files that a window has for itself: the open one, and one that is being opened."""

    called = Signal()
    """Somebody starts the program again on one of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: dict[Path, tuple[QLockFile, QLocalServer]] = {}

    def claim(self, path: Path) -> bool:
        """Take a file for this window; False where another window has it."""
        key = lock_path_of(path)
        if key in self._held:
            return True
        lock = QLockFile(str(key))
        lock.setStaleLockTime(NEVER_OLD_MS)
        if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
            return False
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = _server_name(path)
        if lock.isLocked():
            QLocalServer.removeServer(name)  # left behind by a process that is gone
            server.listen(name)
        server.newConnection.connect(self._on_call)
        self._held[key] = (lock, server)
        return True

    def keep_only(self, path: Path) -> None:
        """Let go of every file but one."""
        for key in tuple(self._held):
            if key != lock_path_of(path):
                self._let_go(key)

    def let_go(self, path: Path) -> None:
        """Let go of a file that could not be opened."""
        self._let_go(lock_path_of(path))

    def end(self) -> None:
        """Let go of every file."""
        for key in tuple(self._held):
            self._let_go(key)

    def _let_go(self, key: Path) -> None:
        lock, server = self._held.pop(key, (None, None))
        if server is not None:
            server.close()
            server.deleteLater()
        if lock is not None:
            lock.unlock()

    def _on_call(self) -> None:
        server = self.sender()
        if isinstance(server, QLocalServer):
            while server.hasPendingConnections():
                socket = server.nextPendingConnection()
                socket.disconnected.connect(socket.deleteLater)
            self.called.emit()


def _server_name(path: Path) -> str:
    return f"caseload-planner-{hashlib.blake2b(str(lock_path_of(path)).encode(), digest_size=8).hexdigest()}"
