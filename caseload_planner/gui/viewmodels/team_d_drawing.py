"""The picture of a plan, drawn beside the window."""

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.plan_wind_down import WindDownDraft
from caseload_planner.gui.task_runner import Lane, Run, TaskRunner
from caseload_planner.gui.theme import Colours
from caseload_planner.gui.viewmodels.team_d_picture import AreaPicture, area_picture


class TeamDDrawing(QObject):
    """Holds the picture of the plan in front of us, None while there is none.

    Signals `failed` with the exception where it cannot be drawn.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self.picture: AreaPicture | None = None

    def forget(self) -> None:
        """The picture is of another plan; what is still being drawn is so too."""
        self._runner.drop("wind-down picture")
        self.picture = None

    def draw(self, draft: WindDownDraft, colours: Colours, scale: float, size: tuple[int, int]) -> None:
        """Draw the falling area; `changed` follows."""

        def work(_: Run) -> AreaPicture:
            return area_picture(draft, colours, scale, size)

        self._runner.start(
            Lane.COMPUTE, work, topic="wind-down picture", on_done=self._on_drawn, on_failed=self._on_failed
        )

    @Slot(object)
    def _on_drawn(self, picture: AreaPicture) -> None:
        self.picture = picture
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.failed.emit(error)
