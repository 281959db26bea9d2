"""A store on a real file, empty or with an organisation."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from caseload_planner.domain.organisation import Organisation
from caseload_planner.persistence.audit import Witness
from caseload_planner.persistence.opening import create_store
from caseload_planner.persistence.store import SqliteStore
from tests.persistence.organisation_builders import NOON, changes_of, organisation


def _noon() -> datetime:
    return NOON


def _somebody() -> str:
    return "somebody"


WITNESS = Witness(now=_noon, os_user=_somebody, app_version="0.0-test")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with create_store(tmp_path / "planner.sqlite", witness=WITNESS, wait_seconds=0.0) as made:
        yield made


@pytest.fixture
def known() -> Organisation:
    return organisation()


@pytest.fixture
def filled(store: SqliteStore, known: Organisation) -> SqliteStore:
    with store.write() as unit:
        unit.apply(changes_of(known))
        unit.commit()
    return store
