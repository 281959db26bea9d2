"""Who decided, agreed or wrote last on this computer, so that the name need not be typed again.

While presentation is on these are pseudonyms too; what then comes back from a dialog is kept by its real name.
"""

from caseload_planner.gui.settings import Settings
from caseload_planner.gui.viewmodels.session import Session


class RememberedNames:
    """The names that dialogs begin with."""

    def __init__(self, settings: Settings, session: Session) -> None:
        self._settings, self._session = settings, session

    @property
    def decided_by(self) -> str:
        """Who decided the last round."""
        return self._session.shown_name(self._settings.decided_by)

    @decided_by.setter
    def decided_by(self, name: str) -> None:
        self._settings.decided_by = self._session.real_name(name)

    @property
    def writer(self) -> str:
        """Who wrote something down last; whoever decided the last round where nobody did."""
        return self._session.shown_name(self._settings.kept("caseload/writer")) or self.decided_by

    @writer.setter
    def writer(self, name: str) -> None:
        self._settings.keep("caseload/writer", self._session.real_name(name))

    def agreed_name(self, team: str) -> str:
        """Give who of a team agreed the last time that it was asked for somebody."""
        return self._session.shown_name(self._settings.agreed_name(team))

    def remember_agreed(self, team: str, name: str) -> None:
        """Keep who of a team agreed."""
        self._settings.remember_agreed(team, self._session.real_name(name))
