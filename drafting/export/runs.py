"""Runs of Word text: script, direction and language of every stretch said, as Word needs them."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from corpus.direction import allowed_in_xml, stretches
from corpus.language import LANGUAGES, Script

TAGS = {
    "ar": "ar-SA",
    "en": "en-GB",
    "es": "es-ES",
    "fr": "fr-FR",
    "kk": "kk-KZ",
    "ky": "ky-KG",
    "ru": "ru-RU",
    "tg": "tg-Cyrl-TJ",
    "tk": "tk-TM",
    "tr": "tr-TR",
    "uz": "uz-Latn-UZ",
    "zh": "zh-CN",
}


def text_runs(text: str, language: str, paragraph_rtl: bool, style: str = "") -> Iterator[BaseOxmlElement]:
    """The runs of a text in a paragraph; a new one wherever the direction turns."""
    for part, rtl in stretches(allowed_in_xml(text), paragraph_rtl):
        run = element("w:r")
        run.append(run_properties(language, rtl, style))
        run.extend(_content(part))
        yield run


def run_properties(language: str, rtl: bool, style: str = "") -> BaseOxmlElement:
    """What Word is told of a run: its style, its direction, its language in the slot of its script."""
    properties = element("w:rPr")
    if style:
        properties.append(element("w:rStyle", val=style))
    script = LANGUAGES[language].script if language in LANGUAGES else Script.LATIN
    if script is Script.HAN:
        properties.append(element("w:rFonts", hint="eastAsia"))
    if rtl:
        properties.append(element("w:rtl"))
    tag = TAGS.get(language, language)
    if rtl:
        properties.append(element("w:lang", bidi=tag if script is Script.ARABIC else TAGS["ar"]))
    elif script is not Script.ARABIC:
        properties.append(element("w:lang", **{"eastAsia" if script is Script.HAN else "val": tag}))
    return properties


def field_runs(instruction: str, shown: str, properties: BaseOxmlElement | None = None) -> Iterator[BaseOxmlElement]:
    """A field, such as a page number, with what it shows until Word works it out anew."""
    contents: Iterable[BaseOxmlElement] = (
        element("w:fldChar", fldCharType="begin"),
        _preserved("w:instrText", f" {instruction} "),
        element("w:fldChar", fldCharType="separate"),
        _preserved("w:t", shown),
        element("w:fldChar", fldCharType="end"),
    )
    for content in contents:
        run = element("w:r")
        if properties is not None:
            run.append(deepcopy(properties))
        run.append(content)
        yield run


def element(name: str, /, **attributes: str) -> BaseOxmlElement:
    """An element of Word's own names, with attributes of the same."""
    made = cast(BaseOxmlElement, OxmlElement(name))
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _content(text: str) -> Iterator[BaseOxmlElement]:
    """The text of a run: tabs and line breaks are elements of their own."""
    for line_number, line in enumerate(text.split("\n")):
        if line_number:
            yield element("w:br")
        for part_number, part in enumerate(line.split("\t")):
            if part_number:
                yield element("w:tab")
            if part:
                yield _preserved("w:t", part)


def _preserved(name: str, text: str) -> BaseOxmlElement:
    made = element(name)
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
