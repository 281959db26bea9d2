"""Pins that cannot stand together are named by ``propose`` and by ``explain``."""

from tests.cli.conftest import Program

IN_CONFLICT = ("--pin", "DUO=ANN", "--exclude", "DUO=BEA")


def test_that_the_smallest_set_is_named(program: Program) -> None:
    document = program.proposed(*IN_CONFLICT, "--pin", "NEW=ANN", "--exclude", "NEW=FULL")
    (proposal,) = document["proposals"]
    explained = program.on_town("explain", proposal["id"], "--json").document

    (conflict,) = proposal["conflicts"]
    assert conflict["pins"] == [{"measure": "DUO", "first": "ANN", "second": None}]
    assert conflict["exclusions"] == [{"measure": "DUO", "worker": "BEA"}]
    assert explained["conflicts"] == proposal["conflicts"]
    assert [row["measure"] for row in proposal["assignments"]] == ["NEW"]


def test_that_people_read_what_to_drop(program: Program) -> None:
    answer = program.on_town("propose", "--on", "2026-11-23", *IN_CONFLICT)

    assert "--pin DUO=ANN, --exclude DUO=BEA; drop one of them" in answer.out


def test_that_pins_that_can_stand_name_nothing(program: Program) -> None:
    (proposal,) = program.proposed("--pin", "DUO=ANN")["proposals"]

    assert proposal["conflicts"] == []
