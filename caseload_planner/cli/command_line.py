"""The command line as a whole: its commands, and how one is run."""

from collections.abc import Sequence
from typing import Annotated

import typer

from caseload_planner import __version__
from caseload_planner.cli import (
    audit_command,
    backup_command,
    caseload_command,
    check_command,
    decide_command,
    explain_command,
    export_command,
    import_command,
    init_command,
    propose_command,
    replay_command,
    report_command,
    simulate_command,
    support_command,
    wind_down_command,
    window_command,
    withdraw_command,
)
from caseload_planner.cli.answers import answer_line
from caseload_planner.cli.failures import INTERRUPTED, PROGRAM, ExitStatus, WrongUseError, guarded, say
from caseload_planner.cli.wiring import Wiring

app = typer.Typer(
    name=PROGRAM,
    help="Weighted caseload, weekly distribution and its decisions. Without a command the window opens.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("init")(init_command.init)
app.command("import")(import_command.import_source)
app.command("export")(export_command.export)
app.command("caseload")(caseload_command.caseload)
app.command("propose")(propose_command.propose)
app.command("explain")(explain_command.explain)
app.command("decide")(decide_command.decide)
app.command("withdraw")(withdraw_command.withdraw)
app.command("check")(check_command.check)
app.command("replay")(replay_command.replay)
app.command("wind-down")(wind_down_command.wind_down)
app.command("report")(report_command.report)
app.command("simulate")(simulate_command.simulate)
app.command("support")(support_command.support)
app.command("verify")(audit_command.verify)
app.command("backup")(backup_command.backup)
app.command("restore")(backup_command.restore)
app.add_typer(audit_command.group, name="audit")
app.command("window")(window_command.window)


def _say_version(*, asked: bool) -> None:
    if asked:
        answer_line(f"{PROGRAM} {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=lambda asked: _say_version(asked=asked), is_eager=True)
    ] = False,
) -> None:
    del version


def run(arguments: Sequence[str], wiring: Wiring) -> int:
    """Run one command and give its exit status."""
    return guarded(lambda: _run(arguments, wiring), wiring)


def _refuse_no_text(arguments: Sequence[str]) -> None:
    """Refuse bytes that are no text, which Python hands over as half characters that cannot be looked up."""
    for number, argument in enumerate(arguments, start=1):
        if not argument.isascii() and any("\ud800" <= letter <= "\udfff" for letter in argument):
            raise WrongUseError(
                f"argument {number} is not text in UTF-8; write it again, or give the file another name"
            )


def _run(arguments: Sequence[str], wiring: Wiring) -> int:
    _refuse_no_text(arguments)
    command = typer.main.get_command(app)
    try:
        status = command.main(args=list(arguments), prog_name=PROGRAM, standalone_mode=False, obj=wiring)
    except typer.Abort:
        return ExitStatus.REFUSED
    except typer.TyperException as error:
        # Wrong use: typer has the words and says where help is, in a method that its published class leaves out.
        show = getattr(error, "show", None)
        if show is None:
            say(f"{PROGRAM}: {error}")
        else:
            show()
        return ExitStatus.WRONG_USE
    if status == INTERRUPTED:
        # Typer says nothing of Ctrl-C but its status.
        raise KeyboardInterrupt
    return status if isinstance(status, int) else ExitStatus.DONE
