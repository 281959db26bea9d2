"""The words for each code of a refused import, in Dutch and English: what is wrong, and what would be right."""

from dataclasses import dataclass
from typing import Literal

from caseload_planner.application.import_problems import Problem, ProblemCode

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class ProblemText:
    """What is wrong and what would be right, in one language; `{...}` are filled from the problem's figures."""

    wrong: str
    remedy: str


_Code = ProblemCode

ENGLISH: dict[ProblemCode, ProblemText] = {
    _Code.NOT_UTF8: ProblemText("is not UTF-8 text", "Save the file as CSV UTF-8."),
    _Code.FILE_EMPTY: ProblemText("has no header row", "Put the column names on the first line: {expected}."),
    _Code.FILE_TOO_LARGE: ProblemText(
        "is larger than {limit}", "Split the source, or check that it is the right file."
    ),
    _Code.TOO_MANY_ROWS: ProblemText(
        "has more than {limit} rows", "Split the source, or check that it is the right file."
    ),
    _Code.WRONG_SEPARATOR: ProblemText(
        "the columns are not separated by commas", "Save the file with commas between the columns."
    ),
    _Code.MISSING_COLUMN: ProblemText("this column is missing", "Add the column; expected are: {expected}."),
    _Code.UNKNOWN_COLUMN: ProblemText(
        "this column is not known", "Remove or rename the column; expected are: {expected}."
    ),
    _Code.MAPPED_BUT_MISSING: ProblemText(
        "the mapping names this, and it is not there", "Change the mapping or the export; there are: {found}."
    ),
    _Code.DUPLICATE_COLUMN: ProblemText("this column is there twice", "Keep one column of this name."),
    _Code.BROKEN_QUOTES: ProblemText(
        "a quotation mark is not closed or stands in the middle of a cell",
        'Put the whole cell between quotation marks and write a quotation mark inside it twice ("").',
    ),
    _Code.WRONG_CELL_COUNT: ProblemText(
        "the row has {found} cells",
        "Give it {expected} cells, as the header has; put a text with a comma between quotation marks.",
    ),
    _Code.CONTROL_CHARACTER: ProblemText(
        "the cell holds an unprintable character ({character})", "Remove it; a cell is one line of plain text."
    ),
    _Code.MISSING_VALUE: ProblemText("the cell is empty", "Fill in {expected}."),
    _Code.TEXT_TOO_LONG: ProblemText("the text is longer than {limit} characters", "Shorten it to {limit} characters."),
    _Code.SURROUNDING_SPACES: ProblemText("the text begins or ends with a space", "Remove the spaces at both ends."),
    _Code.EMPTY_LIST_ITEM: ProblemText(
        "the list has an empty item", "Write items with one ; between them and none at the ends."
    ),
    _Code.UNKNOWN_CODE: ProblemText("this code is not known", "Use one of: {expected}."),
    _Code.NOT_A_DATE: ProblemText("this is not a date", "Write an existing date as year-month-day, like 2026-11-23."),
    _Code.DATE_OUT_OF_RANGE: ProblemText(
        "this date is too far away", "Use a date from {lowest} to {highest}; leave an open end empty."
    ),
    _Code.NOT_A_NUMBER: ProblemText("this is not a number", "Write digits with a decimal point, like 0.89."),
    _Code.NOT_A_WHOLE_NUMBER: ProblemText("this is not a whole number", "Write a whole number, like 42."),
    _Code.NEGATIVE_NUMBER: ProblemText("this number is negative", "Write a number of 0 or more."),
    _Code.TOO_MANY_DECIMALS: ProblemText("this number has too many decimals", "Write at most {decimals} decimals."),
    _Code.OUT_OF_RANGE: ProblemText("this number is out of range", "Write a number from {lowest} to {highest}."),
    _Code.DUPLICATE_KEY: ProblemText("the same key stands in row {other_row}", "Keep one of the two rows."),
    _Code.ENDS_BEFORE_BEGINS: ProblemText("this ends before it begins", "Use {begins} or later, or leave it empty."),
    _Code.UNKNOWN_REFERENCE: ProblemText(
        "there is no {kind} with this key", "Use a key that stands in {expected}, or add this one there."
    ),
    _Code.OVERLAPPING_CONTRACTS: ProblemText(
        "this contract overlaps the one in row {other_row}",
        "Begin it after {until}, or end the other one before {begins}.",
    ),
    _Code.POSITION_TAKEN_TWICE: ProblemText(
        "measure {measure} has {other_worker} as {position} at the same time, from {other_from} ({other_place})",
        "Let one end before the other begins.",
    ),
    _Code.SAME_PERSON_TWICE: ProblemText(
        "the same worker is first and second of measure {measure} at the same time ({other_place})",
        "Give the measure two different people, or one contact.",
    ),
    _Code.CONTRADICTS_DECISION: ProblemText(
        "in this program {other_worker} was decided as {position} of measure {measure} from {other_from}",
        "Take the decision over in the source, or end it in the program first.",
    ),
    _Code.BEFORE_SERVICE: ProblemText(
        "the assignment begins before the worker's service",
        "Begin it on {begins} or later, or correct started_on of {worker}.",
    ),
    _Code.BEFORE_REPORT: ProblemText(
        "the assignment begins before the measure was reported",
        "Begin it on {begins} or later, or correct reported_on of {measure}.",
    ),
    _Code.UNKNOWN_FACTOR: ProblemText(
        "no norm has a factor {factor}", "Use one of: {expected}; or add it to the norm."
    ),
    _Code.FACTOR_NOT_IN_NORM: ProblemText(
        "the norm from {valid_from} has no factor {factor}, which measure {measure} needs",
        "Give that norm the factor, or take it off the measure.",
    ),
    _Code.NORM_UNREADABLE: ProblemText(
        "the norm is not valid TOML", "Correct the line; the format is explained in the manual."
    ),
    _Code.NORM_SHAPE: ProblemText("this is not what stands here in a norm", "Write {expected}."),
    _Code.NORM_INCOMPLETE: ProblemText("this is missing in the norm", "Add {expected}."),
    _Code.UNKNOWN_NORM_KEY: ProblemText("a norm does not have this", "Remove it; known here are: {expected}."),
    _Code.PHASES_NOT_FROM_ZERO: ProblemText(
        "the first phase does not begin in month 0", "Begin with a phase from month 0."
    ),
    _Code.PHASES_NOT_ASCENDING: ProblemText(
        "the months of the phases do not ascend", "Put the phases in order of month, each month once."
    ),
    _Code.CEILING_BELOW_WORKING: ProblemText(
        "the ceiling is below the working norm", "Write a ceiling of {lowest} or more."
    ),
}

DUTCH: dict[ProblemCode, ProblemText] = {
    _Code.NOT_UTF8: ProblemText("is geen UTF-8-tekst", "Sla het bestand op als CSV UTF-8."),
    _Code.FILE_EMPTY: ProblemText("heeft geen kopregel", "Zet de kolomnamen op de eerste regel: {expected}."),
    _Code.FILE_TOO_LARGE: ProblemText(
        "is groter dan {limit}", "Splits de bron, of controleer of dit het goede bestand is."
    ),
    _Code.TOO_MANY_ROWS: ProblemText(
        "heeft meer dan {limit} rijen", "Splits de bron, of controleer of dit het goede bestand is."
    ),
    _Code.WRONG_SEPARATOR: ProblemText(
        "de kolommen zijn niet door komma's gescheiden", "Sla het bestand op met komma's tussen de kolommen."
    ),
    _Code.MISSING_COLUMN: ProblemText("deze kolom ontbreekt", "Voeg de kolom toe; verwacht worden: {expected}."),
    _Code.UNKNOWN_COLUMN: ProblemText(
        "deze kolom is niet bekend", "Verwijder of hernoem de kolom; verwacht worden: {expected}."
    ),
    _Code.MAPPED_BUT_MISSING: ProblemText(
        "de koppeling noemt dit, en het is er niet", "Pas de koppeling of de export aan; er zijn: {found}."
    ),
    _Code.DUPLICATE_COLUMN: ProblemText("deze kolom staat er twee keer", "Houd één kolom met deze naam."),
    _Code.BROKEN_QUOTES: ProblemText(
        "een aanhalingsteken is niet gesloten of staat midden in een cel",
        'Zet de hele cel tussen aanhalingstekens en schrijf een aanhalingsteken daarbinnen dubbel ("").',
    ),
    _Code.WRONG_CELL_COUNT: ProblemText(
        "de rij heeft {found} cellen",
        "Geef de rij {expected} cellen, net als de kopregel; zet een tekst met een komma tussen aanhalingstekens.",
    ),
    _Code.CONTROL_CHARACTER: ProblemText(
        "in de cel staat een onzichtbaar teken ({character})", "Verwijder het; een cel is één regel gewone tekst."
    ),
    _Code.MISSING_VALUE: ProblemText("de cel is leeg", "Vul {expected} in."),
    _Code.TEXT_TOO_LONG: ProblemText("de tekst is langer dan {limit} tekens", "Kort de tekst in tot {limit} tekens."),
    _Code.SURROUNDING_SPACES: ProblemText(
        "de tekst begint of eindigt met een spatie", "Verwijder de spaties aan het begin en het eind."
    ),
    _Code.EMPTY_LIST_ITEM: ProblemText(
        "in de lijst staat een leeg onderdeel", "Zet één ; tussen de onderdelen en geen aan het begin of eind."
    ),
    _Code.UNKNOWN_CODE: ProblemText("deze code is niet bekend", "Gebruik een van: {expected}."),
    _Code.NOT_A_DATE: ProblemText(
        "dit is geen datum", "Schrijf een bestaande datum als jaar-maand-dag, zoals 2026-11-23."
    ),
    _Code.DATE_OUT_OF_RANGE: ProblemText(
        "deze datum ligt te ver weg", "Gebruik een datum van {lowest} tot en met {highest}; laat een open einde leeg."
    ),
    _Code.NOT_A_NUMBER: ProblemText("dit is geen getal", "Schrijf cijfers met een decimale punt, zoals 0.89."),
    _Code.NOT_A_WHOLE_NUMBER: ProblemText("dit is geen geheel getal", "Schrijf een geheel getal, zoals 42."),
    _Code.NEGATIVE_NUMBER: ProblemText("dit getal is negatief", "Schrijf een getal van 0 of hoger."),
    _Code.TOO_MANY_DECIMALS: ProblemText(
        "dit getal heeft te veel decimalen", "Schrijf hoogstens {decimals} decimalen."
    ),
    _Code.OUT_OF_RANGE: ProblemText(
        "dit getal valt buiten de grenzen", "Schrijf een getal van {lowest} tot en met {highest}."
    ),
    _Code.DUPLICATE_KEY: ProblemText("dezelfde sleutel staat in rij {other_row}", "Houd een van de twee rijen."),
    _Code.ENDS_BEFORE_BEGINS: ProblemText(
        "dit eindigt voordat het begint", "Gebruik {begins} of later, of laat de cel leeg."
    ),
    _Code.UNKNOWN_REFERENCE: ProblemText(
        "er is geen {kind} met deze sleutel", "Gebruik een sleutel die in {expected} staat, of zet deze er eerst in."
    ),
    _Code.OVERLAPPING_CONTRACTS: ProblemText(
        "dit contract overlapt met dat in rij {other_row}",
        "Laat het na {until} beginnen, of laat het andere vóór {begins} eindigen.",
    ),
    _Code.POSITION_TAKEN_TWICE: ProblemText(
        "maatregel {measure} heeft in dezelfde tijd {other_worker} als {position}, vanaf {other_from} ({other_place})",
        "Laat de ene eindigen voordat de andere begint.",
    ),
    _Code.SAME_PERSON_TWICE: ProblemText(
        "dezelfde medewerker is tegelijk eerste en tweede van maatregel {measure} ({other_place})",
        "Geef de maatregel twee verschillende mensen, of één contactpersoon.",
    ),
    _Code.CONTRADICTS_DECISION: ProblemText(
        "in dit programma is {other_worker} vastgesteld als {position} van maatregel {measure} vanaf {other_from}",
        "Neem het besluit over in de bron, of beëindig het eerst in het programma.",
    ),
    _Code.BEFORE_SERVICE: ProblemText(
        "de toewijzing begint voordat de medewerker in dienst was",
        "Laat haar beginnen op {begins} of later, of verbeter started_on van {worker}.",
    ),
    _Code.BEFORE_REPORT: ProblemText(
        "de toewijzing begint voordat de maatregel was gemeld",
        "Laat haar beginnen op {begins} of later, of verbeter reported_on van {measure}.",
    ),
    _Code.UNKNOWN_FACTOR: ProblemText(
        "geen enkele norm kent de factor {factor}", "Gebruik een van: {expected}; of zet de factor in de norm."
    ),
    _Code.FACTOR_NOT_IN_NORM: ProblemText(
        "de norm vanaf {valid_from} kent de factor {factor} niet, die maatregel {measure} nodig heeft",
        "Geef die norm de factor, of haal hem van de maatregel af.",
    ),
    _Code.NORM_UNREADABLE: ProblemText(
        "de norm is geen geldige TOML", "Verbeter de regel; de vorm staat in de handleiding."
    ),
    _Code.NORM_SHAPE: ProblemText("dit hoort op deze plaats niet in een norm", "Schrijf {expected}."),
    _Code.NORM_INCOMPLETE: ProblemText("dit ontbreekt in de norm", "Voeg {expected} toe."),
    _Code.UNKNOWN_NORM_KEY: ProblemText("een norm kent dit niet", "Verwijder het; hier zijn bekend: {expected}."),
    _Code.PHASES_NOT_FROM_ZERO: ProblemText(
        "de eerste fase begint niet in maand 0", "Begin met een fase vanaf maand 0."
    ),
    _Code.PHASES_NOT_ASCENDING: ProblemText(
        "de maanden van de fasen lopen niet op", "Zet de fasen op volgorde van maand, elke maand één keer."
    ),
    _Code.CEILING_BELOW_WORKING: ProblemText(
        "het plafond ligt onder de werknorm", "Schrijf een plafond van {lowest} of hoger."
    ),
}

DUTCH_FIGURES = {
    "team": "team",
    "worker": "medewerker",
    "measure": "maatregel",
    "first": "eerste contactpersoon",
    "second": "tweede contactpersoon",
    "incoming": "inkomend contactpersoon",
    "database": "al bekend in het programma",
    "a key": "een sleutel",
    "a text": "een tekst",
    "a date": "een datum",
    "a number": "een getal",
    "a code": "een code",
    "a table": "een tabel",
    "a list of phases [[month, points], ...]": "een lijst fasen [[maand, punten], ...]",
}
"""Dutch for figures that are words of ours, not keys or numbers."""


def text_of(problem: Problem, language: Language = "nl") -> ProblemText:
    """Put a problem into words: what is wrong at its place, and what would be right."""
    template = (DUTCH if language == "nl" else ENGLISH)[problem.code]
    figures = problem.figures
    if language == "nl":
        figures = {name: DUTCH_FIGURES.get(figure, figure) for name, figure in figures.items()}
    return ProblemText(template.wrong.format_map(figures), template.remedy.format_map(figures))
