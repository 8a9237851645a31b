"""Numbers of lists, in the letters and figures that word processors show."""

from corpus.roman import roman_figures

LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
HIJA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
HAN_DIGITS = "〇一二三四五六七八九"
HAN_PLACES = ("", "十", "百", "千")
LARGEST_LETTER = 780
LARGEST_ROMAN = 399
LARGEST_HAN = 9999
BULLET = "•"


def shown_number(number: int, style: str) -> str:
    """A list number as it is shown.

    `style` is the name that Word's format gives it (decimal, lowerLetter, upperRoman, russianLower, arabicAlpha, …);
    unknown styles, and numbers too large for theirs, are shown as figures.
    """
    if style == "bullet":
        return BULLET
    if style == "none":
        return ""
    if style in LETTERS:
        return _lettered(number, LETTERS[style])
    if style in ("lowerRoman", "upperRoman") and 0 < number <= LARGEST_ROMAN:
        figures = roman_figures(number)
        return figures.lower() if style == "lowerRoman" else figures
    if style in CYCLES and 0 < number <= len(CYCLES[style]):
        return CYCLES[style][number - 1]
    if style in HAN_COUNTING and 0 <= number <= LARGEST_HAN:
        return _han(number)
    return _figures(number, style)


def _lettered(number: int, letters: str) -> str:
    # Word goes from z to aa, bb, cc: the letter is repeated.
    if not 0 < number <= LARGEST_LETTER:
        return str(number)
    turns, place = divmod(number - 1, len(letters))
    return letters[place] * (turns + 1)


def _figures(number: int, style: str) -> str:
    if style == "decimalZero":
        return f"{number:02d}"
    if style == "ordinal":
        return f"{number}{_ordinal_ending(number)}"
    if style == "decimalFullWidth":
        return str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    if style == "ideographDigital":
        return str(number).translate(str.maketrans("0123456789", HAN_DIGITS))
    return str(number)


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _han(number: int) -> str:
    if number < 10:
        return HAN_DIGITS[number]
    written = ""
    for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        if digit == "0":
            written += "" if written.endswith("〇") else "〇"
        else:
            written += HAN_DIGITS[int(digit)] + HAN_PLACES[place]
    return written.removeprefix("一" if number < 20 else "").rstrip("〇").replace("〇", "零")


LETTERS = {
    "lowerLetter": LATIN,
    "upperLetter": LATIN.upper(),
    "russianLower": RUSSIAN,
    "russianUpper": RUSSIAN.upper(),
    "arabicAlpha": HIJA,
    "arabicAbjad": ABJAD,
}
CYCLES = {
    "ideographTraditional": STEMS,
    "ideographZodiac": BRANCHES,
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
}
HAN_COUNTING = frozenset({
    "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "taiwaneseCounting",
    "taiwaneseCountingThousand", "japaneseCounting",
})  # fmt: skip
