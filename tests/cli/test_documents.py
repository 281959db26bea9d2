"""The JSON documents have the keys and numbers of the contract, and standard output has nothing else."""

from tests.builders import the_profile
from tests.cli.conftest import Program


def test_that_a_caseload_has_the_shape_of_the_contract(program: Program) -> None:
    answer = program.on_town("caseload", "--on", "2026-11-23", "--json")
    document = answer.document
    assert (answer.status, answer.err) == (0, "")
    assert list(document) == ["on", "norm", "workers", "teams", "unassigned"]
    assert document["norm"] == {"valid_from": "2026-01-01", "funded": 12.8, "working": 14.3, "ceiling": 16.0}
    assert [row["worker"] for row in document["workers"]] == ["ANN", "BEA", "FAR", "FULL", "UNREG"]
    assert document["workers"][3] == {
        "worker": "FULL",
        "team": "T1",
        "contract_fte": 1.0,
        "deployable_fte": 1.0,
        "measures": 15,
        "families": 15,
        "load": 15.0,
        "capacity": 14.3,
        "ceiling": 16.0,
        "room": -0.7,
        "first_room": -0.7,
        "utilisation": 1.049,
        "sns_measures": 0,
    }
    assert document["teams"][0] == {
        "team": "T1",
        "contract_fte": 3.0,
        "load": 16.0,
        "funded_capacity": 38.4,
        "load_per_fte": 5.33,
    }
    assert document["unassigned"] == ["DUO", "NEW", "PMG"]


def test_that_a_caseload_can_be_that_of_chosen_teams(program: Program) -> None:
    document = program.on_town("caseload", "--on", "2026-11-23", "--json", "--team", "T2", "--team", "Z1").document
    assert [row["worker"] for row in document["workers"]] == ["BEA", "FAR"]
    assert [row["team"] for row in document["teams"]] == ["T2", "Z1"]
    assert document["unassigned"] == ["DUO"]


def test_that_utilisation_is_null_without_capacity(program: Program) -> None:
    before_service = program.on_town("caseload", "--on", "2019-01-01", "--json").document
    assert before_service["workers"] == []
    assert before_service["teams"][0]["load_per_fte"] is None


def test_that_a_proposal_has_the_shape_of_the_contract(program: Program) -> None:
    answer = program.on_town(
        "propose", "--on", "2026-11-23", "--json", "--seed", "7", "--pin", "NEW=ANN", "--exclude", "DUO=FAR"
    )
    document = answer.document
    assert (answer.status, answer.err) == (0, "")
    assert document["on"] == "2026-11-23"
    assert document["snapshot"] == 1
    assert (document["profile"], document["seed"], document["teams"]) == ("balanced", 7, [])
    assert document["measures"] == ["DUO", "NEW", "PMG"]
    assert document["pins"] == [{"measure": "NEW", "first": "ANN", "second": None}]
    assert document["exclusions"] == [{"measure": "DUO", "worker": "FAR"}]
    (proposal,) = document["proposals"]
    assert proposal["status"] == "optimal"
    assert [row["measure"] for row in proposal["assignments"]] == ["DUO", "NEW"]
    assert {proposal["assignments"][0]["first"], proposal["assignments"][0]["second"]} == {"ANN", "BEA"}
    assert proposal["assignments"][1] == {"measure": "NEW", "first": "ANN", "second": None}
    (left,) = proposal["unassigned"]
    assert (left["measure"], left["reason"]) == ("PMG", "no_first")
    assert "H4" in left["rules"]
    assert [level["name"] for level in proposal["levels"]] == [level.name for level in the_profile().levels]
    assert all(set(level) == {"name", "value", "bound"} for level in proposal["levels"])
    ann = next(row for row in proposal["loads"] if row["worker"] == "ANN")
    assert (ann["before"], ann["capacity"], ann["ceiling"]) == (1.0, 14.3, 16.0)
    assert ann["after"] == 3.1 if proposal["assignments"][0]["second"] == "ANN" else 3.4


def test_that_equal_requests_get_equal_answers(program: Program) -> None:
    first, second = program.proposed(), program.proposed()
    for document in (first, second):
        for proposal in document["proposals"]:
            del proposal["id"], proposal["seconds"]
    assert first == second


def test_that_only_named_measures_are_asked(program: Program) -> None:
    assert program.proposed("--measure", "NEW", "--measure", "PMG")["measures"] == ["NEW", "PMG"]


def test_that_an_explanation_names_reasons_and_why_not(program: Program) -> None:
    key = program.proposal_id("--pin", "NEW=ANN")
    document = program.on_town("explain", key, "--measure", "NEW", "--json").document
    (placed,) = document["measures"]
    assert placed["reasons"][0]["code"] == "pinned"
    others = {row["worker"]: row for row in document["why_not"]}
    assert {rule["rule"] for rule in others["UNREG"]["rules"]} >= {"H3"}
    left = program.on_town("explain", key, "--json").document["unassigned"]
    assert [row["measure"] for row in left] == ["PMG"]


def test_that_an_import_report_counts_by_file(program: Program) -> None:
    document = program.on_town("import", str(program.folder), "--dry-run", "--json").document
    assert document["files"]["workers"]["unchanged"] == 5
    assert document["problems"] == []


def test_that_people_get_tables_with_names(program: Program) -> None:
    assert "Naam BEA" in program.on_town("caseload", "--on", "2026-11-23").out
    proposed = program.on_town("propose", "--on", "2026-11-23").out
    assert "Left over" in proposed
    assert "=1+1" in program.on_town("caseload", "--on", "2026-11-23").out


def test_that_alternatives_come_with_what_they_are_better_at(program: Program) -> None:
    proposals = program.proposed("--alternatives", "3")["proposals"]
    assert 1 <= len(proposals) <= 3
    assert (proposals[0]["better_at"], proposals[0]["differences"]) == ([], [])
    for other in proposals[1:]:
        assert other["better_at"]
        assert other["differences"]
        assert other["id"] != proposals[0]["id"]


def test_that_what_is_left_over_is_explained_with_supply_and_figures(program: Program) -> None:
    key = program.proposal_id()
    document = program.on_town("explain", key, "--measure", "PMG", "--json").document
    assert {row["asks"] for row in document["supply"]} >= {"pmg"}
    assert document["unsafe"][0]["waiting"] == ["PMG"]
    assert document["unsafe"][0]["fte"] > 0
    assert document["unlocks"] == []


def test_that_one_worker_is_compared_exactly(program: Program) -> None:
    key = program.proposal_id("--pin", "NEW=ANN")
    document = program.on_town("explain", key, "--measure", "NEW", "--worker", "BEA", "--json").document
    assert [row["worker"] for row in document["why_not"]] == ["BEA"]
    words = program.on_town("explain", key, "--measure", "NEW", "--worker", "BEA").out
    assert "Why not somebody else" in words


def test_that_who_needs_nothing_but_a_pin_is_told_so(program: Program) -> None:
    (proposal,) = program.proposed()["proposals"]
    first = {row["measure"]: row["first"] for row in proposal["assignments"]}["NEW"]
    other = "BEA" if first == "ANN" else "ANN"
    words = program.on_town("explain", proposal["id"], "--measure", "NEW", "--worker", other).out
    assert "What would place it, cheapest first" in words
    assert "a pin is enough" in words


def test_that_a_kept_proposal_changes_little(program: Program) -> None:
    key = program.proposal_id("--pin", "NEW=BEA")
    (kept,) = program.proposed("--keep", key)["proposals"]
    assert {row["measure"]: row["first"] for row in kept["assignments"]}["NEW"] == "BEA" or [
        level["value"] for level in kept["levels"] if level["name"] == "changes"
    ] != [0]


def test_that_an_import_remarks_a_skill_that_no_rule_asks_for_with_row_value_and_what_is_known(
    program: Program,
) -> None:
    workers = program.folder / "workers.csv"
    header, first, *others = workers.read_text(encoding="utf-8").splitlines()
    cells = first.split(",")
    cells[header.split(",").index("skills")] = "snss"
    workers.write_text("\n".join([header, ",".join(cells), *others, ""]), encoding="utf-8")

    in_json = program.on_town("import", str(program.folder), "--dry-run", "--json").document
    in_words = program.on_town("import", str(program.folder), "--dry-run").out

    known = ["jr", "pmg", "sns", "schotten", "schotten_team", "safepath"]
    place = {"file": "workers.csv", "kind": "unknown_skill", "key": cells[0], "row": 2, "value": "snss"}
    assert in_json["notes"] == [{**place, "known": known}]
    assert f"workers.csv row 2: {cells[0]} unknown skill snss; known are {', '.join(known)}" in in_words
