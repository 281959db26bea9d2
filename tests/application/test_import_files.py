from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from caseload_planner.application.changes import assignment_key
from caseload_planner.application.import_files import found_organisation, import_files
from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.application.import_report import ImportNote, ImportOutcome, ImportReport, NoteKind
from caseload_planner.application.import_source import ImportSource, SourceFile
from caseload_planner.application.ports import Decision
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.persistence.opening import create_store
from tests.application.memory_store import FixedClock, MemoryStore
from tests.exchange.interchange_files import FILES, TODAY, Files, files, norm_set, replaced, source_of

NORMS = norm_set()


def run(
    store: MemoryStore, source: ImportSource, *, today: date = TODAY, confirmed: bool = True, dry_run: bool = False
) -> ImportReport:
    clock = FixedClock(today)
    return import_files(store, source, clock=clock, default_norms=NORMS, confirmed=confirmed, dry_run=dry_run)


@pytest.fixture
def store(tmp_path: Path) -> MemoryStore:
    """A store that holds the example files."""
    filled = MemoryStore(NORMS)
    run(filled, source_of(tmp_path / "first"))
    return filled


def without(stem: str, *starts: str, texts: Files | None = None) -> Files:
    """Give the files with some rows of one of them left out."""
    texts = dict(texts or FILES)
    lines = texts[f"{stem}.csv"].splitlines(keepends=True)
    texts[f"{stem}.csv"] = "".join(line for line in lines if not line.startswith(starts))
    return texts


def decide(store: MemoryStore, part: Assignment, *ended: Assignment) -> None:
    """Do as a decision in the program does: begin one assignment and end others."""
    assignments = {assignment_key(known): known for known in store.organisation.assignments}
    assignments |= {assignment_key(changed): changed for changed in (part, *ended)}
    store.organisation = replace(store.organisation, assignments=tuple(assignments.values()))
    store.pending |= {assignment_key(part)}
    decision = Decision(
        id=f"D{len(store.decided)}",
        proposal="P",
        on=part.from_on,
        decided_by="leader",
        decided_at=datetime.fromisoformat("2026-11-20T09:00:00+00:00"),
        remarks="",
        overrides=(),
        begun=(part,),
        ended=ended,
    )
    store.decided.insert(0, decision)


def first(measure: str, worker: str, from_on: str, until_on: str | None = None) -> Assignment:
    until = None if until_on is None else date.fromisoformat(until_on)
    return Assignment(
        measure=measure,
        worker=worker,
        position=Position.FIRST,
        from_on=date.fromisoformat(from_on),
        until_on=until,
    )


def notes(report: ImportReport, kind: NoteKind) -> list[str]:
    return [note.key for note in report.notes if note.kind is kind]


def test_that_the_same_files_twice_change_nothing(store: MemoryStore, tmp_path: Path) -> None:
    before = store.organisation

    report = run(store, source_of(tmp_path / "again"))

    assert report.outcome is ImportOutcome.UNCHANGED
    assert store.organisation is before
    assert len(store.audit) == 1
    assert {(counts.added, counts.changed, counts.rejected) for counts in report.files.values()} == {(0, 0, 0)}


def test_that_one_audit_entry_without_names_belongs_to_an_import(store: MemoryStore) -> None:
    (entry,) = store.audit

    assert entry.action == "import"
    assert entry.figures["measures_added"] == 5
    assert not any("Anna" in str(value) for value in (entry.subject, entry.reason, *entry.figures.values()))


def test_that_a_dry_run_reports_and_writes_nothing(store: MemoryStore, tmp_path: Path) -> None:
    before = store.organisation

    report = run(store, source_of(tmp_path / "in", replaced("teams", "Alfa", "Alpha")), dry_run=True)

    assert report.outcome is ImportOutcome.DRY_RUN
    assert report.files[SourceFile.TEAMS].changed == 1
    assert store.organisation is before


def test_that_a_missing_file_changes_nothing(store: MemoryStore, tmp_path: Path) -> None:
    before = store.organisation

    report = run(store, source_of(tmp_path / "in", {"teams.csv": FILES["teams.csv"].replace("Alfa", "Alpha")}))

    assert report.outcome is ImportOutcome.IMPORTED
    assert store.organisation.teams["A"].name == "Alpha"
    assert store.organisation.measures == before.measures
    assert store.organisation.assignments == before.assignments
    assert store.organisation.workers == before.workers


def test_that_a_running_measure_that_the_file_lacks_is_closed_today(store: MemoryStore, tmp_path: Path) -> None:
    texts = without("assignments", "M3,", texts=without("measures", "M3,"))

    report = run(store, source_of(tmp_path / "in", texts))

    assert store.organisation.measures["M3"].closed_on == TODAY
    assert report.files[SourceFile.MEASURES].closed == 1
    assert notes(report, NoteKind.CLOSED) == ["M3"]
    assert first("M3", "W4", "2026-02-01") in store.organisation.assignments
    assert run(store, source_of(tmp_path / "next"), today=date(2026, 11, 22)).outcome is ImportOutcome.IMPORTED
    assert store.organisation.measures["M3"].closed_on is None


def test_that_a_closed_measure_that_the_file_lacks_stays_as_it_is(store: MemoryStore, tmp_path: Path) -> None:
    texts = without("assignments", "M4,", texts=without("measures", "M4,"))

    report = run(store, source_of(tmp_path / "in", texts))

    assert report.outcome is ImportOutcome.UNCHANGED
    assert store.organisation.measures["M4"].closed_on == date(2026, 4, 30)


def test_that_closing_more_than_one_in_twenty_asks_first(store: MemoryStore, tmp_path: Path) -> None:
    before = store.organisation
    source = source_of(tmp_path / "in", without("measures", "M3,", texts=without("assignments", "M3,")))

    asked = run(store, source, confirmed=False)

    assert asked.outcome is ImportOutcome.NEEDS_CONFIRMATION
    assert (asked.running, asked.lost) == (4, 1)
    assert store.organisation is before
    assert run(store, source, confirmed=True).outcome is ImportOutcome.IMPORTED


def test_that_dropping_the_contact_of_a_running_measure_asks_first(store: MemoryStore, tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", without("assignments", "M3,"))

    assert run(store, source, confirmed=False).outcome is ImportOutcome.NEEDS_CONFIRMATION


@pytest.mark.parametrize(("left", "outcome"), [(19, ImportOutcome.IMPORTED), (18, ImportOutcome.NEEDS_CONFIRMATION)])
def test_that_closing_exactly_one_in_twenty_does_not_ask(left: int, outcome: ImportOutcome, tmp_path: Path) -> None:
    header, row = FILES["measures.csv"].splitlines()[0], "M{},F{},Y{},guardianship,2026-01-01,,,,A,,none,none,"
    many = [row.format(n, n, n) for n in range(20)]
    store = MemoryStore(NORMS)
    teams = {"teams.csv": FILES["teams.csv"]}
    run(store, source_of(tmp_path / "all", teams | {"measures.csv": "\n".join([header, *many])}))

    fewer = source_of(tmp_path / "fewer", {"measures.csv": "\n".join([header, *many[:left]])})

    assert run(store, fewer, confirmed=False).outcome is outcome


def test_that_workers_and_teams_that_the_files_lack_stay_and_are_named(store: MemoryStore, tmp_path: Path) -> None:
    before = store.organisation

    report = run(store, source_of(tmp_path / "in", {"workers.csv": without("workers", "W5")["workers.csv"]}))

    assert report.outcome is ImportOutcome.UNCHANGED
    assert notes(report, NoteKind.MISSING) == ["W5"]
    assert report.files[SourceFile.WORKERS].kept == 1
    assert store.organisation is before


def test_that_contracts_and_absences_of_a_worker_are_the_complete_list(store: MemoryStore, tmp_path: Path) -> None:
    texts = replaced("absences", "W2,2026-10-01,,0.5\n", "W2,2026-10-01,2026-12-01,0.5\nW2,2027-01-01,,1\n")
    texts = without("contracts", "W1,2019", texts=without("absences", "W3", texts=texts))

    report = run(store, source_of(tmp_path / "in", texts))

    assert [held.from_on for held in store.organisation.workers["W1"].contracts] == [date(2025, 1, 1)]
    assert store.organisation.workers["W3"].absences == ()
    assert report.files[SourceFile.CONTRACTS].dropped == 1
    counts = report.files[SourceFile.ABSENCES]
    assert (counts.added, counts.changed, counts.dropped) == (1, 1, 1)
    assert notes(report, NoteKind.DROPPED) == ["W3 2026-11-16", "W1 2019-01-01"]


def test_that_losing_the_contracts_of_many_workers_asks_first(store: MemoryStore, tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", without("contracts", "W2"))

    assert run(store, source, confirmed=False).outcome is ImportOutcome.NEEDS_CONFIRMATION


def test_that_an_assignment_of_an_earlier_import_is_withdrawn(store: MemoryStore, tmp_path: Path) -> None:
    report = run(store, source_of(tmp_path / "in", without("assignments", "M1,W2")))

    assert report.files[SourceFile.ASSIGNMENTS].dropped == 1
    assert notes(report, NoteKind.DROPPED) == ["M1 W2 second 2025-03-03"]
    assert [part.worker for part in store.organisation.assignments_of["M1"]] == ["W1"]


def test_that_a_decision_that_the_source_does_not_have_yet_stays(store: MemoryStore, tmp_path: Path) -> None:
    decided = first("M5", "W1", "2026-11-23")
    decide(store, decided)

    report = run(store, source_of(tmp_path / "in"))

    assert report.outcome is ImportOutcome.UNCHANGED
    assert decided in store.organisation.assignments
    assert notes(report, NoteKind.KEPT) == ["M5 W1 first 2026-11-23"]
    assert report.files[SourceFile.ASSIGNMENTS].kept == 1


def test_that_a_decision_that_the_source_has_too_is_confirmed_once(store: MemoryStore, tmp_path: Path) -> None:
    decide(store, first("M5", "W1", "2026-11-23"))
    texts = files(assignments=FILES["assignments.csv"] + "M5,W1,first,2026-11-23,\n")

    report = run(store, source_of(tmp_path / "in", texts))

    assert report.outcome is ImportOutcome.IMPORTED
    assert notes(report, NoteKind.CONFIRMED) == ["M5 W1 first 2026-11-23"]
    assert store.pending == frozenset()
    assert run(store, source_of(tmp_path / "again", texts)).outcome is ImportOutcome.UNCHANGED
    assert run(store, source_of(tmp_path / "gone")).files[SourceFile.ASSIGNMENTS].dropped == 1


def test_that_a_decision_that_the_source_has_from_another_day_takes_that_day(
    store: MemoryStore, tmp_path: Path
) -> None:
    decide(store, first("M5", "W1", "2026-11-23"))
    texts = files(assignments=FILES["assignments.csv"] + "M5,W1,first,2026-11-24,\n")

    report = run(store, source_of(tmp_path / "in", texts))

    assert notes(report, NoteKind.MOVED) == ["M5 W1 first 2026-11-23"]
    assert store.organisation.assignments_of["M5"] == (first("M5", "W1", "2026-11-24"),)
    assert store.pending == frozenset()


def test_that_a_source_that_gives_the_case_to_somebody_else_contradicts_the_decision(
    store: MemoryStore, tmp_path: Path
) -> None:
    decide(store, first("M5", "W1", "2026-11-23"))
    before = store.organisation
    texts = files(assignments=FILES["assignments.csv"] + "M5,W2,first,2026-11-24,\n")

    report = run(store, source_of(tmp_path / "in", texts))

    (problem,) = report.problems
    assert (problem.row, problem.column, problem.code) == (8, "worker", ProblemCode.CONTRADICTS_DECISION)
    assert problem.figures["other_worker"] == "W1"
    assert store.organisation is before


def test_that_a_decision_that_ended_what_the_source_still_has_open_wins(store: MemoryStore, tmp_path: Path) -> None:
    ended = first("M3", "W4", "2026-02-01", "2026-11-22")
    decide(store, first("M3", "W1", "2026-11-23"), ended)

    report = run(store, source_of(tmp_path / "in"))

    assert report.outcome is ImportOutcome.UNCHANGED
    assert notes(report, NoteKind.DECISION_WINS) == ["M3 W4 first 2026-02-01"]
    assert ended in store.organisation.assignments


def test_that_what_a_decision_ended_stays_known_when_the_source_no_longer_has_it(
    store: MemoryStore, tmp_path: Path
) -> None:
    ended = first("M3", "W4", "2026-02-01", "2026-11-22")
    decide(store, first("M3", "W1", "2026-11-23"), ended)

    report = run(store, source_of(tmp_path / "in", without("assignments", "M3,")), confirmed=False)

    assert report.outcome is ImportOutcome.UNCHANGED
    assert notes(report, NoteKind.KEPT) == ["M3 W1 first 2026-11-23", "M3 W4 first 2026-02-01"]


def test_that_a_source_that_ended_it_on_another_day_is_followed(store: MemoryStore, tmp_path: Path) -> None:
    decide(store, first("M3", "W1", "2026-11-23"), first("M3", "W4", "2026-02-01", "2026-11-22"))
    texts = replaced("assignments", "M3,W4,first,2026-02-01,", "M3,W4,first,2026-02-01,2026-11-20")

    report = run(store, source_of(tmp_path / "in", texts))

    assert report.files[SourceFile.ASSIGNMENTS].changed == 1
    assert first("M3", "W4", "2026-02-01", "2026-11-20") in store.organisation.assignments


def test_that_conflicts_and_supporters_are_complete_sets(store: MemoryStore, tmp_path: Path) -> None:
    texts = {"conflicts.csv": "worker,family\nW2,F3\nW2,F3\n", "supporters.csv": "worker,team,hours_per_week\n"}

    report = run(store, source_of(tmp_path / "in", texts))

    assert store.organisation.conflicts == {("W2", "F3")}
    assert store.organisation.supporters == ()
    assert notes(report, NoteKind.DROPPED) == ["W4 F1", "W5 B"]


def test_that_a_column_that_the_source_lacks_leaves_what_is_known(store: MemoryStore, tmp_path: Path) -> None:
    lines = FILES["measures.csv"].splitlines()
    texts = [f"{lines[0]},plan_on", *(f"{line},2026-11-20" for line in lines[1:])]
    run(store, source_of(tmp_path / "in", {"measures.csv": "\n".join(texts)}))
    before = store.organisation

    report = run(store, source_of(tmp_path / "again", {"measures.csv": FILES["measures.csv"]}))

    assert report.outcome is ImportOutcome.UNCHANGED
    assert before.measures["M1"].plan_on == date(2026, 11, 20)


def test_that_a_reference_may_be_to_what_is_known_already(store: MemoryStore, tmp_path: Path) -> None:
    texts = {"absences.csv": "worker,from,until,share\nW1,2026-11-01,,1\n"}

    assert run(store, source_of(tmp_path / "in", texts)).outcome is ImportOutcome.IMPORTED


def test_that_one_wrong_worker_is_not_reported_again_where_she_is_referred_to(tmp_path: Path) -> None:
    report = run(MemoryStore(NORMS), source_of(tmp_path / "in", replaced("workers", "W1,Anna de Wit,A,y", "W1,,A,y")))

    assert [(problem.file, problem.row, problem.column) for problem in report.problems] == [("workers.csv", 2, "name")]
    assert report.files[SourceFile.WORKERS].rejected == 1


@pytest.mark.parametrize(
    ("old", "new", "column", "code"),
    [
        ("W1,Anna de Wit,A", "W1,Anna\x00de Wit,A", "name", ProblemCode.CONTROL_CHARACTER),
        ("W1,Anna de Wit,A", 'W1,"Anna\nde Wit",A', "name", ProblemCode.CONTROL_CHARACTER),
        ("W1,Anna de Wit,A", 'W1,"Anna de Wit,A', "name", ProblemCode.BROKEN_QUOTES),
        ("W1,Anna de Wit,A", 'W1,Anna "de" Wit,A', "name", ProblemCode.BROKEN_QUOTES),
        ("W1,Anna de Wit,A", '"W1,Anna de Wit,A', "worker", ProblemCode.BROKEN_QUOTES),
        ("W1,Anna de Wit,A", "W1\x00,Anna de Wit,A", "worker", ProblemCode.CONTROL_CHARACTER),
        ("W1,Anna de Wit,A", '"W\n1",Anna de Wit,A', "worker", ProblemCode.CONTROL_CHARACTER),
        ("W1,Anna de Wit,A", " W1,Anna de Wit,A", "worker", ProblemCode.SURROUNDING_SPACES),
        ("W1,Anna de Wit,A", "W1,Anna de Wit,A,A", "#14", ProblemCode.WRONG_CELL_COUNT),
        ("W1,Anna de Wit,A,youth_protection", "W1,Anna de Wit,A,chef", "role", ProblemCode.UNKNOWN_CODE),
    ],
)
@pytest.mark.parametrize("known", [False, True])
def test_that_a_refused_row_is_the_only_thing_reported(
    old: str, new: str, column: str, code: ProblemCode, known: bool, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    into = request.getfixturevalue("store") if known else MemoryStore(NORMS)

    report = run(into, source_of(tmp_path / "in", replaced("workers", old, new)))

    assert [(problem.row, problem.column, problem.code) for problem in report.problems] == [(2, column, code)]
    assert notes(report, NoteKind.MISSING) == []


def test_that_what_was_known_of_a_refused_worker_is_not_held_against_the_source(
    store: MemoryStore, tmp_path: Path
) -> None:
    texts = replaced("workers", "permanent,2019-01-01,,", "vast,2018-01-01,,")
    texts = replaced("assignments", "M4,W1,first,2022-05-01", "M4,W1,first,2018-05-01", texts)
    texts = replaced("measures", "2022-05-01,2022-05-01", "2018-05-01,2018-05-01", texts)

    report = run(store, source_of(tmp_path / "in", texts))

    assert [problem.column for problem in report.problems] == ["employment"]


def test_that_a_cause_is_reported_before_what_follows_from_it(tmp_path: Path) -> None:
    texts = replaced("workers", "W1,Anna de Wit,A", ",Anna de Wit,")
    texts = replaced("teams", "B,Beta", ",", texts)

    problems = run(MemoryStore(NORMS), source_of(tmp_path / "in", texts)).problems

    missing, unknown = ProblemCode.MISSING_VALUE, ProblemCode.UNKNOWN_REFERENCE
    places = [(problem.file, problem.row, problem.column, problem.code) for problem in problems]
    assert places[:4] == [
        ("teams.csv", 3, "team", missing),
        ("teams.csv", 3, "name", missing),
        ("workers.csv", 2, "worker", missing),
        ("workers.csv", 2, "team", missing),
    ]
    assert {code for *_, code in places[4:]} == {unknown}
    order = [file.file_name for file in SourceFile]
    assert [order.index(file) for file, *_ in places] == sorted(order.index(file) for file, *_ in places)


def test_that_an_unreadable_file_does_not_make_every_reference_wrong(tmp_path: Path) -> None:
    report = run(MemoryStore(NORMS), source_of(tmp_path / "in", files(workers="naam\n")))

    assert {problem.file for problem in report.problems} == {"workers.csv"}


def test_that_a_changed_service_may_not_leave_two_first_contacts(store: MemoryStore, tmp_path: Path) -> None:
    ended = replaced("workers", "2025-01-01,2026-12-31", "2025-01-01,2026-10-31")["workers.csv"]
    run(store, source_of(tmp_path / "short", {"workers.csv": ended}))
    taken_over = FILES["assignments.csv"] + "M3,W1,first,2026-11-01,\n"
    assert run(store, source_of(tmp_path / "over", {"assignments.csv": taken_over})).outcome is ImportOutcome.IMPORTED

    report = run(store, source_of(tmp_path / "long", {"workers.csv": FILES["workers.csv"]}))

    (problem,) = report.problems
    assert (problem.file, problem.row, problem.column) == ("workers.csv", 5, "ends_on")
    assert problem.code is ProblemCode.POSITION_TAKEN_TWICE


def test_that_a_worker_who_came_back_does_not_lose_what_she_once_carried(store: MemoryStore, tmp_path: Path) -> None:
    texts = replaced("workers", "permanent,2019-01-01", "permanent,2026-05-01")

    report = run(store, source_of(tmp_path / "in", {"workers.csv": texts["workers.csv"]}))

    assert report.outcome is ImportOutcome.IMPORTED
    assert first("M4", "W1", "2022-05-01", "2026-04-30") in store.organisation.assignments


def test_that_a_second_may_follow_a_first_who_left(tmp_path: Path) -> None:
    texts = files(assignments=FILES["assignments.csv"] + "M3,W1,first,2027-01-01,\n")

    assert run(MemoryStore(NORMS), source_of(tmp_path / "in", texts)).outcome is ImportOutcome.IMPORTED


def test_that_a_new_norm_must_have_the_factors_of_known_measures(store: MemoryStore, tmp_path: Path) -> None:
    version = FILES["norm.toml"].replace("2026-01-01", "2026-07-01").replace("out_of_home = 0.15\n", "")

    report = run(store, source_of(tmp_path / "in", {"norm.toml": version}))

    (problem,) = report.problems
    assert (problem.file, problem.column, problem.code) == (
        "norm.toml",
        "factors.out_of_home",
        ProblemCode.FACTOR_NOT_IN_NORM,
    )


def test_that_a_norm_after_the_last_day_of_a_measure_need_not_have_its_factor(tmp_path: Path) -> None:
    texts = replaced("measures", "2026-04-30,B,,none", "2026-04-30,B,out_of_home,none")
    texts = {**texts, "measures.csv": texts["measures.csv"].replace("complex_divorce;out_of_home", "complex_divorce")}
    version = FILES["norm.toml"][FILES["norm.toml"].index("[[norm]]") :]
    version = version.replace("2026-01-01", "2026-07-01").replace("out_of_home = 0.15\n", "")
    texts["norm.toml"] += f"\n{version}"

    assert run(MemoryStore(NORMS), source_of(tmp_path / "in", texts)).outcome is ImportOutcome.IMPORTED


def test_that_an_empty_database_gets_the_default_norm_when_the_source_has_none(tmp_path: Path) -> None:
    texts = {name: text for name, text in FILES.items() if name != "norm.toml"}
    with create_store(tmp_path / "file.db") as store:
        source = source_of(tmp_path / "in", texts)
        report = import_files(store, source, clock=FixedClock(TODAY), default_norms=NORMS)
        with store.read() as unit:
            known = unit.snapshot()

    assert report.outcome is ImportOutcome.IMPORTED
    assert known.norms == NORMS


def test_that_an_own_norm_takes_the_place_of_the_default_one(tmp_path: Path) -> None:
    own = FILES["norm.toml"].replace("2026-01-01", "2025-01-01").replace("12.8", "12.5")
    with create_store(tmp_path / "file.db", starting_norms=NORMS) as store:
        source = source_of(tmp_path / "in", files(norm=own))
        import_files(store, source, clock=FixedClock(TODAY), default_norms=NORMS)
        with store.read() as unit:
            known = unit.snapshot()

    assert [norm.valid_from for norm in known.norms.norms] == [date(2025, 1, 1)]


def test_that_the_database_and_the_memory_store_agree(tmp_path: Path) -> None:
    memory = MemoryStore(NORMS)
    steps = [
        dict(FILES),
        without("assignments", "M3,", texts=without("measures", "M3,")),
        replaced("contracts", "W2,2020-02-01,,0.67", "W2,2020-02-01,2026-11-30,0.67\nW2,2026-12-01,,0.78"),
        without("assignments", "M1,W2", texts=without("absences", "W2")),
    ]
    with create_store(tmp_path / "file.db") as store:
        for number, texts in enumerate(steps):
            source = source_of(tmp_path / str(number), texts)
            in_memory = run(memory, source)
            clock = FixedClock(TODAY)
            stored = import_files(store, source, clock=clock, default_norms=NORMS, confirmed=True)
            with store.read() as unit:
                known = unit.snapshot()
            assert replace(stored, change_set=None) == replace(in_memory, change_set=None)
            assert known.workers == memory.organisation.workers
            assert known.measures == memory.organisation.measures
            assert set(known.assignments) == set(memory.organisation.assignments)
            assert known.conflicts == memory.organisation.conflicts
            again = import_files(store, source, clock=clock, default_norms=NORMS, confirmed=True)
            assert again.outcome is ImportOutcome.UNCHANGED
        assert store.verify_audit().in_order


def test_that_a_whole_organisation_is_founded_in_an_empty_database(store: MemoryStore, tmp_path: Path) -> None:
    with create_store(tmp_path / "file.db") as real:
        found_organisation(real, store.organisation)
        with real.read() as unit:
            assert unit.snapshot() == store.organisation


def test_that_a_skill_that_no_rule_asks_for_is_kept_and_remarked(tmp_path: Path) -> None:
    into = MemoryStore(NORMS)

    report = run(
        into, source_of(tmp_path / "in", replaced("workers", "2029-01-01,sns", "2029-01-01,snss;pmg;safepath"))
    )

    known = ("jr", "pmg", "sns", "schotten", "schotten_team", "safepath")
    note = ImportNote("workers.csv", NoteKind.UNKNOWN_SKILL, "W2", row=3, value="snss", known=known)
    assert report.notes == (note,)
    assert report.outcome is ImportOutcome.IMPORTED
    assert into.organisation.workers["W2"].skills == {"snss", "pmg", "safepath"}


@pytest.mark.parametrize("wish", ["guardianship", "schotten", "out_of_home"])
def test_that_a_wish_for_a_type_a_method_or_a_factor_is_not_remarked(wish: str, tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", replaced("workers", "none,probation_mandatory", f"none,{wish}"))

    assert run(MemoryStore(NORMS), source).notes == ()


def test_that_a_wish_that_matches_nothing_is_kept_and_remarked(tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", replaced("workers", "none,probation_mandatory", "none,jr;guardianship"))

    (note,) = run(MemoryStore(NORMS), source).notes

    assert (note.file, note.kind, note.key) == ("workers.csv", NoteKind.UNKNOWN_WISH, "W1")
    assert (note.row, note.value) == (2, "jr")
    assert {"guardianship", "safepath", "takeover"} <= set(note.known)


def test_that_wishes_are_not_judged_by_a_norm_with_a_problem(tmp_path: Path) -> None:
    texts = replaced("workers", "none,probation_mandatory", "none,move")
    texts = replaced("norm", "takeover = 0.25", "move = x", texts)

    assert notes(run(MemoryStore(NORMS), source_of(tmp_path / "in", texts)), NoteKind.UNKNOWN_WISH) == []


def test_that_ignored_files_are_remarked(store: MemoryStore, tmp_path: Path) -> None:
    report = run(store, source_of(tmp_path / "in", files() | {"team.csv": "x"}))

    assert ImportNote("team.csv", NoteKind.IGNORED, "team.csv") in report.notes
