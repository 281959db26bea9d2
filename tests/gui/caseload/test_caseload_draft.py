"""The draft of the Verdeling in the bars of the Caseload page."""

from datetime import UTC, datetime

from caseload_planner.application.meeting_records import OpenDraft
from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.rules.round import Placement


def test_that_the_open_draft_is_hatched_on_the_bars_when_the_page_is_shown(qtbot, demo_window):
    page = demo_window.pages["caseload"]
    session = page.model.session
    measure, worker = session.overview.unassigned[0], page.model.table.line(0).worker
    draft = OpenDraft(
        on=session.scope.on,
        teams=(),
        revision=1,
        saved_at=datetime(2026, 11, 23, 9, tzinfo=UTC),
        profile="balanced",
        placements=(Placement(measure, worker),),
    )
    with session.services.store.write() as unit:
        unit.open_drafts.keep(draft)
        unit.commit()
    with qtbot.waitSignal(page.model.rows_changed, timeout=20_000):
        page.on_shown()
    line = page.model.table.line(page.model.table.row_of(worker))
    added = session.caseload.shares(measure, with_second=False)[0]
    assert line.bar.draft == added
    assert "concept +" in line.cells[Column.BAR].tooltip
    others = [page.model.table.line(row) for row in range(page.model.table.rowCount())]
    assert all(other.bar.draft == 0 for other in others if other.worker != worker)
