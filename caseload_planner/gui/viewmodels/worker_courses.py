"""The courses of all workers around a date: loads week by week with the working norm of each of those days."""

from collections.abc import Mapping

from caseload_planner.application.load_weeks import load_weeks
from caseload_planner.domain.capacity import capacity_on
from caseload_planner.domain.caseload import Caseload
from caseload_planner.gui.models.course import Course


def courses_of(caseload: Caseload) -> Mapping[str, Course]:
    """Make the course of everybody who carries cases on the date of a caseload, by worker."""
    organisation = caseload.organisation
    weeks = load_weeks(organisation, caseload.on)
    norms = [(day, organisation.norms.on(day)) for day in weeks.days]
    policy = organisation.norms.policy
    return {
        key: Course(
            loads=weeks.of(key),
            norms=tuple(capacity_on(organisation.workers[key], day, norm, policy).working for day, norm in norms),
            now=weeks.now,
        )
        for key in caseload.carrying_workers
    }
