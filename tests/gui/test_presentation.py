"""Presentation: no name of anybody on any page, in any tooltip, accessible name, search or document."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QWidget

from caseload_planner.application.presented_store import PresentedStore
from caseload_planner.application.pseudonyms import NameBook, presented, pseudonyms
from caseload_planner.gui.viewmodels.distribution_agreements import GivenWord, asked_contacts
from caseload_planner.gui.viewmodels.distribution_deciding import DecisionWords
from caseload_planner.gui.viewmodels.distribution_draft import with_pin_toggled
from caseload_planner.gui.viewmodels.distribution_steps import StepKind, StepName
from caseload_planner.gui.viewmodels.finder import Finder
from caseload_planner.gui.views.distribution.decide_dialog import DecideDialog
from tests.builders import a_worker, an_organisation

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def words_of_widgets(window: QWidget):
    """Everything that a widget says, shown or not."""
    for widget in window.findChildren(QWidget):
        yield widget.toolTip()
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        text = getattr(widget, "text", None)
        if callable(text):
            yield str(text())
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        for action in widget.actions():
            yield action.text()


def words_of_views(window: QWidget):
    """Everything that a list or table says, cell by cell."""
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(model.rowCount() if model is not None else 0):
            for column in range(model.columnCount() if isinstance(model, QAbstractTableModel) else 1):
                yield from (str(model.index(row, column).data(role) or "") for role in ROLES)


def said(window: QWidget) -> str:
    return "\n".join([*words_of_widgets(window), *words_of_views(window), window.windowTitle()])


def settle(qtbot, window):
    for _ in range(3):
        qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=20_000)
        QCoreApplication.processEvents()


@pytest.fixture
def names(demo_window):
    return {person.name for person in demo_window.window_model.session.organisation.workers.values()}


@pytest.fixture
def presenting(qtbot, demo_window, names):
    model = demo_window.pages["caseload"].model
    model.select(model.table.line(0).worker)
    settle(qtbot, demo_window)
    demo_window.window_model.show_page("distribution")
    settle(qtbot, demo_window)
    page = demo_window.pages["distribution"].model
    page.propose()
    settle(qtbot, demo_window)
    placement = next(iter(page.draft.placements.values()))
    page.look_at_case(placement.measure)
    page.changes.step(
        StepName(StepKind.PLACE, (placement.measure, partial(page.name_of, placement.first))),
        with_pin_toggled(page.draft, placement.measure),
    )
    settle(qtbot, demo_window)
    assert any(name in said(demo_window) for name in names)
    demo_window.commands.actions["present"].trigger()
    settle(qtbot, demo_window)
    return demo_window


def test_that_no_page_says_a_name(qtbot, presenting, names):
    for key in presenting.rail.buttons:
        presenting.window_model.show_page(key)
        settle(qtbot, presenting)
        words = said(presenting)
        assert [name for name in names if name in words] == [], key


def test_that_the_draft_and_the_case_that_is_looked_at_stay(qtbot, presenting):
    model = presenting.pages["distribution"].model
    assert model.draft.placements
    assert model.measure is not None


def test_that_the_steps_to_undo_name_nobody(presenting, names):
    history = presenting.window_model.status.history
    stack = history.activeStack()
    steps = [stack.text(place) for place in range(stack.count())]
    assert any(" naar " in step or " bij " in step or "aan" in step for step in steps), steps
    assert [name for name in names if name in " ".join(steps)] == []


def test_that_search_finds_pseudonyms_and_no_names(presenting, names):
    session = presenting.window_model.session
    finder = Finder(session.caseload, ())
    for name in list(names)[:40]:
        assert all(found.name not in names for found in finder.find(name.split()[0]))
    somebody = next(iter(session.organisation.workers.values()))
    assert finder.find(somebody.name)[0].target == somebody.key


def test_that_a_decision_and_its_list_can_be_made_without_names(qtbot, presenting, names, tmp_path):
    model = presenting.pages["distribution"].model
    with qtbot.waitSignal(model.deciding.decided, timeout=20_000):
        agreed = GivenWord(next(iter(names)), asked_contacts(model.board, model.draft))
        somebody = next(iter(names))
        model.deciding.decide(
            DecisionWords(decided_by=somebody, remarks=f"Besproken met {somebody}.", given_words=(agreed,))
        )
    settle(qtbot, presenting)
    target = tmp_path / "besluit.xlsx"
    with qtbot.waitSignal(model.deciding.saved, timeout=30_000):
        model.deciding.save_document(presenting.window_model.session.services, target)
    import python_calamine

    book = python_calamine.load_workbook(str(target))
    cells = "\n".join(
        str(cell) for sheet in book.sheet_names for row in book.get_sheet_by_name(sheet).to_python() for cell in row
    )
    assert cells
    assert [name for name in names if name in cells] == []


def test_that_who_decided_before_stands_ready_under_a_pseudonym_and_is_kept_by_name(qtbot, presenting, names):
    window, model = presenting, presenting.pages["distribution"].model
    leader = next(iter(names))
    window.window_model.settings.decided_by = leader
    presenting.pages["distribution"].dialogs.ask_decision()
    dialog = presenting.findChild(DecideDialog)
    assert dialog.name.text()
    assert leader not in dialog.name.text()
    shown = dialog.name.text()
    dialog.remarks.setPlainText(f"{shown} belt morgen.")
    if dialog.asked is not None:
        for field in dialog.asked.names.values():
            field.setText(shown)
    with qtbot.waitSignal(model.deciding.decided, timeout=20_000):
        dialog.accept()
    settle(qtbot, window)
    assert leader not in said(window)
    with window.window_model.session.file.store.read() as unit:
        kept = unit.decisions()[0]
    assert kept.decided_by == leader
    assert kept.remarks == f"{leader} belt morgen."
    assert window.window_model.settings.decided_by == leader


def test_that_minutes_of_before_hide_a_name_and_keep_it(qtbot, presenting, names):
    model = presenting.pages["distribution"].model
    name = next(iter(names))
    model.meeting.begin()
    model.meeting.write(f"{name} belt het gezin.")
    settle(qtbot, presenting)
    assert name not in model.meeting.minutes()
    presenting.commands.actions["present"].trigger()
    settle(qtbot, presenting)
    assert model.meeting.minutes() == f"{name} belt het gezin."


def test_that_what_somebody_disputes_hides_her_name(qtbot, presenting):
    session = presenting.window_model.session
    with session.file.store.read() as unit:
        worker = next(iter(unit.snapshot().workers.values()))
    says, measure = f"{worker.name} heeft twee gezinnen.", next(iter(session.organisation.measures))
    model = presenting.pages["caseload"].model
    model.disputes.record(measure=measure, worker=worker.key, says=says, recorded_by=worker.name)
    settle(qtbot, presenting)
    with session.services.store.read() as unit:
        shown = unit.disputes.all()[-1]
    with session.file.store.read() as unit:
        kept = unit.disputes.all()[-1]
    assert worker.name not in shown.says + shown.recorded_by
    assert (kept.says, kept.recorded_by) == (says, worker.name)


def a_dispute_of_before(window, says: str) -> None:
    """Have somebody say something, with the beamer still off."""
    session = window.window_model.session
    model = window.pages["caseload"].model
    holders = session.caseload.holders
    measure = next(key for key, one in holders.items() if one.first == model.selected)
    model.disputes.record(measure=measure, worker=model.selected, says=says, recorded_by="Ada Den")


def test_that_what_was_written_before_is_covered_until_it_is_asked_for(qtbot, presenting):
    toggle, texts = (presenting.commands.actions[key] for key in ("present", "texts"))
    toggle.trigger()
    settle(qtbot, presenting)
    a_dispute_of_before(presenting, "Moeder Fatou Diallo belde over Sem.")
    settle(qtbot, presenting)
    presenting.window_model.show_page("caseload")
    settle(qtbot, presenting)
    assert "Fatou Diallo" in said(presenting)
    assert not texts.isEnabled()
    presenting.commands.actions["present"].trigger()
    settle(qtbot, presenting)
    assert "Fatou" not in said(presenting)
    assert "tekst verborgen in presentatie 1" in said(presenting)
    presenting.commands.actions["texts"].trigger()
    settle(qtbot, presenting)
    assert "Moeder Fatou Diallo belde over Sem." in said(presenting)
    presenting.commands.actions["texts"].trigger()
    settle(qtbot, presenting)
    assert "Fatou" not in said(presenting)


def test_that_minutes_and_reasons_of_before_are_covered_in_the_meeting_and_stay_in_the_draft(qtbot, presenting):
    model = presenting.pages["distribution"].model
    presenting.commands.actions["present"].trigger()
    settle(qtbot, presenting)
    model.meeting.begin()
    model.meeting.write("Vader Jan wil een man.")
    settle(qtbot, presenting)
    presenting.commands.actions["present"].trigger()
    settle(qtbot, presenting)
    covered = model.meeting.minutes()
    assert covered.startswith("[tekst verborgen in presentatie")
    model.meeting.write(f"{covered} Afgesproken: Wilma belt.")
    assert model.meeting.minutes() == "Vader Jan wil een man. Afgesproken: Wilma belt."
    settle(qtbot, presenting)
    with presenting.window_model.session.file.store.read() as unit:
        kept = unit.open_drafts.all()[0].minutes
    assert "Vader Jan wil een man. Afgesproken: Wilma belt." in kept.values()


@given(texts=st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=6))
def test_that_a_covered_text_says_nothing_of_itself_and_comes_back_whole(texts):
    book = NameBook("verborgen")
    for text in texts:
        cover = book.written(text)
        assert cover == text if not text.strip() else cover.startswith("[verborgen ")
        assert book.with_names(cover) == text


def test_that_names_come_back(qtbot, presenting, names):
    presenting.commands.actions["present"].trigger()
    settle(qtbot, presenting)
    assert any(name in said(presenting) for name in names)


def test_that_an_import_waits_and_an_export_keeps_the_names(qtbot, presenting, names, tmp_path):
    presenting.commands.refresh()
    assert not presenting.commands.actions["import"].isEnabled()
    with qtbot.waitSignal(presenting.window_model.exported, timeout=20_000):
        presenting.window_model.export_to(tmp_path / "uit")
    written = (tmp_path / "uit" / "workers.csv").read_text(encoding="utf-8")
    assert any(name in written for name in names)


def test_that_nothing_old_is_shown_while_names_change(qtbot, demo_window):
    demo_window.commands.actions["present"].trigger()
    assert not demo_window.pages["caseload"].isVisible()
    settle(qtbot, demo_window)
    assert demo_window.pages["caseload"].isVisible()


def test_that_a_pseudonym_is_somebodys_own_and_stays_when_others_come():
    keys = tuple(f"W{number:04}" for number in range(1_500))
    given = pseudonyms(keys)
    assert len(set(given.values())) == len(keys)
    more = pseudonyms((*keys, "W9999"))
    assert sum(more[key] == given[key] for key in keys) > 0.99 * len(keys)


SOME_NAMES = tuple(f"{first} {last}" for first in ("Anne", "Bo", "Cor", "Dirk") for last in ("Berk", "de Wit", "Eik"))


def book_of(*names: str) -> NameBook:
    book = NameBook()
    book.learn(an_organisation([a_worker(f"W{number}", name=name) for number, name in enumerate(names)]))
    return book


def test_that_only_names_differ():
    organisation = an_organisation([a_worker("W1", name="Anne de Wit")])
    shown = presented(organisation)
    assert shown.workers["W1"].name != "Anne de Wit"
    assert shown.measures == organisation.measures


def test_that_names_in_what_somebody_wrote_are_replaced():
    book = book_of("Anne de Wit", "Bo van den Berk")
    text = book.without_names("Besproken met anne de wit en haar team.")
    assert "wit" not in text.lower()
    assert text.endswith("en haar team.")
    assert book.with_names(text) == "Besproken met Anne de Wit en haar team."


@pytest.mark.parametrize(
    "written", ["Anne vindt", "Anne's zaak", "mevrouw De Wit", "mevrouw de Wit", "(Wit)", "A.B. Wit"]
)
def test_that_a_first_name_or_a_surname_alone_is_replaced(written):
    shown = book_of("Anne de Wit", "Bo Jansen").without_names(written)
    assert "Anne" not in shown
    assert "Wit" not in shown


@pytest.mark.parametrize("written", ["De muur is wit.", "Zij is er op 3 december.", "SNS-2320 gaat over", ""])
def test_that_other_words_stay_as_they_are(written):
    assert book_of("Anne de Wit", "Bo Jansen").without_names(written) == written


def test_that_a_pseudonym_is_not_taken_for_a_surname():
    book = book_of("Anne de Wit", "Bo van den Berk", "Cor Eik", "Dirk Wilg")
    shown = book.without_names("Besproken met Anne de Wit, Cor Eik en Bo.")
    assert book.without_names(shown) == shown


def test_that_a_name_of_several_people_stands_for_none_of_them():
    book = book_of("Anne de Wit", "Anne Jansen")
    shown = book.without_names("Anne belt")
    assert "Anne" not in shown
    assert shown.removesuffix(" belt") not in {book.shown("Anne de Wit"), book.shown("Anne Jansen")}


@given(names=st.lists(st.sampled_from(SOME_NAMES), min_size=1, max_size=12, unique=True), others=st.data())
def test_that_nobodys_pseudonym_is_that_of_somebody_else_and_leads_back(names, others):
    book = book_of(*names)
    asked = [*names, *others.draw(st.lists(st.sampled_from(SOME_NAMES), max_size=12))]
    shown = {name: book.shown(name) for name in asked}
    assert len(set(shown.values())) == len(shown)
    for name, pseudonym in shown.items():
        assert book.shown(pseudonym) == pseudonym
        assert book.with_names(f"Gezien door {pseudonym}.") == f"Gezien door {name}."


def test_that_the_presented_store_reads_no_name(services):
    with services.store.read() as unit:
        names = {person.name for person in unit.snapshot().workers.values()}
    with PresentedStore(services.store, NameBook()).read() as unit:
        assert names.isdisjoint(person.name for person in unit.snapshot().workers.values())
        assert not unit.decisions()
