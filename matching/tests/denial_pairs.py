"""Pairs of claims of which one denies the other, or names another person for one act.

As in `claim_pairs`: each line is `kind | grade | one claim | the other`; all invented here.
"""

# ruff: noqa: E501 (a pair is read on one line)
from __future__ import annotations

from matching.tests.claim_pairs import read_pairs

NONE = read_pairs("""
count | conflict | No one was hurt when the ferry grounded | Three people were hurt when the ferry grounded
count | conflict | Nobody died | Two people died
count | conflict | Nobody on board the ferry was killed | The ferry fire killed four
count | conflict | The fire killed no one | Two died in the fire
count | conflict | The ferry grounded without casualties | Three people were hurt as the ferry grounded
count | conflict | There were no deaths in the fire | The fire left two dead
count | note | None of the crew was hurt | Three people were hurt
count | conflict | None of the crew was hurt | Three of the crew were hurt
count | none | No passengers were hurt | Three sailors were hurt
count | none | No one was hurt | Nobody was hurt
count | none | No one was seriously hurt | Three people were hurt
count | none | No one else was hurt | Three people were hurt
count | none | No more deaths were reported | Two deaths were reported
count | none | Nobody knows how many died | Two people died
count | none | No one was injured | Two people died
count | none | No serious injuries were reported | Two people were injured
count | none | No one was hurt | Up to three people were hurt
count | conflict | No arrests were made | Police arrested three men
polarity | none | None of the crew was hurt | Three of the crew were hurt
""")
DENIALS = read_pairs("""
polarity | conflict | The captain met the owners | The captain did not meet the owners
polarity | conflict | The captain chose the route | The captain never chose the route
polarity | conflict | The union withdrew its offer | The union refused to withdraw its offer
polarity | conflict | The captain sold the boat | The captain failed to sell the boat
polarity | conflict | The yard paid the fine | The yard went on without paying the fine
polarity | conflict | The minister has resigned | The minister refused to resign
polarity | none | The captain did not meet the owners | The captain never met the owners
polarity | conflict | The court upheld the ban | The court overturned the ban
polarity | conflict | Shares rose 4% | Shares fell 4%
polarity | conflict | The bridge reopened | The bridge remained closed
polarity | conflict | The vote was unanimous | The vote was split
polarity | conflict | The council passed the bill | The council defeated the bill
polarity | conflict | The driver pleaded guilty | The driver pleaded not guilty
polarity | conflict | The driver survived the crash | The driver died in the crash
polarity | conflict | The catch was legal | The catch was illegal
polarity | conflict | The captain was present at the hearing | The captain was absent from the hearing
polarity | conflict | The beach is safe | The beach is unsafe
polarity | conflict | The court convicted the captain | The captain was acquitted by the court
polarity | conflict | The council agreed to the plan | The council refused the plan
polarity | conflict | Marrow United won the final | Marrow United lost the final
polarity | none | The train arrived late | The train left late
polarity | none | The ferry left the port at night | The ferry arrived in the port at night
polarity | none | Marrow Lines bought the yard | Marrow Lines sold the yard
polarity | none | Shares of Marrow rose on Monday | Shares of Calder fell on Tuesday
polarity | none | Prices of bread rose | Prices of milk fell
polarity | conflict | None of the crew left the ship | Three of the crew left the ship
""")
ACTS = read_pairs("""
name | conflict | Mayor Anna Holt opened the bridge | Mayor Jan Brandt opened the bridge
name | conflict | Mayor Anna Maria Holt opened the bridge | Mayor Jan Willem Brandt opened the bridge on Monday
name | none | Mayor Anna Holt opened the bridge | Mayor Jan Brandt closed the school
name | none | Mayor Anna Holt resigned | Mayor Jan Brandt resigned
name | none | Mayor Anna Holt opened the bridge on May 3 | Mayor Holt opened the bridge on 3 May
count | none | The ferry carried 214 passengers | The ferry carried 27 crew
count | none | Police arrested 12 men and 3 women | Police arrested 15 people
""")
RUNS = read_pairs("""
date | none | The fair ran on 3–5 May in Calder | The fair was held in Calder on 4 May
date | conflict | The fair ran on 3–5 May in Calder | The fair was held in Calder on 7 May
date | none | The fair in Calder runs from May 3 to 5 | The fair in Calder runs on 3-5 May
date | conflict | The committee meets on May 3-4 | The committee meets on May 3-5
date | none | The fair in Calder fell between 3rd and 5th May 2023 | The fair in Calder fell on May 5, 2023
date | conflict | The fair in Calder fell on 3-5 May 2023 | The fair in Calder fell on 6 May 2023
count | conflict | The mayor fed on May 3 to 12 guests a soup | The mayor fed on May 3 to 21 guests a soup
percent | note | Support for the bridge fell by 5 percent | Support for the bridge fell by 5 percentage points
percent | none | Support for the bridge fell by 5 percent | The rate of the bank rose by 5 percentage points
percent | none | Support fell by 5 percentage points, or 10 percent | Support fell by 5 percentage points
""")
