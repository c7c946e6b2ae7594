"""When two names mean one source, and where the chains of several reports end."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from matching.attribution.english import ENGLISH
from matching.attribution.language import Language
from matching.attribution.names import CAPITALISED, WORD

SHORTEST_ACRONYM = 3  # letters; two letters begin too many names
BRACKETED = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Identity:
    """One thing a name stands for: its words, and those of them that alone could name it."""

    words: frozenset[str]
    heads: frozenset[str]
    initials: str = ""
    person: tuple[str, str] | None = None  # first letter and last name


@dataclass(frozen=True, slots=True)
class Trace:
    """Where each of several chains ends once each outlet is followed to what it cites itself.

    `roots` are in the order of the chains. `shared` is the one root that all have, empty when
    they have several. `loops` are outlets that cite each other in a circle, each once.
    """

    roots: tuple[str, ...]
    shared: str
    loops: tuple[tuple[str, ...], ...]


def same_root(one: str, other: str, language: Language = ENGLISH) -> bool:
    """Whether two names mean one source. Symmetric, not transitive.

    “RIA”, “RIA Novosti” and “the RIA Novosti agency” do, “Peskov” and “Dmitry Peskov”, “KCNA” and
    “the Korean Central News Agency”. Whoever speaks for an institution counts as it: “a coastguard
    spokesman” and “the coastguard”, “Kremlin spokesman Dmitry Peskov” and “the Kremlin”. A place
    is not its police: “Selwick” and “Selwick police” are two.
    """
    return any(_meet(a, b) for a in identities(one, language) for b in identities(other, language))


def shared_root(chains: Sequence[Sequence[str]], language: Language = ENGLISH) -> str:
    """The one root that all chains have, by its most frequent, then shortest name; else empty.

    Names meet directly or by way of another: “the Kremlin” and “Peskov” through “Kremlin spokesman
    Dmitry Peskov”. An empty chain names nobody, so it shares nothing; of no chains there is none.
    """
    roots = [chain[0] if chain else "" for chain in chains]
    if not roots or not all(roots):
        return ""
    found = Counter(roots)
    waiting, met = list(found), [next(iter(found))]
    for name in met:
        waiting = [one for one in waiting if one not in met]
        met += [one for one in waiting if same_root(name, one, language)]
    if len(met) < len(found):
        return ""
    return min(found, key=lambda name: (-found[name], len(name), name))


def trace(chains: Sequence[Sequence[str]], language: Language = ENGLISH) -> Trace:
    """Follow chains that each end with who published: (coastguard, Northline) is Northline's.

    Where a root is itself one of the publishers, its own chain goes on from there. A chain of one
    is a report in the outlet's own voice; it ends there, unless another of the outlet's chains
    says whom it has it from.
    """
    own: dict[str, Sequence[str]] = {}
    for chain in chains:
        if chain[-1] not in own or len(own[chain[-1]]) == 1:
            own[chain[-1]] = chain
    publishers = _Publishers(own, language)
    cites = {
        outlet: [publishers.meant(name) for name in reversed(chain[:-1])]
        for outlet, chain in own.items()
    }
    roots = tuple(_followed(chain, own, publishers) for chain in chains)
    loops = {_loop(outlet, cites) for outlet in own} - {()}
    return Trace(roots, shared_root([[root] for root in roots], language), tuple(sorted(loops)))


class _Publishers:
    """The outlets of some chains, found by a name that may mean one of them."""

    def __init__(self, outlets: Iterable[str], language: Language) -> None:
        self._language = language
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for outlet in outlets:
            for word in self._words(outlet):
                self._by_word[word].append(outlet)

    def meant(self, name: str) -> str:
        """The outlet that the name means; empty when it means none."""
        near = (outlet for word in sorted(self._words(name)) for outlet in self._by_word[word])
        return next((outlet for outlet in near if same_root(name, outlet, self._language)), "")

    def _words(self, name: str) -> set[str]:
        found = identities(name, self._language)
        return {word for one in found for word in (*one.words, one.initials) if word}


def _followed(chain: Sequence[str], own: dict[str, Sequence[str]], publishers: _Publishers) -> str:
    chain = own[chain[-1]] if len(chain) == 1 else chain
    root, seen = chain[0], {chain[-1]}
    while (outlet := publishers.meant(root)) and outlet not in seen:
        seen.add(outlet)
        root = own[outlet][0]
    return root


def _loop(start: str, cites: dict[str, list[str]]) -> tuple[str, ...]:
    """The shortest circle of citing that leads back to `start`, its first name first; or none."""
    paths: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    for path in paths:
        for cited in cites[path[-1]]:
            if cited == start and len(path) > 1:
                first = path.index(min(path))
                return path[first:] + path[:first]
            if cited and cited not in seen:
                seen.add(cited)
                paths.append((*path, cited))
    return ()


def _meet(one: Identity, other: Identity) -> bool:
    if one.person and one.person == other.person:
        return True
    if {one.initials} & other.words or {other.initials} & one.words:
        return True
    small, big = sorted((one, other), key=lambda identity: len(identity.words))
    return small.words <= big.words and bool(small.words & big.heads)


@lru_cache(maxsize=4096)
def identities(name: str, language: Language) -> tuple[Identity, ...]:
    """What a name may stand for: the person, and the institution they speak for."""
    bracketed = [inner for inner in BRACKETED.findall(name) if CAPITALISED.fullmatch(inner)]
    first, *asides = BRACKETED.sub(" ", name).split(",")
    words = _words(first)
    names = [_of_phrases(words, language), *(_of_run([inner], language) for inner in bracketed)]
    names += [
        _of_run(said, language)
        for said in map(_words, asides[:1])
        if said and all(CAPITALISED.fullmatch(word) for word in said)
    ]
    office = [n for n, word in enumerate(words) if word.lower() in language.spokesmen]
    if office and CAPITALISED.fullmatch(words[-1]) and office[-1] < len(words) - 1:
        names.append(_of_content(words[: office[0]], language))
    return tuple(identity for identity in names if identity.words)


def _words(text: str) -> list[str]:
    return [word.replace("'", "’") for word in WORD.findall(text)]


def _of_phrases(words: list[str], language: Language) -> Identity:
    """Of “a spokesman for the coastguard” the coastguard, else of the first phrase."""
    phrases: list[list[str]] = [[]]
    for word in words[1:] if words and words[0].lower() in language.determiners else words:
        if word.lower() in language.particles - language.determiners:
            phrases.append([])
        else:
            phrases[-1].append(word)
    phrases = [phrase for phrase in phrases if _content(phrase, language, keep=True)]
    if not phrases:
        return Identity(frozenset(), frozenset())
    head = phrases[0]
    speaks = head[-1].lower() in language.spokesmen | language.unnamed | language.records
    if speaks and len(phrases) > 1:
        return _of_phrase(phrases[1], language)
    if (
        CAPITALISED.fullmatch(head[-1])
        and len(phrases) > 1
        and CAPITALISED.fullmatch(phrases[1][-1])
    ):
        return _of_run(head + phrases[1], language)
    return _of_phrase(head, language)


def _of_phrase(words: list[str], language: Language) -> Identity:
    """Of “the RIA Novosti agency” RIA Novosti, of “the transport ministry” the ministry."""
    head = words[-1].lower()
    if CAPITALISED.fullmatch(words[-1]):
        run = _last_run(words)
        return _of_run(run, language)
    run = _last_run(words[:-1]) if len(words) > 1 else []
    is_name = bool(run) and "’" not in run[-1] and run[-1].lower() not in language.demonyms
    stands_for = language.roles | language.media | language.records | language.unnamed
    if is_name and head in stands_for | language.spokesmen:
        return _of_run(run, language)
    content = _content(words[:-1], language)
    if content and head in language.unnamed | language.spokesmen and not run:
        return Identity(frozenset(content), frozenset(content))
    return Identity(frozenset({*content, head}), frozenset({head}))


def _last_run(words: list[str]) -> list[str]:
    """The last words that are capitalised without a break."""
    end = len(words)
    while end and not CAPITALISED.fullmatch(words[end - 1]):
        end -= 1
    start = end
    while start and CAPITALISED.fullmatch(words[start - 1]) and "’" not in words[start - 1]:
        start -= 1
    return words[start:end]


def _of_run(run: list[str], language: Language) -> Identity:
    said = [word for word in run if word.lower() not in language.determiners]
    words = _content(said, language, keep=True)
    if not words:
        return Identity(frozenset(), frozenset())
    generic = language.bodies
    heads = words[-1:] if words[-1] in generic and len(words) > 1 else words
    letters = "".join(word[0] for word in said).lower()
    is_person = len(words) > 1 and words[-1] not in generic | language.media
    return Identity(
        frozenset(words),
        frozenset(heads),
        letters if len(letters) >= SHORTEST_ACRONYM else "",
        (words[0][0], words[-1]) if is_person else None,
    )


def _of_content(words: list[str], language: Language) -> Identity:
    content = frozenset(_content(words, language))
    return Identity(content, content)


def _content(words: list[str], language: Language, *, keep: bool = False) -> list[str]:
    """Folded words that distinguish; with `keep`, generic ones stay."""
    folded = [re.sub(r"[’']s?$", "", word.lower()).replace(".", "") for word in words]
    dropped = language.determiners | language.titles | language.joints
    if not keep:
        dropped |= language.roles | language.unnamed | language.spokesmen
    return [language.demonyms.get(w, w) for w in folded if len(w) > 1 and w not in dropped]
