"""``explain`` says how firm a proposal is: ties, and whether a disputed weight would change it."""

from pathlib import Path

from caseload_planner.exchange.writing import write_folder
from tests.builders import a_measure, a_worker, an_organisation
from tests.cli.conftest import Program


def test_that_who_is_as_good_is_told_of_all_measures_or_of_one(bare: Program, tmp_path: Path) -> None:
    twins = an_organisation(
        [a_worker("ANN"), a_worker("BEA"), a_worker("FAR", team="Z1")], [a_measure("M1"), a_measure("M2", team="Z1")]
    )
    write_folder(twins, tmp_path / "twins")
    assert bare.on_town("init").status == 0
    assert bare.on_town("import", str(tmp_path / "twins")).status == 0
    key = bare.proposal_id()

    of_all = bare.on_town("explain", key, "--json").document["ties"]
    of_other = bare.on_town("explain", key, "--measure", "M2", "--json").document["ties"]

    assert [(row["measure"], row["position"], row["swapped_with"]) for row in of_all] == [("M1", "first", None)]
    assert {of_all[0]["has_it"], of_all[0]["as_good"]} == {"ANN", "BEA"}
    assert of_other == []
    assert "As good at no cost on any level" in bare.on_town("explain", key).out


def test_that_the_weight_of_one_measure_is_tried_both_ways(program: Program) -> None:
    key = program.proposal_id()

    rows = program.on_town("explain", key, "--measure", "NEW", "--json").document["robustness"]

    assert [(row["weight"], row["other_weight"]) for row in rows] == [(1.5, 1.4), (1.5, 1.6)]
    assert [(row["stands"], row["because"], row["proven"], row["changed"]) for row in rows] == [
        (True, None, True, []),
        (True, None, True, []),
    ]


def test_that_every_weight_is_tried_where_that_is_asked(program: Program) -> None:
    key = program.proposal_id()

    rows = program.on_town("explain", key, "--weights", "--json").document["robustness"]
    words = program.on_town("explain", key, "--weights").out

    assert {row["measure"] for row in rows} == {"NEW", "DUO", "PMG"}
    assert "If a weight were disputed" in words
    assert "stands" in words
