"""H10: a family is helped from its own region."""

from caseload_planner.rules.round import Breach, ContactPosition, Round
from caseload_planner.rules.rule import PairRule


def help_is_asked(round_: Round, breach: Breach) -> bool:
    """Whether a breach is that somebody of another region takes a measure for which the leader asked such help."""
    return breach.rule == Region.name and breach.measure in round_.helped


class Region(PairRule):
    """A contact works in the region of the measure.

    Hard, may be set aside with a reason (Jaarplan 2015, "eigen gebied").
    """

    name = "H10"
    overridable = True
    source = "Jaarplan 2015"

    def judge_pair(self, round_: Round, measure: str, worker: str, position: ContactPosition) -> Breach | None:
        """Find a contact from another region."""
        organisation = round_.caseload.organisation
        home, asked = organisation.region_of_worker(worker), organisation.region_of_measure(measure)
        if home == asked:
            return None
        figures = {"home": home, "asked": asked}
        return Breach(
            rule=self.name, code="other_region", measure=measure, worker=worker, position=position, figures=figures
        )
