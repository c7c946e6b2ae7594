"""Pairs of claims whose figures are close: a slip of a digit, a rounding, a unit left out.

As in `claim_pairs`: each line is `kind | grade | one claim | the other`; all invented here.
"""

# ruff: noqa: E501 (a pair is read on one line)
from __future__ import annotations

from matching.tests.claim_pairs import read_pairs

HEDGED = read_pairs("""
count | conflict | More than 6,000 dockers walked out | More than 6,001 dockers walked out
count | none | More than 770 dockers walked out | At least 767 dockers walked out
count | conflict | About 700 dockers are at the gate | About 698 dockers are at the gate
count | conflict | At least 112 sheep drowned in the flood | At least 114 sheep drowned in the flood
count | none | Around 20,000 people marched | Some 20,200 people marched
count | none | About 130 boats were searched | 132 boats were searched
count | conflict | About 72 boats were searched | 66 boats were searched
count | none | About 70 boats were searched | 66 boats were searched
money | conflict | The yard is worth about $124 million | The yard is worth $122 million
money | none | The yard is worth about $125 million | The yard is worth $122 million
percent | conflict | The levy is as much as 38.6 per cent | The levy is up to 38.8 per cent
area | conflict | The fire burned about 2,000 acres | The fire burned about 1,998 acres
money | conflict | The range was between $7.6bn and $7.8bn | The range was between $7.6bn and $7.9bn
count | conflict | Between one and three divers will be on board | As many as two divers will be on board
count | none | Between one and three divers will be on board | As many as three divers will be on board
""")
CLOSE = read_pairs("""
count | conflict | The firm opens 800 kiosks on the coast this summer | This summer the firm opens 798 stands on the coast
count | none | The firm opens 798 kiosks in Calder | Some 800 dockers went on strike in Calder
duration | conflict | Seasons there last more than 40 years, and an orbit takes nearly 165 years | An orbit takes 167 years there
money | conflict | Profit was $4.4bn, after $4.3bn a year before | Profit was $4.3bn, after $4.3bn a year before
points | conflict | The index gained 4.64 points to 1,735.34 | The index gained 4.66 to 1,735.34
points | none | The index gained 4.64 points to 1,735.34 | The index gained 4.64 to 1,735.34
count | conflict | The yard will cut output by 60 million to 70 million planks | The yard will cut output by 60 million to 72 million planks
money | conflict | Fees will rise by $300 to $2,800 | Fees will rise by $299 to $2,800
money | none | Fees will rise by $300 to $2,800 | Fees will rise to $2,800
count | conflict | Two of Kerr's aides will help the inquiry | Three of the aides will help the inquiry
count | conflict | The two men planned to sink the ferry | The four arrested men planned to sink the ferry
count | conflict | Police held 12 injured passengers | Police held 13 injured passengers
""")
AGES = read_pairs("""
age | conflict | Ida Marsh, also 45, survived | Ida Marsh, 54, survived
age | none | Ida Marsh, also 54, survived | Ida Marsh, 54, survived
age | conflict | One in ten children aged six to 18 can swim | One in ten children ages 6 to 17 can swim
age | none | One in ten children aged six to 18 can swim | One in ten children ages 6-18 can swim
age | conflict | The Rev. Tom F. Hale, 64, of Calder was fined | The Rev. Tom Hale, 62, was fined
age | conflict | Tom Hale, the 34-year-old son of Bill Hale, won in Calder | Tom Hale, the 32-year-old son of the Grey Fox, won in Calder
age | none | Ida Marsh, 45, and Tom Hale, 54, sailed | Tom Hale, 54, sailed
duration | none | Marsh, at 20 years, 63 days, is the youngest keeper | Marsh is the youngest keeper at 20 years and 63 days
duration | conflict | Marsh, at 20 years, 63 days, is the youngest keeper | Marsh is the youngest keeper at 20 years and 62 days
""")
APART = read_pairs("""
count | none | No one was hurt when the mill burned | Three people were hurt as the ferry grounded off Calder
count | conflict | No one was hurt when the mill burned | Three people were hurt when the mill burned
count | none | 46 people were killed in the fire | A landslide killed 64 villagers
count | conflict | No arrests were made | Police arrested three men
count | none | Without wounded soldiers to tend, the medics left the camp | Three soldiers were wounded in the camp
polarity | none | Without wounded soldiers to tend, the medics left the camp | Three soldiers were wounded in the camp
polarity | none | The nurses, without injured passengers to see to, went home | Three passengers were injured
polarity | none | Police found the driver | Police did not find the driver's car
polarity | conflict | Police found the driver's car | Police did not find the driver's car
polarity | none | The crew did not save the captain's dog | The crew saved the captain
polarity | none | The council lifted the ban on cars in May | The council extended the ban on cars in May
polarity | conflict | The council lifted the ban on cars | The council imposed the ban on cars
polarity | none | The duke died without children | Three children died with the duke
polarity | conflict | The queen died without an heir | The queen died with her heir
polarity | conflict | The yard went on without paying the fine | The yard went on paying the fine
money | none | Town United bid $90m for the striker | Marrow FC bid $70m for the striker
money | conflict | Town United bid $90m for the striker | The bid of Town United for the striker was $70m
name | none | President Anna Holt met Chancellor Tom Cole in Calder | President Jan Brandt met Chancellor Tom Cole in Calder
name | conflict | President Anna Holt met the owners in Calder | President Jan Brandt met the owners in Calder
""")
