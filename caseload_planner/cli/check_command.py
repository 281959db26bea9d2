"""``check``: the independent checker over a stored proposal."""

import typer

from caseload_planner.application.check_proposal import check as check_proposal
from caseload_planner.cli.answers import answer_json, answer_line
from caseload_planner.cli.failures import ExitStatus
from caseload_planner.cli.opened import opened
from caseload_planner.cli.options import AsJson, Database, ProposalId


def check(context: typer.Context, proposal: ProposalId, *, db: Database = None, as_json: AsJson = False) -> int:
    """Check a stored proposal on the data as they are now; a decided one on those before its decision."""
    with opened(context, db) as services:
        result = check_proposal(services, proposal)
    key = result.stored.id
    if as_json:
        wrong = list(result.wrong)
        owed = [{"measure": measure, "worker": worker, "rule": rule} for measure, worker, rule in result.owed]
        answer_json(
            {"proposal": key, "passed": result.passed, "stale": result.stale, "wrong": wrong, "needs_override": owed}
        )
    else:
        for sentence in result.wrong:
            answer_line(sentence)
        if result.stale:
            answer_line(f"{key} is out of date: its measures, candidates or norm changed; propose again")
        for measure, worker, rule in result.owed:
            answer_line(f"{rule} is set aside for {measure} and {worker}: it asks a reason when it is decided")
        answer_line(f"{key} {'passes' if result.passed else 'does not pass'} the check")
    return ExitStatus.DONE if result.passed else ExitStatus.REFUSED
