"""The editions a variant can be made for, and what distinguishes them."""

from __future__ import annotations

from enum import StrEnum

from converter.values import NamedTuple


class Edition(StrEnum):
    """An edition, named by the BCP 47 tag that it carries."""

    TRADITIONAL = "zh-Hant"
    """Traditional characters without a region: OpenCC's standard (爲羣衆)."""
    TAIWAN = "zh-Hant-TW"
    HONG_KONG = "zh-Hant-HK"
    SIMPLIFIED = "zh-Hans"

    @property
    def is_traditional(self) -> bool:
        """True for the editions in Traditional characters."""
        return self is not Edition.SIMPLIFIED


CURLY = ("“", "”", "‘", "’")
CORNER = ("「", "」", "『", "』")
"""Quotation marks: outer opening, outer closing, inner opening, inner closing.

GB/T 15834-2011, 4.8, for the curly ones of horizontal text; 重訂標點符號手冊 (Ministry of
Education, Taipei, 2008), 引號, for the corner ones; Hong Kong follows the latter.
"""


class Path(NamedTuple):
    """A way from one script to another: which of OpenCC's dictionaries, in which order.

    ``segmentation`` and each step of ``chain`` are names of OpenCC dictionaries;
    ``phrases`` is our own dictionary that is put in front of them, ``dropped`` are phrases
    of OpenCC's that are left out, ``house`` maps what OpenCC writes to the form that is
    current there.
    """

    key: str
    segmentation: tuple[str, ...]
    chain: tuple[tuple[str, ...], ...]
    phrases: tuple[str, ...] = ()
    characters: str = ""
    undecided: str = ""
    dropped: str = ""
    house: str = ""
    vocabulary: str = ""
    quotes: tuple[tuple[str, str, str, str], tuple[str, str, str, str]] | None = None
    region_phrases: str = ""
    """A dictionary of ours for the first step, where that one leaves the region's forms."""
    phrase_step: int = 0
    """The step of the chain that the phrases of ``segmentation`` and our own open."""


_TO_TRADITIONAL = ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases")
_TO_SIMPLIFIED = ("TSCharactersExt", "TSCharacters")
_S2T = ("STCharacters",)

PATHS = {
    path.key: path
    for path in (
        Path(
            "s2t",
            _TO_TRADITIONAL,
            (_S2T,),
            phrases=("words", "joins", "phrases"),
            characters="characters",
            undecided="undecided",
            dropped="dropped",
            quotes=(CURLY, CORNER),
        ),
        Path(
            "s2tw",
            _TO_TRADITIONAL,
            (_S2T, ("TWVariantsPhrases", "TWVariants")),
            phrases=("words", "joins", "phrases", "phrases-tw"),
            characters="characters",
            undecided="undecided",
            dropped="dropped",
            house="house-tw",
            vocabulary="vocabulary-tw",
            quotes=(CURLY, CORNER),
        ),
        Path(
            "s2hk",
            _TO_TRADITIONAL,
            (_S2T, ("HKVariantsPhrases", "HKVariants")),
            phrases=("words", "joins", "phrases", "phrases-hk"),
            characters="characters",
            undecided="undecided",
            dropped="dropped",
            house="house-hk",
            vocabulary="vocabulary-hk",
            quotes=(CURLY, CORNER),
        ),
        Path(
            "t2s",
            ("TSPhrases",),
            (_TO_SIMPLIFIED,),
            phrases=("phrases-s",),
            quotes=(CORNER, CURLY),
        ),
        Path(
            "tw2s",
            ("TSPhrases",),
            (("TWVariantsRevPhrases", "TWVariantsRev"), _TO_SIMPLIFIED),
            phrases=("phrases-s",),
            region_phrases="phrases-tw-t",
            vocabulary="vocabulary-tw-s",
            quotes=(CORNER, CURLY),
            phrase_step=1,
        ),
        Path(
            "hk2s",
            ("TSPhrases",),
            (("HKVariantsRevPhrases", "HKVariantsRev"), _TO_SIMPLIFIED),
            phrases=("phrases-s",),
            quotes=(CORNER, CURLY),
            phrase_step=1,
        ),
        Path(
            "hk2s-press",
            ("TSPhrases",),
            (
                ("TWVariantsRevPhrases", "TWVariantsRev", "HKVariantsRevPhrases", "HKVariantsRev"),
                _TO_SIMPLIFIED,
            ),
            phrases=("phrases-s",),
            region_phrases="phrases-tw-t",
            quotes=(CORNER, CURLY),
            phrase_step=1,
        ),
        Path("t2tw", (), (("TWVariantsPhrases", "TWVariants"),), house="house-tw"),
        Path("t2hk", (), (("HKVariantsPhrases", "HKVariants"),), house="house-hk"),
    )
}
"""The ways that are on offer, by key."""


def path_between(language: str, edition: Edition, sample: str = "") -> Path | None:
    """The way from an issue in ``language`` to ``edition``; ``None`` if there is nothing to do.

    ``sample`` is text of the issue: a Traditional source without a region is taken for
    Taiwan's where it writes 裡 and 著, for the common standard where it writes 裏 and 着.
    Hong Kong's press mostly prints 著 where its schools teach 着.
    """
    if edition.is_traditional:
        if language.startswith("zh-Hant"):
            wanted = {Edition.TAIWAN: "t2tw", Edition.HONG_KONG: "t2hk"}.get(edition)
            return PATHS[wanted] if wanted and language == "zh-Hant" else None
        ending = {Edition.TAIWAN: "tw", Edition.HONG_KONG: "hk"}.get(edition, "t")
        return PATHS[f"s2{ending}"]
    if not language.startswith("zh-Hant"):
        return None
    if language.endswith("-TW"):
        return PATHS["tw2s"]
    if language.endswith(("-HK", "-MO")):
        press = sample.count("著") > sample.count("着")
        return PATHS["hk2s-press" if press else "hk2s"]
    taiwanese = sample.count("裡") + sample.count("著") > sample.count("裏") + sample.count("着")
    return PATHS["tw2s" if taiwanese else "hk2s"]
