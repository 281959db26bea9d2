"""Another program: writes a team, says so, and commits when told to."""

import sys
from pathlib import Path

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.domain.organisation import Team
from caseload_planner.persistence.opening import open_store


def main(path: Path) -> None:
    with open_store(path) as store, store.write() as unit:
        unit.apply(OrganisationChanges(teams=(Team("T77", "Team 77", "region", "Venlo"),)))
        sys.stdout.write("written\n")
        sys.stdout.flush()
        sys.stdin.readline()
        unit.commit()
        sys.stdout.write("committed\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
