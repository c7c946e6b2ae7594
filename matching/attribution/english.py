"""English: the words by which newspapers say who says so."""

from __future__ import annotations

import re

from matching.attribution.chain import Strength
from matching.attribution.language import Language


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


VERBS = {
    Strength.STATED: """
        said says say saying told tells tell telling added adds adding announced announces
        announcing stated stating noted notes noting explained explains explaining declared declares
        argued argues arguing warned warns warning stressed stresses emphasized emphasised
        emphasizes replied answered testified vowed pledged promised remarked commented concluded
        continued described describes tweeted wrote writes informed briefed reminded assured
        expressed recalled disclosed revealed reveals conceded asked demanded repeated
        reiterated insisted insists insisting maintained observed complained cautioned
        predicted predict predicts warn argue explain insist announce complain
    """,
    Strength.CONFIRMED: """
        confirmed confirms confirming acknowledged acknowledges admitted admits verified
    """,
    Strength.REPORTED: "reported reports report reporting quoted quotes quoting cited cites",
    Strength.DOCUMENTED: "showed shows show recorded records documented found finds",
    Strength.BELIEVED: """
        believe believes believed think thinks estimate estimates estimated expect expects suspect
        suspects suggested suggests indicated indicates assess assessed assesses fear fears
    """,
    Strength.ALLEGED: """
        claimed claims claim claiming alleged alleges allege alleging accused accuses accusing
        asserted asserts contended contends
    """,
    Strength.DENIED: """
        denied denies deny denying refuted refutes disputed
        disputes
    """,
}
DAYS = _any("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday yesterday today tonight Mon Tue Wed Thu
    Fri Sat Sun
""")
WHEN = (
    rf"(?:(?:earlier|later|late|early)\s+)?(?:on\s+|last\s+|this\s+)?(?:{DAYS})\b"
    r"(?:\s+(?:morning|afternoon|evening|night))?"
    r"|(?:last|this|earlier\s+this)\s+(?:week|month|year|night|morning|evening)"
    r"|(?:in|on)\s+(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)(?:\s+\d{1,4})?|(?:hours|minutes|shortly)?\s?(?:later|earlier)"
)
OCCASION = _any("""
    statement interview briefing conference speech report letter post tweet message telegram call
    hearing broadcast address article column note remarks comments email e-mail podcast court
    parliament television radio TV Telegram X Twitter Facebook website channel release toast
""")
SETTING = (
    r"(?:in|on|at|during|by|through)\s+(?P<where>(?:an?\s+|the\s+|its\s+|his\s+|her\s+|their\s+)?"
    rf"(?:[\w’'-]+\s+){{0,3}}?(?:{OCCASION})\b)"
)
CONJUNCTIONS = _any("""
    but while as when because although though that which who whom where whose if after before since
    until whether what how why so than
""")
ADVERBS = _any("""
    has have had also later then first once again since earlier previously meanwhile further now
    all both still soon never-before did would
""")

ENGLISH = Language(
    verbs={verb: strength for strength, verbs in VERBS.items() for verb in verbs.split()},
    telling=_listed("told tells tell telling informed briefed reminded assured"),
    quoting=_listed("quoted quotes quoting cited cites"),
    participles=_listed("""
        saying adding warning claiming insisting noting explaining alleging announcing arguing
        stating telling reporting confirming denying accusing
    """),
    inverting=_listed("""
        said says added adds announced explained noted warned wrote replied answered reported
        reports tweeted declared stated asked insisted argued confirmed stressed claimed
        reported recalled concluded continued commented remarked
    """),
    noun_like=_listed("""
        show claims claim reports report notes estimates estimate lists records finds shows fears
        fear warning reporting writes say believe think expect suspect tell allege deny found
        suspects adds revealed reveals continued observed recorded asked described repeated tells
    """),
    lowering={"purportedly": Strength.ALLEGED, "allegedly": Strength.ALLEGED},
    before_verb=re.compile(rf"(?:\b(?:{ADVERBS}|(?!only\b|July\b|family\b|Italy\b)[a-z]+ly)\s+)+$"),
    not_said=re.compile(
        r"(?:\b(?:not|never|to|nor|without|cannot|nobody|neither|the|an?|his|its|their|of)|n[’']t"
        r"|\w[’']s)\s+(?:(?!family\b)\w+ly\s+)?$",
        re.I,
    ),
    passive=re.compile(r"\b(?:is|are|was|were|been|being|be|’s|get|got|[Aa]s)\s+(?:\w+ly\s+)?$"),
    passive_by=re.compile(r"(?:\s+as\s+(?:saying|telling\s+\w+))?\s+by\s+"),
    hearsay=re.compile(
        r"\b(?:reportedly|supposedly|purportedly|allegedly"
        r"|(?:is|are|was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?"
        r"(?:said|believed|thought|reported|understood|alleged|rumou?red)\s+to"
        r"|it\s+(?:is|was|has\s+been)\s+(?:\w+ly\s+)?"
        r"(?:said|believed|thought|reported|understood|alleged|rumou?red|claimed)\s+that)\b",
        re.IGNORECASE,
    ),
    boundary=re.compile(rf"[,;:—–(“”\ue000]|\s-\s|\b(?:{CONJUNCTIONS})\b"),
    when_only=re.compile(r"\b(?:since|after|before|until|when|if|once)\s*$", re.IGNORECASE),
    joining=re.compile(r"\s*\b(?:and|or)\s+"),
    lead_in=re.compile(
        rf"\s*(?:(?:But|And|Yet|Still|Meanwhile|However|Also|Then|Now|So|Both)\b,?\s+"
        rf"|(?:{WHEN})\b\s*,?\s*|(?:{SETTING})\s+)",
        re.IGNORECASE,
    ),
    aside=re.compile(
        rf",?\s+(?:(?:{WHEN})\b|(?:{SETTING})|by\s+(?:phone|telephone|e-?mail))", re.I
    ),
    aside_medium=re.compile(
        r"\s+(?:(?:in|on)\s+)?(?:[\w’']+\s+){0,4}?(?:interview\s+with|statement\s+to|comments\s+to"
        r"|remarks\s+to|interview\s+to|(?:carried|published|broadcast|distributed|aired|released)"
        r"\s+by)\s+"
    ),
    listener=re.compile(
        r"\s+(?P<who>(?:(?:the|an?|his|her|its|their)\s+)?(?!(?:that|how|why|what|when|whether|if"
        r"|about|of|it|he|she|they|there|in|on|at|during|to|by)\b)(?:[A-Z][\w’-]*(?:\s[A-Z][\w’-]*)*"
        r"|[a-z]+(?:\s(?:conference|committee|hearing|channel|agency|station|television|newspaper))?))"
    ),
    as_saying=re.compile(r"\s+as\s+(?:having\s+)?(?:saying|said|telling|stating|having)\b"),
    according=re.compile(r"\b(?:according\s+to|in\s+the\s+words\s+of)\s+", re.IGNORECASE),
    citing=re.compile(r"\b(?:citing|quoting)\s+", re.IGNORECASE),
    published_by=re.compile(
        r"\b(?:published|released|carried|broadcast|provided|compiled|issued|posted|shared"
        r"|aired|made|written|cited|quoted|seen|obtained)\s+by\s+"
    ),
    name_end=re.compile(
        r"[.,;:!?—–“”\ue000]|\s-\s|\s+(?:who|which|that|on|in|at|after|as|when|while|and\s+then|but"
        rf"|during|because|before|late|early|earlier|later|said|says|told|last|{DAYS})\b"
    ),
    turn=re.compile(
        r"[,;—–]?\s*\b(?:and|but|while|although|though|whereas|yet|who|which|whose|citing|quoting"
        r"|a|an|the|referring)\b"
    ),
    turns=re.compile(
        r"[,”—–]\s*(?=(?:and|but|while|although|though|whereas|yet)\b)|\s(?=(?:while|whereas)\b)"
    ),
    aside_clause=re.compile(r"\b(?:which|who|that)\s*$"),
    joined=re.compile(r"\b(?:and|but|then)$"),
    relative_subject=re.compile(r",?\s+who$"),
    relative_aside=re.compile(
        r"(?:,\s+(?:who|which)\b[^,;:“”]{1,100},|\s[—–]\s[^—–;:“”]{1,100}\s[—–])$"
    ),
    intro=re.compile(
        r"\s*(?:After|Before|In|On|At|As|While|When|With|Despite|During|Since|Following|By|For|To"
        r"|Under|[A-Z][a-z]+ing)\b[^,“]{1,120},\s*"
    ),
    withheld=re.compile(r"\b(?:not (?:be )?named|unnamed|anonym|unidentified)", re.IGNORECASE),
    pronouns=_listed("he she it they we i you this these those there one"),
    persons=_listed("he she"),
    meetings=_listed("conference conferences briefing briefings hearing meeting summit"),
    nobody=_listed("nobody none no neither nor nothing when while if as because"),
    unlike={
        "he": _listed("woman mrs ms miss spokeswoman chairwoman mother daughter wife sister queen"),
        "she": _listed("man mr spokesman chairman father son husband brother king fisherman"),
    },
    pointers=_listed("this that these those there which"),
    determiners=_listed("the a an its his her their our this that these those one two three both"),
    finite=_listed("""
        was were is are am has have had would will could may might must should did does can cannot
    """),
    titles=_listed("""
        mr mrs ms mx dr prof professor sir lord lady dame captain capt president prime minister
        secretary general gen colonel col lieutenant lt sergeant sgt marshal senator sen governor
        gov mayor king queen prince princess pope chancellor ambassador judge justice inspector
    """),
    unnamed=_listed("""
        analyst analysts expert experts official officials source sources witness witnesses resident
        residents observer observers critic critics diplomat diplomats researcher researchers
        people person man woman men women passenger passengers local locals neighbour neighbours
        neighbor neighbors relative relatives insider insiders aide aides adviser advisers adviser
        investigator investigators scientist scientists engineer engineers worker workers employee
        employees activist activists reports others some many several few anyone someone everyone
        boss bosses historian historians economist economists lawmaker lawmakers soldier soldiers
        survivor survivors villager villagers rumours rumors fisherman fishermen officer officers
        doctor doctors clerk authorities prosecutors rescuers lawyers firefighters demonstrators
        protesters trader traders economist voters students parents families crewman crewmen
    """),
    spokesmen=_listed("""
        spokesman spokeswoman spokesperson spokespersons spokesmen spokespeople statement secretary
        communique communiqué press representative
    """),
    roles=_listed("""
        its his her their agency news official officials state
        state-run state-owned spokesman spokeswoman spokesperson spokespeople statement press duty
        officer journalist journalists reporter reporters correspondent leader chief head director
        secretary minister deputy foreign president chairman chairwoman chair former acting senior
        top daily newspaper paper broadcaster television radio channel website online outlet media
        report reports account release
        source sources named not expert professor analyst researcher one representative
        communique wire copy public own named former central national federal local regional
    """),
    particles=_listed(
        "of for from in at by on to the a an with into about familiar close briefed aboard"
    ),
    joints=_listed("and or"),
    has_object=re.compile(
        r"\s+(?:it|them|him|her|us|me|so)(?:\s+(?:of|for|from|in|at|by|on|to|with|into|and|when)\b"
        r"|\s*[.,;:]|\s*$)|\s+to\s+(?:her|his|their|its|the)\s+\w+\s+(?:about|on)\b"
    ),
    bodies=_listed("""
        police government army military navy coastguard council court city local harbour port
        ministry office station department company firm operator university institute committee
        commission parliament board union association authority service bank hospital school
    """),
    media=_listed("""
        agency newspaper paper television tv radio broadcaster news media channel magazine daily
        times post herald tribune gazette courier telegraph journal guardian observer chronicle
        echo ledger online website reuters afp ap tass interfax ria novosti kcna xinhua yonhap dpa
        ansa efe bloomberg kyodo cnn bbc nbc cbs abc pbs npr itar nyt outlet weekly press bote
        zeitung monde journalists reporters'
    """),
    records=_listed("""
        list lists log logs record records image images photo photos footage video document
        documents letter data figures report readout transcript map satellite register
        file files memo invoice radar chart sensor station survey study poll census minutes
        logbook photograph photographs filing filings ruling indictment affidavit lawsuit complaint
        dossier audit statistics
    """),
    demonyms=dict(
        pair.split(":")
        for pair in _listed("""
            russian:russia american:us united:us korean:korea chinese:china ukrainian:ukraine
            british:britain french:france german:germany japanese:japan israeli:israel iranian:iran
            italian:italy spanish:spain polish:poland turkish:turkey indian:india canadian:canada
            mexican:mexico australian:australia dutch:netherlands swedish:sweden norwegian:norway
            finnish:finland danish:denmark greek:greece syrian:syria egyptian:egypt libyan:libya
            brazilian:brazil
        """)
    ),
)
