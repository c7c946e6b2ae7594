"""Pairs of claims with what a careful editor would say of them; all invented here.

Each line is `kind | grade | one claim | the other`; grade `none` where both can hold.
"""

# ruff: noqa: E501 (a pair is read on one line)
from __future__ import annotations

from typing import NamedTuple


class ClaimPair(NamedTuple):
    kind: str
    grade: str
    a: str
    b: str


def read_pairs(table: str) -> list[ClaimPair]:
    lines = (line.strip() for line in table.strip().splitlines())
    return [ClaimPair(*(part.strip() for part in line.split("|"))) for line in lines if line]


FIGURES = read_pairs("""
duration | conflict | The talks lasted four to five hours | The talks lasted roughly two hours in total
duration | none | The talks lasted about two hours | The talks lasted 120 minutes
duration | none | The crossing takes an hour and a half | The crossing takes 90 minutes
duration | none | The strike went on for two weeks | The strike went on for 14 days
duration | note | The 18-month-old strike goes on | The strike has gone on for nearly 19 months
duration | conflict | The siege ended after 36 hours | The siege ended after 26 hours
duration | none | She served a three-year sentence | She served a sentence of three years
duration | conflict | He was jailed for up to ten years | He was jailed for up to five years
duration | none | The outage lasted 4-5 hours | The outage lasted between four and five hours
duration | none | The outage lasted four to six hours | The outage lasted five hours
duration | none | The bridge was closed for two days | The ferry was closed for three weeks
duration | conflict | The ceasefire held for half an hour | The ceasefire held for three hours
duration | none | The race took 2 hours and 15 minutes | The race took 135 minutes
duration | conflict | The march took two hours | The march took 80 minutes
duration | none | They met two days ago at the port | They met for two hours at the port
duration | conflict | The handshake lasted around 40 seconds | The handshake lasted around 14 seconds
count | conflict | 46 people were killed in the fire | The fire left 64 dead
count | none | At least 12 people died in the fire | 15 people died in the fire
count | conflict | At least 23 soldiers were killed | At least 32 soldiers were killed
count | none | Nearly 250 people were on board | Some 241 people were on board
count | none | Two dozen boats were searched | Twenty-four boats were searched
count | conflict | Two dozen boats were searched | Twelve boats were searched
count | none | Twelve men and three women were held | Fifteen people were held
count | none | 12 people were killed and 30 injured | 30 people were injured
count | conflict | 12 people were killed and 30 injured | 12 people were killed and 13 injured
count | none | The ferry carried 241 passengers | The ferry carried 38 cars
count | conflict | The ferry carried 241 passengers | The ferry carried 214 passengers
count | none | Half a million people fled the city | 500,000 people fled the city
count | conflict | Half a million people fled the city | Five million people fled the city
count | none | 1.2 million signatures were handed in | 1,200,000 signatures were handed in
count | conflict | 1.2 million signatures were handed in | 1.2 billion signatures were handed in
count | none | Tens of thousands marched in the capital | Some 40,000 marched in the capital
count | conflict | Hundreds of people marched through the capital | Some 40,000 people marched through the capital
count | none | More than 300 homes lost power | 312 homes lost power
count | conflict | More than 300 homes lost power | Fewer than 200 homes lost power
count | none | Fewer than 50 whales are left | 48 whales are left
count | conflict | The navy launched two missiles | The navy launched three missiles
count | none | The navy launched two short-range missiles | Two missiles were launched by the navy
count | none | Up to 20 crew were missing | 18 crew were missing
count | none | Three of the five crew were rescued | Five crew were on board, three were rescued
count | conflict | Three crew were rescued by the lifeboat | Five crew were rescued by the lifeboat
count | conflict | The death toll from the quake rose to 64 | The quake killed 46 people
count | none | The quake killed 46 people | The quake injured 64 people
count | none | Around 1,000 workers joined the strike | Some 1,030 workers joined the strike
count | conflict | Twenty-five countries signed the treaty | Twenty-eight nations signed the treaty
age | none | The captain, Anna Berg, 45, was unhurt | The 45-year-old captain Anna Berg was unhurt
age | conflict | The captain, Anna Berg, 45, was unhurt | The captain, Anna Berg, 54, was unhurt
age | none | Anna Berg, 45, was unhurt | Tom Hale, 54, was unhurt
age | conflict | A 27-year-old man from Calder was arrested | A 37-year-old man from Calder was arrested
age | none | The mayor, who is in her 40s, was on board | The mayor, aged 45, was on board
age | conflict | The man, 54, was arrested in Calder | The man, 45, was arrested in Calder
age | none | A local woman, 61, was unhurt | The local woman, aged 61, was unhurt
age | conflict | The swimmer died at the age of 93 | The swimmer died at the age of 83
money | none | The bridge cost $1.2bn | The bridge cost 1.2 billion dollars
money | conflict | The bridge cost $1.2bn | The bridge cost $2.1bn
money | conflict | The bridge cost $1.2 million | The bridge cost $1.2 billion
money | conflict | The bridge cost €40m | The bridge cost $40m
money | none | The bridge cost €40m | The bridge cost $46m
money | none | The bridge cost about £40m | The bridge cost £38m
money | none | Fares rise to £12.50 | Fares will go up to £12.50
money | conflict | Fares rise to £12.50 | Fares rise to £15.20
money | none | The fine was €40m ($46m) | The fine was $46m
money | none | He paid 99 cents for the song | He paid $0.99 for the song
money | none | The yard was sold for between $3m and $4m | The yard was sold for $3.5m
money | conflict | The yard was sold for between $3m and $4m | The yard was sold for $5m
percent | none | Traffic fell by 3.5 percent last year | Traffic fell by 3.5% last year
percent | conflict | Traffic fell by 3.5 percent last year | Traffic fell by 5.3 percent last year
percent | none | Two-thirds of voters backed the plan | 67 percent of voters backed the plan
percent | conflict | Two-thirds of voters backed the plan | 47 percent of voters backed the plan
percent | none | Half of the voters backed the plan | 50 per cent of the voters backed the plan
percent | none | One in five ferries was late in March | 20% of ferries were late in March
percent | none | Traffic fell by 3.52 percent last year | Traffic fell by 3.5 percent last year
points | none | The rate rose by 0.5 percentage points | The rate rose by half a percentage point
points | conflict | The rate rose by 50 basis points | The rate rose by 25 basis points
points | none | The rate rose by 50 basis points | The rate rose by 0.5 percentage points
points | conflict | The bank cut the rate by 25 basis points | The bank cut the rate by half a point
distance | none | It lies about 1,000 kilometres from the port | It lies 620 miles from the port
distance | conflict | It lies about 1,000 kilometres from the port | It lies 200 miles from the port
distance | none | The reef is 3km from shore | The reef is two miles from shore
distance | conflict | The tug sank 10 km from the harbour | The tug sank 10 miles from the harbour
distance | conflict | The tug sank 20 km from the harbour | The tug sank 10 miles from the harbour
distance | none | The tug sank 15 km from the harbour | The tug sank 10 miles from the harbour
distance | conflict | The climber fell 150 metres from the ridge | The climber fell 60 metres from the ridge
distance | none | The climber fell 60 metres (200 feet) from the ridge | The climber fell 200 feet from the ridge
distance | none | She is 6 feet 2 inches tall | She is 1.88 metres tall
area | conflict | The fire burned 12,400 acres of forest | The fire burned 14,200 acres of forest
area | none | The fire burned 100 hectares of forest | The fire burned about 250 acres of forest
mass | none | The whale weighed 30 tonnes | The whale weighed 30,000 kg
mass | conflict | The whale weighed 30 tonnes | The whale weighed 13 tonnes
speed | conflict | Winds reached 90 mph on the coast | Winds reached 70 mph on the coast
speed | none | Winds reached 100 km/h on the coast | Winds reached 62 mph on the coast
temperature | none | The valley reached 30 degrees Celsius | The valley reached 86F
temperature | conflict | The valley reached 30 degrees Celsius | The valley reached 40 degrees Celsius
temperature | conflict | The valley reached 86F on Monday | The valley reached 96F on Monday
ordinal | conflict | It was the company's third accident this year | It was the company's fourth accident this year
ordinal | none | It was the company's third accident this year | It was the company's 3rd accident this year
ordinal | none | It was her third visit to the first lighthouse | It was her third visit to the lighthouse
ordinal | conflict | Calder is the country's 12th-largest port | Calder is the country's tenth-largest port
score | conflict | Calder Town won the cup final 3-1 | Calder Town won the cup final 2-1
score | none | Calder Town won the cup final 3-1 | The cup final was won 3–1 by Calder Town
score | none | The council backed the bridge by 52 votes to 48 | The council backed the bridge 52-48
score | conflict | The council backed the bridge 52-48 | The council backed the bridge by 58 votes to 42
time | none | The ferry grounded at 6.40pm | The ferry grounded at 18:40
time | conflict | The ferry grounded at 6.40pm | The ferry grounded at 7.10pm
time | none | The train left at 18:38 (09:38 GMT) | The train left at 09:38 GMT
time | none | The quake struck at 5 p.m. EDT | The quake struck at 2100 GMT
time | conflict | The quake struck at 5 p.m. EDT | The quake struck at 2300 GMT
time | none | The ferry left the harbour in the afternoon | The ferry left the harbour at 3pm
time | conflict | The ferry left the harbour in the morning | The ferry left the harbour at 8pm
time | note | The train left the capital on Sunday afternoon | The train left the capital on Sunday evening
time | none | The ferry left on Monday at 6pm | The ferry left on Tuesday at 8pm
date | conflict | The bridge opened on 13 September | The bridge opened on 15 September
date | none | The bridge opened on 13 September | The bridge opened on Sept. 13
date | none | The bridge opened on 13 September 2023 | The bridge opened on September 13
date | conflict | The bridge was built in 1994 | The bridge was built in 1949
date | none | The bridge was built in the 1990s | The bridge was built in 1994
date | conflict | The bridge was built in the 1990s | The bridge was built in 1984
date | none | The bridge opened on 13/09/2023 | The bridge opened on September 13, 2023
date | conflict | The minister visited the yard in July | The minister visited the yard in May
weekday | conflict | The ferry sank on Tuesday | The ferry sank on Wednesday
weekday | none | The ferry sank on Tuesday night | The ferry sank late on Tuesday
weekday | note | The owners spoke to reporters on Tuesday | The ferry sank on Wednesday
name | conflict | Highway 12 was closed by the landslide | Highway 21 was closed by the landslide
name | none | Highway 12 was closed by the landslide | The landslide closed Highway 12
""")

ASSERTIONS = read_pairs("""
polarity | conflict | The minister confirmed the deal | The minister denied the deal
polarity | conflict | The ferry will sail on Monday | The ferry will not sail on Monday
polarity | conflict | The talks won't go ahead this week | The talks will go ahead this week
polarity | conflict | Twelve passengers were killed in the crash | Twelve passengers were injured in the crash
polarity | none | Two passengers were killed in the crash | Twelve passengers were injured in the crash
polarity | conflict | The driver was killed in the crash | The driver was injured in the crash
polarity | none | The driver was fatally injured in the crash | The driver was killed in the crash
polarity | conflict | The court found the captain guilty | The court found the captain not guilty
polarity | conflict | Shares of Marrow Lines rose 3 percent | Shares of Marrow Lines fell 3 percent
polarity | conflict | The company did not confirm the sale | The company confirmed the sale
polarity | none | The company not only confirmed the sale but its price | The company confirmed the sale
polarity | none | The company denied the sale | The company did not confirm the sale
polarity | conflict | The council approved the bridge | The council rejected the bridge
polarity | conflict | The union accepted the offer | The union refused the offer
polarity | conflict | Both unions agreed to a truce | Both unions rejected a truce
polarity | conflict | Police arrested the captain | Police released the captain
polarity | none | Police arrested the captain | The captain was arrested by police
polarity | conflict | The lifeboat never reached the ferry | The lifeboat reached the ferry
polarity | conflict | The bridge has been closed to cars | The bridge has been opened to cars
polarity | none | The owners are in talks to sell the ferry | The owners will not sell the ferry
polarity | none | Calder Town won against Marrow United | Marrow United lost to Calder Town
polarity | none | The talks failed to end the strike | The talks did not end the strike
polarity | conflict | The engines failed to start | The engines started
polarity | none | If the wind drops, the ferry will sail | The ferry will not sail
polarity | conflict | The jury convicted the captain | The jury acquitted the captain
polarity | none | No more than five boats were lost | Five boats were lost
polarity | none | The mayor opposed the plan | The mayor did not support the plan
polarity | conflict | The mayor supported the plan | The mayor opposed the plan
name | conflict | Foreign Minister Ivan Petrov opened the talks | Foreign Minister Oleg Sidorov opened the talks
name | none | Foreign Minister Ivan Petrov opened the talks | The talks were opened by Foreign Minister Petrov
name | conflict | Defence Minister Ivan Petrov opened the talks | Foreign Minister Ivan Petrov opened the talks
name | none | Defence Minister Ivan Petrov opened the talks | Defense Minister Ivan Petrov opened the talks
name | none | Russian Defence Minister Ivan Petrov opened the talks | Defence Minister Ivan Petrov opened the talks
name | conflict | Anna Berg, the mayor of Calder, opened the bridge | The mayor of Calder, Tom Hale, opened the bridge
name | none | Anna Berg, the mayor of Calder, opened the bridge | The mayor of Calder, Anna Berg, opened the bridge
name | none | The mayor of Calder, Anna Berg, spoke | The mayor of Marrow, Tom Hale, spoke
name | conflict | Mayor Anna Berg opened the bridge | Mayor Tom Hale opened the bridge
name | none | Mayor Anna Berg opened the bridge | Mayor A. Berg opened the bridge
name | none | Governor Dmitri Hale opened the bridge | Governor Dmitry Hale opened the bridge
name | note | Police spokesman Tom Hale said the road was shut | Police spokesman Ivan Petrov said the road was shut
name | none | President Anna Berg met President Tom Hale at the port | President Tom Hale met President Anna Berg at the port
name | none | President Anna Berg thanked her hosts for the dinner | President Tom Hale welcomed his guests at the airport
name | conflict | The ferry's captain, Anna Berg, steered by hand | The ferry's captain, Tom Hale, steered by hand
name | none | Harbour chief Tom Hale closed the port | The port was closed by harbour chief Hale
""")
SOURCES = read_pairs("""
attribution | conflict | The ferry had no radio, Anna Berg said | The ferry had no radio, Tom Hale said
attribution | none | The ferry had no radio, Anna Berg said | The ferry had no radio, Berg said
attribution | note | The ferry had lost its radio, police said | The ferry had lost its radio, the coastguard said
attribution | none | The ferry had lost its radio, police said | Police said the ferry had lost its radio
attribution | none | The ferry had lost its radio, police said | The ferry had lost its radio
attribution | none | The ferry had lost its radio, police said | The bridge stays shut until Monday, the coastguard said
attribution | none | Analysts said the strike would end the contract | Officials said the strike would end the contract
attribution | conflict | Anna Berg told Northline that the yard was closed | Tom Hale told Northline that the yard was closed
attribution | none | Kremlin spokesman Dmitry Petrov said the talks were over | The talks were over, Petrov said
attribution | none | According to Marrow Lines, the ferry was late | The ferry was late, Marrow Lines said
attribution | conflict | According to Marrow Lines, the ferry struck a reef | According to Calder Ferries, the ferry struck a reef
""")
