"""One model a file: a row of text in, a domain value out.

The models know columns and cells, nothing of files, separators or languages, so that a mapping of a foreign export can
feed them its translated rows as well. Each error's type is a `ProblemCode` and its location the column.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from caseload_planner.application.import_source import AbsenceOf, ContractOf
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.measures import Measure, MeasureType, Method, Wanted
from caseload_planner.domain.organisation import (
    Absence,
    Contract,
    Employment,
    Onboarding,
    Role,
    Supporter,
    Team,
    Worker,
)
from caseload_planner.domain.points import Hundredths
from caseload_planner.exchange import cell_grammar as grammar

Key = Annotated[str, PlainValidator(grammar.parse_key)]
Text = Annotated[str, PlainValidator(grammar.parse_text)]
Names = Annotated[frozenset[str], PlainValidator(grammar.parse_list)]
Day = Annotated[date, PlainValidator(grammar.parse_date)]
OptionalDay = Annotated[date | None, PlainValidator(grammar.parse_date_or_none)]
Fte = Annotated[Decimal, PlainValidator(grammar.decimal_parser("1.2", 2))]
Share = Annotated[Decimal, PlainValidator(grammar.decimal_parser("1", 4))]
Hours = Annotated[Decimal, PlainValidator(grammar.decimal_parser("60", 2))]
Wish = Annotated[Wanted, PlainValidator(grammar.code_parser(Wanted, Wanted.NONE))]


def _share_or_zero(text: str) -> Decimal:
    return grammar.parse_decimal(text, Decimal(0), Decimal(1), 4) if text else Decimal(0)


def _points_or_none(text: str) -> Hundredths | None:
    return grammar.parse_points(text) if text else None


class RowModel(BaseModel):
    """What all rows have in common: texts in, no columns beside the known ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TeamRow(RowModel):
    """A row of teams."""

    team: Key
    name: Text
    region: Text
    location: Text

    def value(self) -> Team:
        """Give the team."""
        return Team(self.team, self.name, self.region, self.location)


class WorkerRow(RowModel):
    """A row of workers; an empty `skj_until` is not registered, `personal_ceiling` is in points."""

    worker: Key
    name: Text
    team: Key
    role: Annotated[Role, PlainValidator(grammar.code_parser(Role))]
    employment: Annotated[Employment, PlainValidator(grammar.code_parser(Employment))]
    started_on: Day
    ends_on: OptionalDay
    skj_until: OptionalDay
    skills: Names
    task_share: Annotated[Decimal, PlainValidator(_share_or_zero)]
    personal_ceiling: Annotated[Hundredths | None, PlainValidator(_points_or_none)]
    onboarding: Annotated[Onboarding, PlainValidator(grammar.code_parser(Onboarding, Onboarding.NONE))]
    wishes: Names

    def value(self) -> Worker:
        """Give the worker, without contracts and absences."""
        return Worker(
            key=self.worker,
            name=self.name,
            team=self.team,
            role=self.role,
            employment=self.employment,
            started_on=self.started_on,
            ends_on=self.ends_on,
            skj_until=self.skj_until,
            skills=self.skills,
            task_share=self.task_share,
            personal_ceiling=self.personal_ceiling,
            onboarding=self.onboarding,
            wishes=self.wishes,
        )


class ContractRow(RowModel):
    """A row of contracts."""

    worker: Key
    from_on: Day = Field(alias="from")
    until_on: OptionalDay = Field(alias="until")
    fte: Fte

    def value(self) -> ContractOf:
        """Give the contract and whose it is."""
        return ContractOf(self.worker, Contract(self.from_on, self.until_on, self.fte))


class AbsenceRow(RowModel):
    """A row of absences: dates and share, never a reason."""

    worker: Key
    from_on: Day = Field(alias="from")
    until_on: OptionalDay = Field(alias="until")
    share: Share

    def value(self) -> AbsenceOf:
        """Give the absence and whose it is."""
        return AbsenceOf(self.worker, Absence(self.from_on, self.until_on, self.share))


class MeasureRow(RowModel):
    """A row of measures; the last two columns may be missing."""

    measure: Key
    family: Key
    youth: Key
    type: Annotated[MeasureType, PlainValidator(grammar.code_parser(MeasureType))]
    reported_on: Day
    started_on: OptionalDay
    expected_end: OptionalDay
    closed_on: OptionalDay
    team: Key
    factors: Names
    duo: Wish
    sns: Wish
    method: Annotated[Method, PlainValidator(grammar.code_parser(Method, Method.NONE))]
    first_contact_on: OptionalDay = None
    plan_on: OptionalDay = None

    def value(self) -> Measure:
        """Give the measure."""
        return Measure(
            key=self.measure,
            family=self.family,
            youth=self.youth,
            type=self.type,
            reported_on=self.reported_on,
            started_on=self.started_on,
            expected_end=self.expected_end,
            closed_on=self.closed_on,
            team=self.team,
            factors=self.factors,
            duo=self.duo,
            sns=self.sns,
            method=self.method,
            first_contact_on=self.first_contact_on,
            plan_on=self.plan_on,
        )


class AssignmentRow(RowModel):
    """A row of assignments."""

    measure: Key
    worker: Key
    position: Annotated[Position, PlainValidator(grammar.code_parser(Position))]
    from_on: Day = Field(alias="from")
    until_on: OptionalDay = Field(alias="until")

    def value(self) -> Assignment:
        """Give the assignment."""
        return Assignment(
            measure=self.measure,
            worker=self.worker,
            position=self.position,
            from_on=self.from_on,
            until_on=self.until_on,
        )


class ConflictRow(RowModel):
    """A row of conflicts."""

    worker: Key
    family: Key

    def value(self) -> tuple[str, str]:
        """Give worker and family."""
        return (self.worker, self.family)


class SupporterRow(RowModel):
    """A row of supporters."""

    worker: Key
    team: Key
    hours_per_week: Hours

    def value(self) -> Supporter:
        """Give the supporter."""
        return Supporter(self.worker, self.team, self.hours_per_week)
