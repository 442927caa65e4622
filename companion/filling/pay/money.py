"""The salary expectation, told only where the field asks for the same currency, period and kind of pay."""

import re
from typing import Final

from companion.filling import ranges
from companion.filling.home.geo import country_of_location
from companion.filling.model import Field, JobFacts
from companion.filling.options import real_options
from companion.filling.text import bounded, fold
from companion.profile.json_resume import SalaryExpectation

_EURO: Final = frozenset(
    [
        "AT",
        "BE",
        "CY",
        "DE",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PT",
        "SI",
        "SK",
    ]
)
_CURRENCIES: Final = """
        US:USD GB:GBP CH:CHF SE:SEK NO:NOK DK:DKK PL:PLN CZ:CZK HU:HUF RO:RON BG:BGN CA:CAD
        AU:AUD NZ:NZD SG:SGD HK:HKD JP:JPY CN:CNY IN:INR IL:ILS AE:AED BR:BRL MX:MXN ZA:ZAR
        TR:TRY KR:KRW UA:UAH PH:PHP TW:TWD TH:THB MY:MYR AR:ARS CO:COP
"""
_CURRENCY_OF: Final = dict(pair.split(":") for pair in _CURRENCIES.split())
_DOLLARS: Final = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})
_WORDS: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    (r"€|\beuros?\b|\beur\b", frozenset({"EUR"})),
    (r"£|\bpounds?\b|\bgbp\b", frozenset({"GBP"})),
    (r"\bcad\b|ca\$|c\$", frozenset({"CAD"})),
    (r"\baud\b|au\$|a\$", frozenset({"AUD"})),
    (r"\busd\b|us\$|\bus dollars?\b", frozenset({"USD"})),
    (r"\bbrl\b|r\$|\breais\b", frozenset({"BRL"})),
    (r"\$|\bdollars?\b", _DOLLARS),
    (r"\bchf\b|\bfranken\b", frozenset({"CHF"})),
    (r"\bsek\b", frozenset({"SEK"})),
    (r"\bkr\b|\bkronor\b|\bkroner\b", frozenset({"SEK", "NOK", "DKK"})),
    (r"\bnok\b", frozenset({"NOK"})),
    (r"\bdkk\b", frozenset({"DKK"})),
    (r"\bpln\b|\bzl\b|zł", frozenset({"PLN"})),
    (r"₹|\binr\b|\blakhs?\b|\blacs?\b|\blpa\b|\bctc\b", frozenset({"INR"})),
    (r"¥|\bjpy\b|\byen\b", frozenset({"JPY", "CNY"})),
    (r"\bsgd\b", frozenset({"SGD"})),
    (r"\bhkd\b", frozenset({"HKD"})),
    (r"\bczk\b", frozenset({"CZK"})),
    (r"\bmxn\b", frozenset({"MXN"})),
    (r"\bils\b|₪", frozenset({"ILS"})),
    (r"\baed\b", frozenset({"AED"})),
)
_PERIODS: Final = (
    ("hour", (r"\b(hour|hourly|per hour|stundenlohn|stundensatz|pro stunde|horaire|por hora|all ora|"
             r"uurtarief|per uur|timlon)\b")),
    ("day", r"\b(day rate|daily|per day|tagessatz|pro tag|tjm|tarif journalier|por dia|dagtarief)\b"),
    ("month", (r"\b(month|monthly|per month|monatlich\w*|monatsgehalt|pro monat|mensuel\w*|par mois|"
              r"mensual\w*|por mes|al mes|mensile|al mese|maandelijks|per maand|mensal|manadslon|per "
              r"manad|i manaden|kr man|per man|maandsalaris|maandloon|manedlig\w*|(pr|per) maned|manedsløn\w*|"
             r"kuukau\w*|kk|miesiecz\w*)\b")),
    ("year", (r"\b(year|yearly|annual\w*|per year|per annum|pa|p a|jahrlich\w*|jahresgehalt|pro jahr|"
             r"annuel\w*|par an|anual\w*|al ano|por ano|annuo|annuale|ral|jaarlijks|per jaar|"
             r"jaarsalaris|jaarloon|arslon|arsløn\w*|arlig|(pr|per) ar|vuosi\w*|vuodessa|roczn\w*|ctc)\b")),
)  # fmt: skip
_OTHER_PAY: Final = re.compile(
    r"\b(ote|total compensation|bonus|commission|equity|minimum|maximum|max|lowest|highest|current|in hand|"
    r"take home)\b"
)
_NET: Final = re.compile(
    r"\b(nets?|net+[aeio]s?|liquid[oa]s?|after tax(es)?|take home|nach steuern|apres impots?|en mano|na reke|"
    r"efter skatt|i handen|nettolohn|nettogehalt\w*|monatsnetto|jahresnetto|nettolon|nettosalaris|nettoloon)\b"
)
"""Pay after taxes: the profile's amount is before them."""


_PER: Final = (
    ("hour", r"\b(stunden?|heures?|horas?|uren|timme)\b"),
    ("day", r"\b(days?|tage?|jours?|dias?|giorn[oi]|dagen|dag)\b"),
    ("month", r"\b(monate?|mois|mes|mese|meses|maand|manad|maned)\b"),
)
"""Words for a span of time that in a short label say for how long the pay is ("brutto/Monat")."""


def _other_span(label: str, period: str) -> bool:
    folded = fold(label)
    named = {span for span, words in _PER if re.search(words, folded)}
    return bool(named) and period not in named


_TIMES: Final = re.compile(
    r"\b1[2-6] ?(?:x|mal|times)\b|\b1[3-6] (?:months|monate|mois|meses|mesi|mensilita|pagas|salarios)\b"
)
"""How many salaries a year has."""

_SCALED: Final = re.compile(
    r"\b(in|as|per|en) (k|thousands?|thsd|millions?)\b|\bk (eur|euros?|usd|gbp|chf|sek)\b|\b(thousands?|"
    r"tsd|teur|keur|kusd|tausend|milliers|miles|"
    r"migliaia|duizend|milhares|tusental|tkr)\b"
)
"""Amounts that are asked for in thousands."""


_LAKHS: Final = re.compile(r"\b(lakhs?|lacs?|lpa|l p a)\b")
_LAKH: Final = 100_000
_FAR: Final = 10
"""How many times the bounds of a list an amount may be and still be spoken of in its terms."""


_OFTEN_MONTHLY: Final = re.compile(
    r"\b(lone\w*|salaris\w*|expectativas? salaria\w*|salario|stipendio|pretensao|pretension(es)?|aspiracion|"
    r"løn\w*|palk\w*|wynagrodzeni\w*|oczekiwania \w+)\b"
)
"""Where pay is often spoken of by the month, a bare amount may be taken for it."""


_K: Final = re.compile(r"(?i)[(\s]k\s?[€$£]|[€$£]\s?k\b")


_BREAKDOWN: Final = re.compile(
    r"(?i)(?<=[?.!])\s*if (?:your|the|this|that|it)\b[^.?!]*\binclud\w+\b[^.?!]*"
    r"\b(?:bonus(?:es)?|commissions?|variable|equity|allowances?)\b[^.?!]*\b(?:please|specify|say|indicate)\b[^.?!]*\.?\s*$"
)


def without_breakdown(question: str) -> str:
    """The question without a sentence behind it that asks to say so where the amount is more than the base."""
    return _BREAKDOWN.sub("", question)


def _is_scaled(asked: str) -> bool:
    """Whether an amount is asked for in thousands."""
    return _SCALED.search(fold(asked)) is not None or _K.search(asked) is not None


def currencies_in(text: str) -> frozenset[str] | None:
    """The currencies that a text may mean, or None where it names none."""
    lowered = bounded(text).casefold()
    for pattern, currencies in _WORDS:
        if re.search(pattern, lowered):
            return currencies
    return None


def period_in(text: str) -> str | None:
    """The period of pay that a text names, or None."""
    folded = fold(text)
    return next((period for period, pattern in _PERIODS if re.search(pattern, folded)), None)


def currency_of_country(country: str) -> str | None:
    """The currency that pay is spoken of in, in a country."""
    return "EUR" if country in _EURO else _CURRENCY_OF.get(country)


def salary_for(expected: SalaryExpectation, field: Field, job: JobFacts) -> str | None:
    """The expectation as the field takes it, or None where it asks for something else than what the profile
    has."""
    label = without_breakdown(bounded(field.label))
    asked = f"{label} {bounded(field.description)[:300]} {bounded(field.placeholder)}"
    if _OTHER_PAY.search(fold(label)) or _TIMES.search(fold(label)):
        return None
    if _NET.search(fold(re.sub(r"(?i)\.net\b", " ", f"{asked} {' '.join(field.options[:50])}"))):
        return None
    currencies, period = currencies_in(asked), period_in(asked)
    if currencies is not None and expected.currency not in currencies:
        return None
    if period is not None and period != expected.period:
        return None
    if (_is_scaled(asked) and not field.options) or (period is None and _other_span(label, expected.period)):
        return None
    if field.options:
        return _option(expected, field, currencies, job)
    if _LAKHS.search(fold(asked)):
        return f"{expected.amount / _LAKH:g}" + ("" if field.kind == "number" else " lakh")
    if field.kind == "number":
        # A bare number takes its currency from the question, else from the country of the job.
        if not is_same_currency(expected, currencies, job) or (period is None and expected.period != "year"):
            return None
        if period is None and _OFTEN_MONTHLY.search(fold(asked)):
            return None
        return f"{expected.amount:g}" if expected.amount < 1e6 else str(int(expected.amount))
    amount = int(expected.amount) if float(expected.amount).is_integer() else expected.amount
    text = (
        f"{amount} {expected.currency}"
        if expected.period == "year" and (period is not None or not _OFTEN_MONTHLY.search(fold(asked)))
        else f"{amount} {expected.currency} per {expected.period}"
    )
    return text if not field.max_length or len(text) <= field.max_length else None


def is_same_currency(expected: SalaryExpectation, currencies: frozenset[str] | None, job: JobFacts) -> bool:
    """Whether a bare amount would be taken for one in the expected currency: the field names it, or the
    job's country
    pays in it. A "$" alone may be any dollar."""
    if currencies is not None and len(currencies) == 1:
        return expected.currency in currencies
    country = job.country or country_of_location(job.location or "")
    return country is not None and currency_of_country(country.upper()) == expected.currency


def _option(
    expected: SalaryExpectation, field: Field, currencies: frozenset[str] | None, job: JobFacts
) -> str | None:
    real = real_options(field.options)
    named = {c for option in real if (c := currencies_in(option)) is not None}
    if any(expected.currency not in group for group in named):
        return None
    if not is_same_currency(expected, currencies or frozenset().union(*named) or None, job):
        return None
    periods = {p for option in real if (p := period_in(option)) is not None}
    if periods - {expected.period}:
        return None
    in_lakhs = _LAKHS.search(fold(" ".join((field.label or "", *real)))) is not None
    amount = expected.amount / _LAKH if in_lakhs else float(expected.amount)
    bounds = [n for option in real for n in ranges.numbers_in(option) if n]
    if not bounds or not min(bounds) / _FAR < amount < max(bounds) * _FAR:
        # "50-60, 60-70, 80+" are thousands: the last of them holds every amount that was meant in full.
        return None
    return ranges.match_number(amount, real)
