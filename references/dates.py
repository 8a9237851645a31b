"""Dates in words, as each language writes them after the name of an instrument."""

from datetime import date

from babel.dates import get_month_names

from references.phrases import DateWords, phrases_of


def day_in_words(iso: str, language: str) -> str:
    """The day "2022-12-14" in words: "14 December 2022"; empty where the day is not known in full.

    In Kazakh, Kyrgyz, Turkmen and Uzbek it stands as before a noun: «2022 жылғы 14 желтоқсандағы».
    """
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return ""
    words = phrases_of(language).date
    return words.day.format(
        day=words.first_day if day.day == 1 else day.day,
        month=words.months[day.month - 1] if words.months else get_month_names("wide", locale=language)[day.month],
        month_number=day.month,
        year=day.year,
        day_ordinal=ordinal_ending(day.day, words),
        year_ordinal=ordinal_ending(day.year, words),
    )


def ordinal_ending(number: int, words: DateWords) -> str:
    """The ending that makes the number an ordinal, by its last figure that is not nought; empty if there is none."""
    if not words.ordinal_units:
        return ""
    if number % 10:
        return words.ordinal_units[number % 10]
    return words.ordinal_tens[number // 10 % 10] or words.ordinal_round
