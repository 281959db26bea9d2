"""``propose --help-across-regions``: help is asked where it is wished, told, and decided with a reason."""

from tests.cli.conftest import Program

NOBODY_HERE = ("--exclude", "NEW=ANN", "--exclude", "NEW=BEA", "--exclude", "NEW=FULL", "--measure", "NEW")


def test_that_help_is_not_asked_unless_it_is_wished(program: Program) -> None:
    document = program.proposed(*NOBODY_HERE)

    assert document["helped"] == []
    assert [row["measure"] for row in document["proposals"][0]["unassigned"]] == ["NEW"]


def test_that_help_is_told_checked_and_decided_with_a_reason(program: Program) -> None:
    document = program.proposed(*NOBODY_HERE, "--help-across-regions")
    (proposal,) = document["proposals"]
    key = proposal["id"]

    assert document["helped"] == ["NEW"]
    assert proposal["assignments"] == [{"measure": "NEW", "first": "FAR", "second": None}]
    assert [(row["rule"], row["measure"], row["worker"]) for row in proposal["needs_override"]] == [
        ("H10", "NEW", "FAR")
    ]
    assert program.on_town("check", key).status == 0
    assert program.on_town("decide", key, "--by", "Leader").status == 1
    reason = "NEW=FAR:H10:Zuid agreed"
    assert program.on_town("decide", key, "--by", "Leader", "--override", reason).status == 0
    assert program.on_town("check", key).status == 0


def test_that_people_read_where_the_help_comes_from(program: Program) -> None:
    answer = program.on_town("propose", "--on", "2026-11-23", *NOBODY_HERE, "--help-across-regions")

    assert "H10 is broken by help from another region; decide it with --override NEW=FAR:H10:reason" in answer.out
