"""Orthography bridges: text rewritten, for the encoder only, into letters that it learned more of.

The encoder has seen little Turkmen. Turkish is its close relative and is written with the same sounds under other
letters, so Turkmen text in Turkish letters falls among words that the model knows. What is shown is never rewritten.
"""

TURKMEN_TO_TURKISH = str.maketrans(
    {
        "ý": "y",
        "y": "ı",
        "ň": "n",
        "w": "v",
        "ž": "j",
        "j": "c",
        "ä": "e",
        "Ý": "Y",
        "Y": "I",
        "Ň": "N",
        "W": "V",
        "Ž": "J",
        "J": "C",
        "Ä": "E",
    }
)

BRIDGES = {"tk": TURKMEN_TO_TURKISH}


def bridged(text: str, language: str) -> str:
    """The text as the encoder reads it best; unchanged in languages without a bridge."""
    bridge = BRIDGES.get(language)
    return text.translate(bridge) if bridge else text
