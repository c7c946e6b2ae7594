"""English sentences that every report has: they show no copy, whoever prints them.

What a desk's other languages have of this kind is told by how many stories it stands in.
"""

from __future__ import annotations

import re

# Whole sentences with one of these count for nothing.
STOCK = re.compile(
    r"""
    \b(?:for|to|any|no|seeking|further)\ comments?\b
    | \bdeclined\ to\ (?:elaborate|be\ (?:named|identified)|give\ (?:further\ )?details|discuss)
    | \b(?:did|do|does|had|has|have)(?:\ not|n[’']t)\ (?:immediately\ )?
        (?:reply|respond|return|answer)
    | \bcondition\ (?:of\ anonymity|that\ \w+\ not\ be\ (?:named|identified))
    | \b(?:not|n[’']t)\ (?:been\ )?authori[sz]ed\ to\ (?:speak|talk|comment|discuss|brief)
    | \bindependently\ (?:verif|confirm)
    | \bimmediately\ (?:be\ )?(?:verif|confirm|reach)
    | \b(?:developing|breaking)\ (?:news\ )?story\b
    | \b(?:will|to)\ be\ updated\b
    | \b(?:all\ )?rights\ reserved\b
    | \bmay\ not\ be\ (?:published|reproduced|broadcast|rewritten)
    | \bcontributed\ (?:to\ this|reporting)\b
    | \b(?:additional\ )?(?:reporting|writing|editing)\ by\b
    | \b(?:sign\ up|subscribe)\ (?:for|to)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)

# Words of these and of grammar alone say nothing of the event: “said in a statement on Tuesday
# that the”.
COMMON = frozenset(
    """
    added asked called comment confirmed conference declared declined denied described explained
    media minister monday tuesday wednesday thursday friday saturday sunday morning afternoon
    evening night news no not officials official one two three people person percent president
    press quoted reached report reported reporter reporters reporting request respond saying
    source sources spokesman spokesperson spokeswoman stated statement story time today told
    tomorrow yesterday week month year years according
    """.split()  # noqa: SIM905
)
