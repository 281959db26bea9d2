"""What the window remembers of a user: language, theme, geometry, the last page and recent files."""

from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from caseload_planner.gui.theme import Theme
from caseload_planner.gui.translations import Language

RECENT_FILES = 6
RECENT_SOURCES = 3
Choice = TypeVar("Choice", Language, Theme)


class RecentSource(NamedTuple):
    """A folder, workbook or file that was read, and the mapping by which it was; None for one of this program."""

    path: Path
    mapping: Path | None


class Settings:
    """Reads and writes the user's settings.

    Parameters
    ----------
    store
        Where they are kept; tests hand in a file of their own.
    """

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def language(self) -> Language:
        """The language of the window; Dutch until somebody chooses another."""
        return _one_of(Language, self._text("language"), Language.DUTCH)

    @language.setter
    def language(self, language: Language) -> None:
        self._store.setValue("language", language.value)

    @property
    def theme(self) -> Theme:
        """The look of the window."""
        return _one_of(Theme, self._text("theme"), Theme.LIGHT)

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._store.setValue("theme", theme.value)

    @property
    def page(self) -> str:
        """The page that was last looked at."""
        return self._text("page")

    @page.setter
    def page(self, key: str) -> None:
        self._store.setValue("page", key)

    @property
    def rail_wide(self) -> bool:
        """Whether the rail has words where there is room for them."""
        return self._text("rail") != "icons"

    @rail_wide.setter
    def rail_wide(self, wide: bool) -> None:
        self._store.setValue("rail", "words" if wide else "icons")

    @property
    def decided_by(self) -> str:
        """Who decided the last round on this computer."""
        return self._text("decided_by")

    @decided_by.setter
    def decided_by(self, name: str) -> None:
        self._store.setValue("decided_by", name)

    def agreed_name(self, team: str) -> str:
        """Give who of a team agreed the last time that it was asked for somebody, on this computer."""
        return self._text(f"agreed/{team}")

    def remember_agreed(self, team: str, name: str) -> None:
        """Keep who of a team agreed."""
        self._store.setValue(f"agreed/{team}", name)

    @property
    def documents_folder(self) -> str:
        """Where documents were saved the last time; empty until somebody saved one."""
        return self._text("documents_folder")

    @documents_folder.setter
    def documents_folder(self, folder: str) -> None:
        self._store.setValue("documents_folder", folder)

    @property
    def cluster(self) -> tuple[str, str]:
        """Address of the computing cluster and the folder with its keys; empty until somebody uses one."""
        return self._text("cluster/address"), self._text("cluster/keys")

    @cluster.setter
    def cluster(self, place: tuple[str, str]) -> None:
        self._store.setValue("cluster/address", place[0])
        self._store.setValue("cluster/keys", place[1])

    @property
    def profile(self) -> str:
        """The profile that proposals follow; empty until somebody chooses one."""
        return self._text("profile")

    @profile.setter
    def profile(self, name: str) -> None:
        self._store.setValue("profile", name)

    @property
    def sorting(self) -> tuple[str, bool] | None:
        """The column that the caseload is sorted by, by name, and whether the highest stands on top."""
        column, _, descending = self._text("sorting").partition(" ")
        return (column, descending == "descending") if column else None

    @sorting.setter
    def sorting(self, sorting: tuple[str, bool]) -> None:
        self._store.setValue("sorting", f"{sorting[0]} {'descending' if sorting[1] else 'ascending'}")

    def scope_of(self, file: Path) -> tuple[str, str] | None:
        """Give the part of an organisation that was looked at last in a file: its kind and key."""
        known, _, rest = self._text("scope").partition("\n")
        kind, _, key = rest.partition("\n")
        return (kind, key) if kind and known == str(file) else None

    def remember_scope(self, file: Path, kind: str, key: str) -> None:
        """Keep the part of an organisation that is looked at in a file."""
        self._store.setValue("scope", f"{file}\n{kind}\n{key}")

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window; empty the first time."""
        value = self._store.value("geometry", QByteArray(), type=QByteArray)
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("geometry", geometry)

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """Files opened before, the latest first; they may be gone by now."""
        return tuple(Path(line) for line in self._text("recent_files").split("\n") if line)

    def remember_file(self, path: Path) -> None:
        """Put a file on top of the recent ones."""
        paths = [path, *(known for known in self.recent_files if known != path)][:RECENT_FILES]
        self._store.setValue("recent_files", "\n".join(str(known) for known in paths))

    def forget_file(self, path: Path) -> None:
        """Take a file that is gone from the recent ones."""
        self._store.setValue("recent_files", "\n".join(str(known) for known in self.recent_files if known != path))

    @property
    def recent_sources(self) -> tuple[RecentSource, ...]:
        """Sources that were read for an import, the latest first; they may be gone by now."""
        lines = (line.partition("\t") for line in self._text("recent_sources").split("\n") if line)
        return tuple(RecentSource(Path(path), Path(mapping) if mapping else None) for path, _, mapping in lines)

    def remember_source(self, path: Path, mapping: Path | None = None) -> None:
        """Put a source on top of those read before, with the mapping by which it was read."""
        others = (known for known in self.recent_sources if known.path != path)
        kept = [RecentSource(path, mapping), *others][:RECENT_SOURCES]
        lines = (f"{one.path}\t{one.mapping}" if one.mapping else str(one.path) for one in kept)
        self._store.setValue("recent_sources", "\n".join(lines))

    def kept(self, key: str) -> str:
        """Give what a page keeps of itself under ``page/what``; empty until it kept something."""
        return self._text(key)

    def keep(self, key: str, text: str) -> None:
        """Keep something of a page under ``page/what``."""
        self._store.setValue(key, text)

    def _text(self, key: str) -> str:
        return str(self._store.value(key, "", type=str))


def _one_of(choices: type[Choice], text: str, otherwise: Choice) -> Choice:
    return choices(text) if text in set(choices) else otherwise
