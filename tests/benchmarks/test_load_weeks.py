"""How long the courses of everybody's load take on the large demo organisation."""

from datetime import date

from pytest_benchmark.fixture import BenchmarkFixture

from caseload_planner.application.load_weeks import load_weeks
from caseload_planner.bootstrap import default_norms
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.domain.organisation import Organisation

MONDAY = date(2026, 11, 23)
MOST_SECONDS = 1.0


def test_that_the_courses_of_a_large_organisation_take_less_than_a_second(benchmark: BenchmarkFixture) -> None:
    organisation = demo_organisation(DemoSize.LARGE, DEFAULT_SEED, MONDAY, default_norms())

    def fresh() -> tuple[tuple[Organisation, date], dict[str, object]]:
        return (organisation, MONDAY), {}

    found = benchmark.pedantic(load_weeks, setup=fresh, rounds=5)
    assert len(found.loads) > 900
    assert benchmark.stats.stats.median < MOST_SECONDS
