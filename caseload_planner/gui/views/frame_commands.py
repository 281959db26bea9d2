"""What the frame can do, on every page: files, pages, look and help."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from caseload_planner.gui.commands import Command, CommandGroup
from caseload_planner.gui.theme import Theme
from caseload_planner.gui.translations import Language
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.file_dialogs import FileDialogs
from caseload_planner.gui.views.page_list import PageEntry

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameDoes:
    """What only the window itself can do."""

    find: Callable[[], None]
    find_on_page: Callable[[], None]
    import_files: Callable[[], None]
    manual: Callable[[], None]
    keys: Callable[[], None]
    about: Callable[[], None]
    history: Callable[[], None]
    rail: Callable[[], None]
    quit: Callable[[], object]


def frame_commands(
    window: WindowModel, files: FileDialogs, entries: tuple[PageEntry, ...], does: FrameDoes
) -> tuple[Command, ...]:
    """Give the commands of the frame in the language of now, in the order of the menu."""
    return (
        *_of_files(window, files, does),
        *_of_pages(window, entries, does),
        *_of_looks(window, does),
        *_of_help(does),
    )


def _of_files(window: WindowModel, files: FileDialogs, does: FrameDoes) -> Iterator[Command]:
    def no_file() -> str:
        return "" if window.session.services is not None else translate("Commands", "Open a file first.")

    def no_import() -> str:
        return translate("Commands", "Turn presentation off first: an import shows names.") if window.presenting else ""

    group = CommandGroup.FILE
    open_demo = translate("Commands", "&Demo organisation")
    yield Command(key="demo", name=open_demo, run=window.open_demo, group=group, icon="demo")
    open_file, new_file = translate("Commands", "&Open file…"), translate("Commands", "&New file…")
    yield Command(key="open", name=open_file, run=files.ask_file, group=group, icon="folder", keys=("Ctrl+O",))
    yield Command(key="new", name=new_file, run=files.ask_new_file, group=group, icon="file", keys=("Ctrl+N",))
    importing = translate("Commands", "&Import…")
    run = does.import_files
    yield Command(key="import", name=importing, run=run, group=group, icon="import", missing=no_import)
    for key, name, ask in (
        ("export folder", translate("Commands", "Export as &CSV folder…"), files.ask_folder),
        ("export workbook", translate("Commands", "Export as &Excel workbook…"), files.ask_workbook),
    ):
        yield Command(key=key, name=name, run=ask, group=group, icon="export", missing=no_file)
    for key, name, copy in (
        ("backup", translate("Commands", "Make a backup of the fi&le"), window.copies.back_up),
        ("backup elsewhere", translate("Commands", "Backup in another &folder…"), files.ask_backup_folder),
        ("restore", translate("Commands", "&Restore a backup…"), files.ask_restore),
    ):
        yield Command(key=key, name=name, run=copy, group=group, icon="document", missing=no_file)
    leave = translate("Commands", "&Quit")
    yield Command(key="quit", name=leave, run=does.quit, group=group, icon="close", keys=("Ctrl+Q",))


def _of_pages(window: WindowModel, entries: tuple[PageEntry, ...], does: FrameDoes) -> Iterator[Command]:
    group = CommandGroup.GO
    for number, entry in enumerate(entries, start=1):
        yield Command(
            key=f"page {entry.key}",
            name=entry.name,
            run=partial(window.show_page, entry.key),
            group=group,
            icon=entry.icon,
            keys=(f"Alt+{number}",),
        )
    find = translate("Commands", "Search people, cases and commands")
    yield Command(key="find", name=find, run=does.find, group=group, icon="search", keys=("Ctrl+K",))
    on_page = translate("Commands", "Search on this page")
    yield Command(key="find on page", name=on_page, run=does.find_on_page, group=group, icon="filter", keys=("Ctrl+F",))
    history = translate("Commands", "Steps to undo")
    yield Command(key="history", name=history, run=does.history, group=group, icon="history", keys=("Ctrl+H",))


def _of_presentation(window: WindowModel) -> Iterator[Command]:
    group = CommandGroup.VIEW
    yield Command(
        key="present",
        name=translate("Commands", "&Presentation: hide names"),
        run=window.toggle_presentation,
        group=group,
        icon="present",
        keys=("Ctrl+Shift+P",),
        ticked=lambda: window.presenting,
    )
    yield Command(
        key="texts",
        name=translate("Commands", "Show what people &wrote, in presentation"),
        run=window.toggle_texts,
        group=group,
        icon="history",
        keys=("Ctrl+Shift+T",),
        missing=lambda: "" if window.presenting else translate("Commands", "Only covered in presentation."),
        ticked=lambda: window.presenting and window.texts_shown,
    )


def _of_looks(window: WindowModel, does: FrameDoes) -> Iterator[Command]:
    group = CommandGroup.VIEW
    yield from _of_presentation(window)
    dutch = window.settings.language is Language.DUTCH
    other = Language.ENGLISH if dutch else Language.DUTCH
    speak = translate("Commands", "Switch to En&glish") if dutch else translate("Commands", "Switch to D&utch")
    run = partial(window.use_language, other)
    yield Command(key="language", name=speak, run=run, group=group, icon="language", keys=("Ctrl+Shift+L",))
    names = {
        Theme.LIGHT: translate("Commands", "Light"),
        Theme.DARK: translate("Commands", "Dark"),
        Theme.CONTRAST: translate("Commands", "High contrast"),
    }
    for theme, theme_icon in ((Theme.LIGHT, "sun"), (Theme.DARK, "moon"), (Theme.CONTRAST, "contrast")):
        yield Command(
            key=f"theme {theme}",
            name=names[theme],
            run=partial(window.use_theme, theme),
            group=group,
            icon=theme_icon,
            ticked=partial(_is_theme, window, theme),
        )
    narrow = translate("Commands", "Page name&s under the icons")
    yield Command(
        key="rail", name=narrow, run=does.rail, group=group, icon="rail_wide", ticked=lambda: window.settings.rail_wide
    )


def _is_theme(window: WindowModel, theme: Theme) -> bool:
    return window.settings.theme is theme


def _of_help(does: FrameDoes) -> Iterator[Command]:
    group = CommandGroup.HELP
    manual, keys = translate("Commands", "&Manual"), translate("Commands", "&Keys…")
    yield Command(key="manual", name=manual, run=does.manual, group=group, icon="help", keys=("F1",))
    yield Command(key="keys", name=keys, run=does.keys, group=group, icon="keyboard", keys=("Ctrl+F1",))
    about = translate("Commands", "&About this program")
    yield Command(key="about", name=about, run=does.about, group=group, icon="info")
