"""Throws futures on a Dask cluster that is there already: encrypted, with numbers only, to the same figures as here.

What goes over the line is a plan: arrays of ages, weights and fte, and codes for places. No key or name of anybody, not
even of a team, is in it. A worker needs this program in the same version, as its code makes the figures.
"""

import ipaddress
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from caseload_planner import __version__
from caseload_planner.domain.errors import PlannerError
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.staffing.arrays import Ints
from caseload_planner.staffing.engine import throw_chunk
from caseload_planner.staffing.futures import Futures
from caseload_planner.staffing.run_plan import RunPlan
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.snapshot import Place

KEY_FILES = ("ca.pem", "cert.pem", "key.pem")
"""Certificate of who signs, our certificate, and our key: the names that a folder of keys has."""
CONNECT_SECONDS = 20
AHEAD_PER_THREAD = 2
_LOOK_EVERY_SECONDS = 0.2


class ClusterUnusableError(PlannerError):
    """The cluster cannot be used; ``figures["why"]`` says which way."""

    code = "cluster_unusable"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where a cluster is.

    Attributes
    ----------
    address
        ``tls://HOST:8786``, or ``tcp://`` for one on this computer.
    keys
        Folder with `KEY_FILES`; without it only this computer is allowed.
    """

    address: str
    keys: Path | None = None

    def throw(self, plan: RunPlan, chunks: tuple[Ints, ...], stop: StopSignal) -> Iterator[Futures]:
        """Throw chunks on the cluster and give them in order; ends early when asked to stop.

        Raises
        ------
        ClusterUnusableError
            The address is not allowed, nobody answers, or a worker has another version of the program.
        """
        distributed = _distributed()
        address, security = self._way(distributed)
        try:
            client = distributed.Client(
                address, security=security, timeout=CONNECT_SECONDS, set_as_default=False, name="caseload-planner"
            )
        except (OSError, TimeoutError, ValueError) as error:
            words = f"The cluster at {self.address} does not answer; is it there, and are the keys the right ones?"
            raise ClusterUnusableError(words, why="no_answer", address=self.address) from error
        with client:
            _refuse_other_versions(client)
            yield from _in_order(client, pseudonymous(plan), chunks, stop)

    def _way(self, distributed: Any) -> tuple[str, Any]:
        """Give the address with its scheme, and the keys; only an encrypted line leaves this computer."""
        parts = urlsplit(self.address)
        if parts.scheme not in {"tcp", "tls"} or not parts.hostname or parts.port is None:
            words = f"{self.address} is no address of a cluster; write tls://HOST:8786"
            raise ClusterUnusableError(words, why="address", address=self.address)
        if self.keys is None:
            if parts.scheme == "tls" or not _is_this_computer(parts.hostname):
                words = f"Only an encrypted line leaves this computer: name the folder with {', '.join(KEY_FILES)}."
                raise ClusterUnusableError(words, why="keys", address=self.address)
            return self.address, None
        missing = [name for name in KEY_FILES if not (self.keys / name).is_file()]
        if missing:
            words = f"The folder of keys lacks {', '.join(missing)}."
            raise ClusterUnusableError(words, why="keys", address=self.address)
        ca, cert, key = (str(self.keys / name) for name in KEY_FILES)
        security = distributed.Security(
            tls_ca_file=ca, tls_client_cert=cert, tls_client_key=key, require_encryption=True
        )
        return f"tls://{parts.netloc}", security


def _distributed() -> Any:
    try:
        import distributed
    except ImportError as error:
        words = "This program came without what a cluster needs; install caseload-planner[cluster]."
        raise ClusterUnusableError(words, why="not_installed") from error
    return distributed


def _is_this_computer(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def version_here() -> str:
    """Give the version of the program; asked of every worker."""
    return __version__


def _refuse_other_versions(client: Any) -> None:
    try:
        versions: Mapping[str, str] = client.run(version_here)
    except ImportError as error:
        words = "A worker of the cluster does not have this program; install the same version there."
        raise ClusterUnusableError(words, why="version") from error
    if not versions:
        raise ClusterUnusableError("The cluster has no workers; start some.", why="no_workers")
    others = sorted({version for version in versions.values() if version != __version__})
    if others:
        words = f"Workers have version {', '.join(others)} and this is {__version__}; figures could differ."
        raise ClusterUnusableError(words, why="version")


def _in_order(client: Any, plan: RunPlan, chunks: tuple[Ints, ...], stop: StopSignal) -> Iterator[Futures]:
    """Keep some chunks ahead at work, and give each in its turn."""
    shared = client.scatter(plan, broadcast=True, hash=False)
    ahead = max(2, AHEAD_PER_THREAD * sum(client.nthreads().values()))
    waiting = [client.submit(throw_chunk, shared, chunk, pure=False) for chunk in chunks[:ahead]]
    try:
        for number in range(len(chunks)):
            futures = _patiently(waiting[number], stop, first=number == 0)
            if futures is None:
                return
            yield futures
            waiting[number] = None  # lets the cluster forget it
            if number + ahead < len(chunks) and not stop.requested:
                waiting.append(client.submit(throw_chunk, shared, chunks[number + ahead], pure=False))
            elif number + 1 >= len(waiting):
                return
    finally:
        client.cancel([future for future in waiting if future is not None], force=True)


def _patiently(future: Any, stop: StopSignal, *, first: bool) -> Futures | None:
    """Wait for a chunk and listen for a stop meanwhile; the first one is waited for."""
    while True:
        try:
            found: Futures = future.result(timeout=_LOOK_EVERY_SECONDS)
        except TimeoutError:
            if stop.requested and not first:
                return None
        else:
            return found


def pseudonymous(plan: RunPlan) -> RunPlan:
    """Take every word out of a plan: places become codes, names and reasons are left out; the figures stay the same."""
    words = plan.snapshot.place_names()
    code = {word: f"P{number}" for number, word in enumerate(words)}
    places = tuple(Place(code[team.key], "", code[team.location], code[team.region]) for team in plan.snapshot.places)
    snapshot = replace(plan.snapshot, places=places, digest="")
    return replace(plan, scenario=_with_codes(plan.scenario, code), snapshot=snapshot)


def _with_codes(scenario: Scenario, code: Mapping[str, str]) -> Scenario:
    def coded(values: Mapping[str, float]) -> dict[str, float]:
        return {code[place]: value for place, value in values.items()}

    return replace(
        scenario,
        name="-",
        description="",
        reasons={},
        places=tuple(code[place] for place in scenario.places),
        inflow=replace(scenario.inflow, place_level=coded(scenario.inflow.place_level)),
        turnover=replace(scenario.turnover, places=coded(scenario.turnover.places)),
        absence=replace(scenario.absence, places=coded(scenario.absence.places)),
        vacancies=tuple(replace(row, place=code[row.place]) for row in scenario.vacancies),
        hires=tuple(replace(row, place=code[row.place] if row.place else "") for row in scenario.hires),
    )
