"""Choices that are taken away, and what falls with them."""

from caseload_planner.rules.rule import Implied
from caseload_planner.solving.open_choices import OpenChoices, Role

ALL = ("W1", "W2", "W3")


def test_that_what_is_ruled_out_is_gone_and_nothing_else() -> None:
    open_choices = OpenChoices({"N1": (ALL, ALL, ALL), "N2": (ALL, (), ())})

    narrower = open_choices.without([(Role.ALONE, "N1", "W1"), (Role.SECOND, "N1", "W2")])

    assert narrower.roles == {"N1": (("W2", "W3"), ALL, ("W1", "W3")), "N2": (ALL, (), ())}
    assert narrower.count == open_choices.count - 2


def test_that_a_duo_falls_with_its_last_possible_pair() -> None:
    open_choices = OpenChoices({"N1": (("W1",), ("W1", "W2"), ("W1",))})

    assert open_choices.without([(Role.LEAD, "N1", "W2")]).roles["N1"] == (("W1",), (), ())


def test_that_siblings_keep_only_the_first_contacts_that_they_share() -> None:
    open_choices = OpenChoices({"N1": (("W1", "W2"), (), ()), "N2": (("W2", "W3"), (), ())})

    together = open_choices.with_implied(Implied(placed=frozenset({"N1", "N2"}), together=(("N1", "N2"),)))

    assert together.firsts() == {"N1": {"W2"}, "N2": {"W2"}}
    assert together.placed == {"N1", "N2"}


def test_that_groups_with_a_sibling_in_common_are_one() -> None:
    roles = dict.fromkeys(("N1", "N2", "N3", "N4"), (ALL, (), ()))
    implied = Implied(together=(("N1", "N2"), ("N3", "N4"), ("N2", "N3")))

    assert OpenChoices(roles).with_implied(implied).together == (("N1", "N2", "N3", "N4"),)
