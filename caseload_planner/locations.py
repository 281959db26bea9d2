"""Where things are: the user's own folder, the database in it, and the resources that come with the program."""

from pathlib import Path

from platformdirs import user_data_path, user_log_path

APPLICATION_FOLDER = "caseload-planner"
DATABASE_NAME = "caseload.sqlite"

_PACKAGE = Path(__file__).resolve().parent


def user_data_folder() -> Path:
    """Give the folder for what the program keeps for this user; it need not exist yet."""
    return user_data_path(APPLICATION_FOLDER, appauthor=False)


def user_log_folder() -> Path:
    """Give the folder for the log of this user; it need not exist yet."""
    return user_log_path(APPLICATION_FOLDER, appauthor=False)


def default_database_path() -> Path:
    """Give the database that is used when none is named."""
    return user_data_folder() / DATABASE_NAME


def resources_folder() -> Path:
    """Give the folder of norms, translations, icons, styles and examples.

    A wheel carries them inside the package; in a source tree they stand beside it.

    Raises
    ------
    FileNotFoundError
        When neither is there: the installation is not complete.
    """
    for folder in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("the folder with resources is missing: install the program again")
