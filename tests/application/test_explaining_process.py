"""Answers about a large draft from a process of its own: the same ones, to be stopped, and none lost for good."""

import re
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest

from caseload_planner.application.draft_questions import AskedAbout, DraftedRound, Sought, answer
from caseload_planner.application.explaining_process import ExplainingProcess, ExplanationLostError
from caseload_planner.application.fault_places import ChildFailedError, kind_of, places_of
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.distribution.solve import warm_up
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Placement
from tests.builders import ON, a_measure, a_worker, an_organisation, the_profile

PROFILE = the_profile()


@pytest.fixture(scope="module")
def process() -> Iterator[ExplainingProcess]:
    warm_up()
    made = ExplainingProcess()
    yield made
    made.end()


def drafted(*workers: str, on: str = "W1") -> DraftedRound:
    organisation = an_organisation([a_worker(key) for key in workers], [a_measure("N1"), a_measure("N2")])
    return DraftedRound(organisation, ProposalRequest(on=ON), PROFILE, (Placement("N1", on),))


QUESTIONS = [
    AskedAbout("N1", "W2", Position.FIRST, Sought.EXACTLY),
    AskedAbout("N1", sought=Sought.TIES),
    AskedAbout("N1", sought=Sought.STEADINESS),
    AskedAbout("N2"),
]


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.sought.value)
def test_that_it_answers_as_one_would_here(process, asked) -> None:
    round_ = drafted("W1", "W2", "W3")
    assert process.answer(asked, round_, StopSignal()) == answer(asked, round_, StopSignal())


def test_that_it_answers_about_the_organisation_that_is_asked_about(process) -> None:
    asked = AskedAbout("N1", sought=Sought.TIES)
    for people in (("W1", "W2"), ("W1", "W2", "W7"), ("W1",)):
        round_ = drafted(*people)
        assert process.answer(asked, round_, StopSignal()) == answer(asked, round_, StopSignal())


def test_that_what_it_refuses_is_refused_here_by_the_same_error(process) -> None:
    round_ = replace(drafted("W1"), request=ProposalRequest(on=ON, teams=("T9",)))
    with pytest.raises(UnknownKeyError) as refused:
        process.answer(AskedAbout("N1"), round_, StopSignal())
    with pytest.raises(UnknownKeyError) as here:
        answer(AskedAbout("N1"), round_, StopSignal())
    assert refused.value.message == here.value.message
    assert refused.value.figures == here.value.figures


def test_that_a_bug_names_its_place_and_nobody(process) -> None:
    with pytest.raises(ChildFailedError) as told:
        process.answer(AskedAbout("N1"), drafted("W1", on="W9"), StopSignal())
    assert kind_of(told.value) == "KeyError"
    here, there = places_of(told.value).split(" > in a process beside: ")
    assert here.endswith(" answer")
    assert re.search(r"\w+\.py:\d+ \w+$", there)
    assert "W9" not in f"{told.value} {places_of(told.value)}"


def test_that_a_question_that_was_stopped_before_it_came_does_not_hold_up_the_next(process) -> None:
    stop = StopSignal()
    stop.request()
    process.answer(QUESTIONS[0], drafted("W1", "W2"), stop)
    asked, round_ = QUESTIONS[1], drafted("W1", "W2")
    assert process.answer(asked, round_, StopSignal()) == answer(asked, round_, StopSignal())


def test_that_a_process_that_ended_while_nobody_asked_is_followed_by_another() -> None:
    process, asked, round_ = ExplainingProcess(), QUESTIONS[1], drafted("W1", "W2")
    process.answer(asked, round_, StopSignal())
    process.interrupt()
    gone = Event()
    while process.running:
        gone.wait(0.01)
    assert process.answer(asked, round_, StopSignal()) == answer(asked, round_, StopSignal())
    process.end()
    process.end()


def test_that_who_waits_is_let_go_when_it_is_interrupted() -> None:
    process, lost = ExplainingProcess(), threading.Event()

    def ask() -> None:
        while not lost.is_set():
            try:
                process.answer(QUESTIONS[0], drafted("W1", "W2", "W3"), StopSignal())
            except ExplanationLostError:
                lost.set()

    waiting = threading.Thread(target=ask)
    waiting.start()
    until = time.monotonic() + 60
    while not lost.is_set() and time.monotonic() < until:
        process.interrupt()
        lost.wait(0.2)
    waiting.join()
    process.end()
    assert lost.is_set()
