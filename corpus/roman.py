"""Roman figures, as the sessions of old symbols are written."""

FIGURES = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman_figures(number: int) -> str:
    """The number in Roman figures: 25 is XXV."""
    written = ""
    for value, figures in FIGURES:
        count, number = divmod(number, value)
        written += figures * count
    return written


def roman_value(figures: str) -> int:
    """What Roman figures stand for, in either case; 0 for what is not written as Roman figures are."""
    rest, number = figures.upper(), 0
    for value, part in FIGURES:
        while rest.startswith(part):
            rest, number = rest.removeprefix(part), number + value
    return number if roman_figures(number) == figures.upper() else 0
