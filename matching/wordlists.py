"""English words that are treated apart: around full stops, and when texts are compared."""

from __future__ import annotations


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Always followed by a name.
TITLES = _listed("""
    Mr Mrs Ms Mx Dr Drs Prof Gen Gov Sen Sens Rep Reps Lt Col Capt Cpl Sgt Maj Cmdr Cdr Adm Brig
    Rev Hon Fr Msgr Pres Supt Det Insp Amb Atty Sra Srta Mme Mlle Messrs
""")

# Before a figure only: “No. 5”, but “He said no.”
NUMBERED = _listed("no nos fig figs art sec ch vol p pp para par nr")

# May stand at a sentence's end too; the next word decides.
SHORTENED = _listed("""
    St Mt Ft Ave Rd Blvd Jr Sr Inc Ltd Corp Co Cos Bros Assn Dept Univ Est Mass Calif Conn Fla
    Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis
    Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat vs etc
    al cf ca approx dept incl viz Phila Stn EE JJ
""")

# Words that start a sentence far more often than a name or title does.
STARTERS = _listed("""
    The This That These Those It Its They We You His Her Their Our My He She I A An In On At By
    For From With After Before As But And Or Yet If When While Where Why What Who How There Here
    Not Some Many Most Both Since Until Although Though Because However Meanwhile Also Still Now
    Then Earlier Later
""")

# Words of grammar and of reporting. Negations and comparisons stay: they change a claim.
STOP_WORDS = _listed("""
    a about after against all also although an and any are as at be because been before being
    between both but by can could did do does doing down during each for from had has have
    having he her hers herself him himself his how i if in into is it its itself just may me
    might my of off on or other our ours out over own s said same say says shall she should so
    some such than that the their theirs them themselves then there these they this those though
    through to told too under up upon very was we were what when where which while who whom
    whose why will with would you your yours
""")
