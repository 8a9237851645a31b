"""The States by name: the five first, then the rest of the world in the order of the interface language."""

from collections.abc import Iterable

from corpus.states import FIVE, name_of_alpha3
from ui.vocabulary import Words

MEMBERS = """
AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI
CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG COD CRI CIV HRV CUB CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST
SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM
JPN JOR KAZ KEN KIR PRK KOR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX
FSM MDA MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT
QAT ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE
SYR TJK THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB ZWE PSE VAT
"""
WORLD = tuple(MEMBERS.split())
"""Members and observer States of the United Nations, by ISO alpha-3 code."""


def state_in_words(code: str, words: Words) -> str:
    """The name of a State by its ISO alpha-3 code in the interface language."""
    return words(f"state.{code}") if code in FIVE else name_of_alpha3(code, words.language)


def states_in_words(codes: Iterable[str], words: Words) -> str:
    """The names of several States."""
    return ", ".join(state_in_words(code, words) for code in codes)


def state_choices(words: Words, used: Iterable[str] = WORLD) -> tuple[str, ...]:
    """Codes to choose from: the five as they are usually listed, then the others by name."""
    others = sorted(set(used) - set(FIVE), key=lambda code: state_in_words(code, words).casefold())
    return (*FIVE, *others)
