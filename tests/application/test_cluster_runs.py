"""A cluster on this computer, with keys of its own: the same figures to the last bit, and nothing but numbers sent."""

import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from caseload_planner.application.cluster_runs import Cluster, ClusterUnusableError, pseudonymous
from caseload_planner.domain.run_control import Progress, StopSignal
from caseload_planner.staffing.engine import CHUNK, run_scenario
from caseload_planner.staffing.run_plan import RunPlan, plan_run
from caseload_planner.staffing.scenario import AbsenceShare, Hire, Inflow, Scenario, Turnover, Vacancy
from caseload_planner.staffing.snapshot_building import snapshot_of
from tests.builders import ON
from tests.staffing.towns import a_busy_town

pytestmark = pytest.mark.filterwarnings("ignore")  # of Dask and Tornado while a cluster starts and ends

SCENARIO = Scenario(
    name="Geheim plan",
    start=ON,
    weeks=20,
    replications=3 * CHUNK,
    places=("T1", "Zuid"),
    inflow=Inflow(place_level={"Noord": 1.2, "T2": 0.8}),
    turnover=Turnover(per_year=0.2, places={"Heerlen": 0.4}),
    absence=AbsenceShare(places={"Zuid": 0.1}),
    vacancies=(Vacancy(place="Noord", fte=1.5),),
    hires=(Hire(place="Venlo", people=2), Hire(people=1, in_weeks=3)),
    reasons={"turnover.per_year": "besproken met Anna"},
)


@pytest.fixture
def plan() -> RunPlan:
    return plan_run(SCENARIO, snapshot_of(a_busy_town(), ON, 20))


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A cluster of one thread on the loopback address, with keys that nobody else has."""
    from distributed import LocalCluster, Security

    keys = Security.temporary()
    texts = zip(
        ("ca.pem", "cert.pem", "key.pem"), (keys.tls_ca_file, keys.tls_client_cert, keys.tls_client_key), strict=True
    )
    for name, text in texts:
        (tmp_path / name).write_text(text, encoding="ascii")
    with LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        processes=False,
        host="127.0.0.1",
        protocol="tls://",
        security=keys,
        dashboard_address=None,
        local_directory=str(tmp_path),
    ) as made:
        yield Cluster(made.scheduler_address, tmp_path)


def test_that_the_figures_are_those_of_a_run_here(plan: RunPlan, cluster: Cluster) -> None:
    seen: list[Progress] = []
    there = run_scenario(plan, throw=cluster.throw, on_progress=seen.append)
    here = run_scenario(plan)
    for name, values in here.kept.items():
        np.testing.assert_array_equal(there.kept[name], values)
        np.testing.assert_array_equal(there.series[name].quantiles, here.series[name].quantiles)
    assert (there.scenario, there.digest, there.places) == (here.scenario, here.digest, here.places)
    assert [progress.part for progress in seen] == [0, CHUNK, 2 * CHUNK, 3 * CHUNK]


def test_that_a_stop_is_heard_and_gives_what_was_thrown(plan: RunPlan, cluster: Cluster) -> None:
    stop = StopSignal()

    def stop_at_once(progress: Progress) -> None:
        if progress.part:
            stop.request()

    long = replace(plan, scenario=replace(plan.scenario, replications=40 * CHUNK))
    outcome = run_scenario(long, throw=cluster.throw, stop=stop, on_progress=stop_at_once)
    assert outcome.stopped
    assert 0 < outcome.replications < 40 * CHUNK


def test_that_no_word_of_the_organisation_is_sent(plan: RunPlan) -> None:
    sent = pickle.dumps(pseudonymous(plan))
    for word in ("Venlo", "Heerlen", "Noord", "Zuid", "Geheim", "Anna", "Naam", "F-A0", "Roermond", "SA00"):
        assert word.encode() not in sent, word


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("somewhere", "is no address of a cluster"),
        ("http://host:8786", "is no address of a cluster"),
        ("tcp://cluster.example:8786", "Only an encrypted line leaves this computer"),
        ("tls://127.0.0.1:8786", "Only an encrypted line leaves this computer"),
    ],
)
def test_that_an_open_line_is_refused(plan: RunPlan, address: str, words: str) -> None:
    with pytest.raises(ClusterUnusableError, match=words):
        run_scenario(plan, throw=Cluster(address).throw)


def test_that_missing_keys_are_named(plan: RunPlan, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("x", encoding="ascii")
    with pytest.raises(ClusterUnusableError, match=r"lacks cert\.pem, key\.pem"):
        run_scenario(plan, throw=Cluster("tls://cluster.example:8786", tmp_path).throw)
