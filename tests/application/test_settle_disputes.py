"""What a worker says is wrong about a case is kept, and answered once by the team leader."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseload_planner.application.services import Services
from caseload_planner.application.settle_disputes import answer_dispute, record_dispute
from caseload_planner.domain.errors import AlreadySettledError, EmptyTextError, UnknownKeyError
from tests.application.stored_files import audit_rows, stored
from tests.builders import a_worker, an_organisation, holds, running


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    organisation = an_organisation([a_worker("ANN")], [running("M1")], [holds("M1", "ANN")])
    with stored(organisation, tmp_path / "town.sqlite") as opened:
        yield opened


def recorded(services: Services, *, says: str = " telt als nieuw ") -> str:
    return record_dispute(services, measure="M1", worker="ANN", says=says, recorded_by="Ann").id


def test_that_a_dispute_waits_until_it_is_answered(services: Services) -> None:
    key = recorded(services)
    with services.store.read() as unit:
        (waiting,) = unit.disputes.all(only_open=True)
    assert (waiting.id, waiting.says, waiting.recorded_at) == (key, "telt als nieuw", services.clock.now())
    answered = answer_dispute(services, key, answer="wordt nagekeken", answered_by="Leider")
    assert (answered.answer, answered.answered_by, answered.is_open) == ("wordt nagekeken", "Leider", False)
    with services.store.read() as unit:
        assert unit.disputes.all(only_open=True) == ()
        assert unit.disputes.get(key) == answered


def test_that_a_second_answer_is_refused(services: Services) -> None:
    key = recorded(services)
    first = answer_dispute(services, key, answer="klopt", answered_by="Leider")
    with pytest.raises(AlreadySettledError):
        answer_dispute(services, key, answer="klopt niet", answered_by="Ander")
    with services.store.read() as unit:
        assert unit.disputes.get(key) == first


def test_that_the_trail_says_that_it_was_done_and_never_what_was_said(services: Services) -> None:
    key = recorded(services)
    answer_dispute(services, key, answer="klopt", answered_by="Leider")
    rows = [row for row in audit_rows(services) if row[1] == key]
    assert [action for action, _, _ in rows] == ["dispute_recorded", "dispute_answered"]
    assert not any(text in str(rows) for text in ("telt als nieuw", "klopt", "Leider"))


def test_that_empty_texts_and_unknown_keys_are_refused_and_nothing_is_kept(services: Services) -> None:
    with pytest.raises(EmptyTextError):
        recorded(services, says="  ")
    with pytest.raises(UnknownKeyError):
        record_dispute(services, measure="M9", worker="ANN", says="?", recorded_by="Ann")
    with pytest.raises(UnknownKeyError):
        answer_dispute(services, "K-9", answer="klopt", answered_by="Leider")
    with services.store.read() as unit:
        assert unit.disputes.all() == ()
