"""Invented names of people: Dutch by sound, put together from words so that they belong to nobody."""

from caseload_planner.demo.dice import Dice

_FIRST_NAMES = (
    "Aafke", "Abel", "Anouk", "Bas", "Bente", "Carlijn", "Cem", "Daan", "Dewi", "Doutzen", "Eefje", "Elif", "Esmee",
    "Fatima", "Femke", "Floor", "Gijs", "Hanneke", "Hidde", "Ilse", "Imane", "Iris", "Jasmijn", "Jelle", "Joris",
    "Kim", "Koen", "Lara", "Lieke", "Lotte", "Maartje", "Malika", "Marijn", "Meike", "Mila", "Nadia", "Niek", "Nienke",
    "Noor", "Olga", "Pien", "Puck", "Rachida", "Renske", "Roos", "Ruben", "Sanne", "Sara", "Sjoerd", "Sterre", "Suze",
    "Teun", "Tirza", "Valerie", "Vera", "Wietske", "Xandra", "Yara", "Yusuf", "Zoë",
)  # fmt: skip
_SURNAME_BEGINNINGS = (
    "Berken", "Beuken", "Brem", "Duin", "Eiken", "Elzen", "Essen", "Haag", "Hazel", "Heide", "Iepen", "Kastanje",
    "Laan", "Linde", "Maas", "Meidoorn", "Molen", "Olmen", "Popel", "Riet", "Sleedoorn", "Vlier", "Water", "Wilgen",
)  # fmt: skip
_SURNAME_ENDINGS = (
    "berg", "broek", "burg", "dal", "dijk", "donk", "gaard", "hof", "horst", "kamp", "laar", "rade", "stein", "veld",
)  # fmt: skip


def invented_names(count: int, dice: Dice) -> list[str]:
    """Give `count` different names (at most some twenty thousand)."""
    surnames = [beginning + ending for beginning in _SURNAME_BEGINNINGS for ending in _SURNAME_ENDINGS]
    full = range(len(_FIRST_NAMES) * len(surnames))
    chosen = dice.sample(full, count)
    return [f"{_FIRST_NAMES[n % len(_FIRST_NAMES)]} {surnames[n // len(_FIRST_NAMES)]}" for n in chosen]
