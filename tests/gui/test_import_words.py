"""Problems and remarks of an import, as the dialog says them."""

import pytest

from caseload_planner.application.import_problems import Problem, ProblemCode
from caseload_planner.application.import_report import ImportNote, NoteKind
from caseload_planner.gui.import_note_words import KEYS_SHOWN, note_sentences
from caseload_planner.gui.models.problem_table import ProblemColumn, ProblemTableModel, problem_lines

PROBLEM = Problem(file="contracts.csv", row=4, column="fte", value="veel", code=ProblemCode.NOT_A_NUMBER)


def test_that_the_table_of_problems_keeps_qts_rules(look, qtmodeltester):
    model = ProblemTableModel()
    model.set_rows(problem_lines([PROBLEM, PROBLEM], "nl"))
    qtmodeltester.check(model)
    assert model.rowCount() == 2


@pytest.mark.parametrize(("language", "wrong"), [("nl", "dit is geen getal"), ("en", "this is not a number")])
def test_that_a_problem_is_said_in_the_language_of_the_window(look, language, wrong):
    cells = problem_lines([PROBLEM], language)[0].cells
    assert cells[: ProblemColumn.WRONG] == ("contracts.csv", "4", "fte", "veel")
    assert cells[ProblemColumn.WRONG] == wrong
    assert cells[ProblemColumn.REMEDY]


def test_that_remarks_of_a_kind_and_a_file_are_one_sentence(look):
    notes = [
        ImportNote("workers.csv", NoteKind.MISSING, "W2"),
        ImportNote("workers.csv", NoteKind.MISSING, "W1"),
        ImportNote("measures.csv", NoteKind.CLOSED, "M7"),
    ]
    assert note_sentences(notes) == (
        "Niet meer in measures.csv, dus vandaag gesloten: M7.",
        "Niet meer in workers.csv, maar gebleven: W1, W2.",
    )


def test_that_an_unknown_skill_is_said_with_whose_it_is_and_what_is_known(look):
    note = ImportNote("workers.csv", NoteKind.UNKNOWN_SKILL, "W1", row=2, value="snss", known=("jr", "sns"))
    assert note_sentences([note]) == (
        "Vaardigheden in workers.csv waar geen regel om vraagt: W1 (snss). Regels vragen om: jr, sns.",
    )


def test_that_many_keys_are_counted(look):
    notes = [ImportNote("workers.csv", NoteKind.MISSING, f"W{number:02d}") for number in range(KEYS_SHOWN + 3)]
    assert note_sentences(notes)[0].endswith("W07 en nog 3.")


@pytest.mark.parametrize("kind", NoteKind)
def test_that_every_kind_of_remark_has_a_sentence(look, kind):
    sentence = note_sentences([ImportNote("workers.csv", kind, "W1")])[0]
    assert "W1" in sentence
    assert "%" not in sentence


def test_that_the_position_of_an_assignment_is_said_in_words(look):
    notes = [ImportNote("assignments.csv", NoteKind.DROPPED, "M_1 W1 first 2026-01-05")]
    assert note_sentences(notes) == ("Niet meer in assignments.csv, dus vervallen: M_1 W1 eerste 2026-01-05.",)
