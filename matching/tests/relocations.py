"""What became of a claim, case by case; all texts are invented.

A line is `outcome | old text with the claim in [[ ]] | new text`, and behind a third bar the
words of the place when they are not the whole of the new ones. ¶ is a line's end, ⇤ a CRLF, ⍽ a
no-break space, ∤ a soft hyphen, ◌ an accent of its own; `{name}` stands for a sentence below.
"""

# ruff: noqa: E501 (a case is read on one line)
from __future__ import annotations

from typing import NamedTuple

SENTENCES = {
    "tide": "The Ardent Tide left Selwick at dawn with a full load.",
    "channel": "The harbour master closed the channel for the night.",
    "divers": "Divers will look at the hull when the weather allows it.",
    "blaze": "Forty people were killed in the blaze at the mill.",
    "met": "The council met on Tuesday to discuss the bridge.",
    "heard": "Members heard from two engineers who inspected the cables in June.",
    "rust": "The engineers found rust on eleven of the 48 cables.",
    "limit": "They asked for a speed limit of 30 km/h.",
    "vote": "The council agreed without a vote.",
    "traders": "Traders fear for the summer season.",
    "hotel": "One hotel owner said bookings had fallen by a third since the report came out.",
    "toll": "Officials in the province of Marrow said on Sunday that the death toll from the landslide had risen to 31 and that 12 people were still missing.",
    "rain": "Heavy rain is forecast until Wednesday, hampering the search, according to the weather service.",
    "slide": "The landslide hit the village of Calder before dawn, burying some 20 houses while residents slept.",
    "roar": "“We heard a roar like a train and then everything was dark,” said Ida Vane, a 43-year-old farmer who lost two cousins.",
    "mourning": "The president declared three days of mourning and ordered the army to help.",
}
PARAGRAPHS = {
    "first": "{met} {heard}",
    "second": "{rust} {limit} {vote}",
    "third": "{traders} {hotel}",
}
SIGNS = str.maketrans({"¶": "\n", "⇤": "\r\n", "⍽": "\u00a0", "∤": "\u00ad", "◌": "\u0301"})


class Case(NamedTuple):
    outcome: str
    old: str
    start: int
    quote: str
    new: str
    words: str


def read_cases(table: str, around: str = "{}") -> list[Case]:
    return [_case(line, around) for line in table.strip().splitlines()]


def _case(line: str, around: str) -> Case:
    outcome, old, new, *words = (_spelt_out(part.strip()) for part in line.split("|"))
    old, new = around.format(old), around.format(new)
    start, end = old.index("[["), old.index("]]") - 2
    old = old.replace("[[", "").replace("]]", "")
    return Case(outcome, old, start, old[start:end], new, words[0] if words else "")


def _spelt_out(part: str) -> str:
    for names in (PARAGRAPHS, SENTENCES):
        for name, sentence in names.items():
            part = part.replace(f"{{{name}}}", sentence)
    return part.translate(SIGNS)


AMONG_OTHERS = read_cases(
    """
unchanged | [[Forty people were killed in the blaze at the mill.]] | Forty people were killed in the blaze at the mill.
unchanged | [[Forty people were killed in the blaze at the mill.]] | Forty  people  were  killed  in  the  blaze  at  the  mill.
unchanged | [[Forty people were killed in the blaze at the mill.]] | Forty¶people¶were¶killed¶in¶the¶blaze¶at¶the¶mill.
value changed | [[Forty people were killed in the blaze at the mill.]] | Fourteen people were killed in the blaze at the mill.
value changed | [[Forty people were killed in the blaze at the mill.]] | Forty people were injured in the blaze at the mill.
value changed | [[Forty people were killed in the blaze at the mill.]] | Forty people were not killed in the blaze at the mill.
value changed | [[Forty people were killed in the blaze at the mill.]] | About forty people were killed in the blaze at the mill.
value changed | [[Forty people were killed in the blaze at the mill.]] | It is not true that forty people were killed in the blaze at the mill.
reworded | [[Forty people were killed in the blaze at the mill.]] | 40 people were killed in the blaze at the mill.
reworded | [[Forty people were killed in the blaze at the mill.]] | Forty people were killed in the fire at the mill.
lost | [[Forty people were killed in the blaze at the mill.]] |
ambiguous | [[Forty people were killed in the blaze at the mill.]] | Forty people were killed in the blaze at the mill. Forty people were killed in the blaze at the mill.
ambiguous | [[Forty people were killed in the blaze at the mill.]] | Forty people were killed in the blaze at the mill. The harbour master closed the channel for the night. Divers will look at the hull when the weather allows it. The Ardent Tide left Selwick at dawn with a full load. Forty people were killed in the blaze at the mill.
lost | [[Three people were injured in the north.]] Two people were injured in the south. | Two people were injured in the south.
lost | [[Three people were injured in the north.]] Two people were injured in the south. | Four people were injured in the south.
unchanged | [[“All is lost,” she said.]] | "All is lost," she said.
unchanged | [[The minister's aide — a lawyer — left...]] | The minister’s aide - a lawyer - left…
unchanged | [[The fire at the café]] | The fire at the cafe◌
unchanged | [[The oﬃce was shut.]] | The office was shut.
unchanged | [[The cap∤tain was held.]] | The captain was held.
unchanged | [[It cost $5 million.]] | It cost $5⍽million.
unchanged | [[It rose 5%.]] | It rose 5 %.
reworded | [[It rose 5%.]] | It rose 5 per cent.
unchanged | [[It began at 5.30pm.]] | It began at 5.30 pm.
unchanged | [[a 24-hour strike]] | a 24‑hour strike
unchanged | [[the 2019–20 season]] | the 2019-20 season
unchanged | [[U.S. troops left the base.]] | US troops left the base.
value changed | [[He told US officers about it.]] | He told us officers about it.
unchanged | [[The Prime Minister left.]] | The prime minister left.
unchanged | [[THE MAYOR RESIGNED]] | The mayor resigned
value changed | [[40 people were killed]] | 14 people were killed
value changed | [[about 40 people were there]] | 40 people were there
reworded | [[about 40 people were there]] | roughly 40 people were there
value changed | [[more than 40 people were there]] | fewer than 40 people were there
value changed | [[It cost £5m to build the pier.]] | It cost $5m to build the pier.
reworded | [[It cost £5m to build the pier.]] | It cost £5 million to build the pier.
value changed | [[The temperature fell to −3°C overnight.]] | The temperature fell to 3°C overnight.
value changed | [[He came third in the race.]] | He came second in the race.
reworded | [[He came third in the race.]] | He came 3rd in the race.
reworded | [[10,000 people marched.]] | 10 000 people marched.
value changed | [[10,000 people marched.]] | 1,000 people marched.
value changed | [[It was 1.5 km away.]] | It was 15 km away.
value changed | [[It was 40 km away.]] | It was 40 miles away.
value changed | [[Half of the crew left.]] | All of the crew left.
value changed | [[Dozens of people marched.]] | Hundreds of people marched.
reworded | [[A dozen boats were searched.]] | Twelve boats were searched.
value changed | [[The town won 3-2 on Saturday.]] | The town won 2-3 on Saturday.
value changed | [[The pair were jailed for five years.]] | The pair were jailed for seven years.
value changed | [[40 were killed and 14 were injured.]] | 14 were killed and 40 were injured.
reworded | [[14 were injured and 40 were killed.]] | 40 were killed and 14 were injured.
reworded | [[The rate rose to 5% from 4%.]] | The rate rose from 4% to 5%.
value changed | [[The rate rose from 4% to 5%.]] | The rate rose from 5% to 4%.
value changed | [[It happened twice last week.]] | It happened once last week.
reworded | [[The hearing is on 18 November.]] | The hearing is on November 18.
value changed | [[The hearing is on 18 November.]] | The hearing is on 19 November.
value changed | [[The hearing is in May.]] | The hearing is in June.
value changed | [[It happened last week.]] | It happened this week.
value changed | [[It happened yesterday.]] | It happened today.
value changed | [[It began in the morning.]] | It began in the evening.
value changed | [[It began at 9 a.m. in court.]] | It began at 9 p.m. in court.
unchanged | [[It began at 9 a.m. in court.]] | It began at 9am in court.
value changed | [[Flight 212 was delayed by fog.]] | Flight 221 was delayed by fog.
reworded | [[It lasted 90 minutes in all.]] | It lasted an hour and a half in all.
reworded | [[The ship carries 200 to 300 people.]] | The ship carries 200–300 people.
value changed | [[Police in Selwick held the man.]] | Police in Marrow held the man.
value changed | [[Ada Lund said the pier was safe.]] | Ida Lund said the pier was safe.
reworded | [[Mr Lund left the room.]] | Lund left the room.
value changed | [[NATO sent ships to the strait.]] | EU sent ships to the strait.
value changed | [[The ministry told Reuters the pier was safe.]] | The ministry told AFP the pier was safe.
reworded | [[Officials said the pier was safe.]] | Engineers said the pier was safe.
reworded | [[The company said the pier was safe and dry.]] | The firm said the pier was safe and dry.
reworded | [[Rescuers searched the bay for hours.]] | Crews searched the bay for hours.
value changed | [[Kerr met Marsh in Selwick.]] | Marsh met Kerr in Selwick.
value changed | [[The captain was not on the bridge.]] | The captain was on the bridge.
reworded | [[The captain did not leave.]] | The captain didn't leave.
value changed | [[He never left the ship.]] | He left the ship.
value changed | [[The firm denied the charge of fraud.]] | The firm admitted the charge of fraud.
value changed | [[They left without the crew.]] | They left with the crew.
value changed | [[The pier is safe for cars.]] | The pier is unsafe for cars.
value changed | [[Prices rose in the town.]] | Prices fell in the town.
value changed | [[No survivors were found on board.]] | Two survivors were found on board.
value changed | [[The gunman was arrested at dawn.]] | The gunman was shot at dawn.
value changed | [[Two dead after the storm]] | Two injured after the storm
value changed | [[The guard died at the scene.]] | The guard was wounded at the scene.
value changed | [[The guard was shot at the scene.]] | The guard was stabbed at the scene.
value changed | [[World War II ended in the port.]] | World War I ended in the port.
reworded | [[She is the twenty-first mayor of the town.]] | She is the 21st mayor of the town.
value changed | [[She is the twenty-first mayor of the town.]] | She is the twenty-second mayor of the town.
value changed | [[A third of the fleet was lost.]] | A quarter of the fleet was lost.
value changed | [[The fleet lost a third of its boats.]] | The fleet lost 33 percent of its boats.
reworded | [[The fund holds US$3.5 million for repairs.]] | The fund holds US$3.5m for repairs.
value changed | [[The fund holds $3.5 million for repairs.]] | The fund holds $3.5 billion for repairs.
value changed | [[Lund, 45, was found on the pier.]] | Lund, 54, was found on the pier.
reworded | [[Lund, 45, was found on the pier.]] | Lund, aged 45, was found on the pier.
value changed | [[Rates rose by two percentage points.]] | Rates rose by two percent.
value changed | [[The march began at noon by the quay.]] | The march began at midnight by the quay.
reworded | [[It began at 18:40 GMT on the pier.]] | It began at 19:40 BST on the pier.
value changed | [[It began at 18:40 GMT on the pier.]] | It began at 18:40 BST on the pier.
value changed | [[Neither the pilot nor the mate was hurt.]] | Both the pilot and the mate were hurt.
value changed | [[The report was not wrong about the pier.]] | The report was wrong about the pier.
reworded | [[No one was killed in the blast.]] | Nobody was killed in the blast.
value changed | [[No one was killed in the blast.]] | One was killed in the blast.
value changed | [[The man is suspected of murder in the town.]] | The man is suspected of theft in the town.
value changed | [[The man killed his brother at sea.]] | The man wounded his brother at sea.
reworded | [[The blast, killing two, shook the town.]] | The blast, which killed two, shook the town.
value changed | [[Eleven were rescued from the water.]] | Eleven were pulled from the water.
value changed | [[The crew had denied all knowledge of it.]] | The crew had all knowledge of it.
value changed | [[The court found him guilty of fraud.]] | The court found him not guilty of fraud.
value changed | [[The union will accept the offer on pay.]] | The union will reject the offer on pay.
reworded | [[The union said on its site that it would accept the offer on pay.]] | On its site, the union said that it would accept the offer on pay.
reworded | [[The cost was put at between 2 and 3 million euros.]] | The cost was put at 2-3 million euros.
value changed | [[The cost was put at between 2 and 3 million euros.]] | The cost was put at between 2 and 4 million euros.
value changed | [[Some 250 people were on board the ship.]] | Some 205 people were on board the ship.
value changed | [[At least 12 were held by police.]] | At most 12 were held by police.
lost | [[Hundreds of homes were without power.]] | Hundreds of homes had no power.
value changed | [[He was born in 1968 near the port.]] | He was born in 1986 near the port.
value changed | [[The 2024 budget was passed late.]] | The 2025 budget was passed late.
value changed | [[The law was passed by 52 votes to 48.]] | The law was passed by 48 votes to 52.
value changed | [[The law was passed by 52 votes to 48.]] | The law was passed 52-48.
value changed | [[Article 5 of the treaty was invoked.]] | Article 4 of the treaty was invoked.
value changed | [[The Boeing 737 landed at the base.]] | The Boeing 747 landed at the base.
value changed | [[The A320 landed at the base.]] | The A321 landed at the base.
unchanged | [[COVID-19 cases were found on the ship.]] | Covid-19 cases were found on the ship.
unchanged | [[The E. coli count was high in the bay.]] | The E coli count was high in the bay.
value changed | [[The prime minister, Anna Berg, opened the pier.]] | The prime minister opened the pier.
reworded | [[President Berg and President Lund met.]] | President Lund and President Berg met.
value changed | [[Berg called Lund a liar.]] | Lund called Berg a liar.
value changed | [[Russian troops crossed the river.]] | Polish troops crossed the river.
value changed | [[The Ministry of Health said so on its site.]] | The Ministry of Defence said so on its site.
unchanged | [[Berg's office said the bridge was sound.]] | Berg’s office said the bridge was sound.
value changed | [[Berg’s brother was on the bridge.]] | Lund’s brother was on the bridge.
value changed | [[The McDonald's on the quay was shut.]] | The MacDonald's on the quay was shut.
reworded | [[The vessel hit the rocks and sank quickly.]] | The ship hit the rocks and quickly sank.
reworded | [[It was the worst storm for ten years.]] | It was the worst storm in a decade.
reworded | [[It was the worst storm for ten years.]] | It was the worst storm for 10 years.
reworded | [[They waited for six weeks on the island.]] | They waited for 42 days on the island.
reworded | [[The wall is 3 metres high there.]] | The wall is 300 cm high there.
value changed | [[The wall is 3 metres high there.]] | The wall is 30 metres high there.
reworded | [[The road runs for 5 miles along the bay.]] | The road runs for 5 miles (8 km) along the bay.
unchanged | [["We will not pay," said Berg.]] | ‘We will not pay,’ said Berg.
value changed | [["We will not pay," said Berg.]] | "We will pay," said Berg.
reworded | [["We will not pay," said Berg.]] | "We won't pay," said Berg.
unchanged | Police said [[40 people were killed]] on Monday. | Officials said on Tuesday that 40 people were killed on Monday.
value changed | Police said [[40 people were killed]] on Monday. | Police said 40 people, including two children, were killed on Monday.
value changed | Police said [[40 people were killed]] on Monday. | Police said 14 people died on Monday. | 14 people died
value changed | Police said [[40 people were killed]] on Monday. | Police said the road was closed on Monday.
lost | The minister [[resigned]] on Monday. | The minister quit on Monday.
value changed | [[Kerr]] resigned on Monday. | Marsh resigned on Monday. | Marsh
value changed | Mayor [[Ida Kerr]] resigned on Monday. | Mayor Ida Marsh resigned on Monday. | Ida Marsh
value changed | It will last [[two hours]], he said. | It will last three hours, he said. | three hours
moved | It will last [[two hours]], he said. | He said it will last two hours. | two hours
unchanged | It rose by [[40%]] in May. | It rose by 40 % in May. | 40 %
reworded | It rose by [[40%]] in May. | It rose by 40 percent in May. | 40 percent
value changed | It rose by [[40%]] in May. | It rose by 4% in May. | 4%
value changed | It rose by [[40]] percent in May. | It rose by 14 percent in May. | 14
unchanged | The ship was [[hit]] by a wave. | The ship was nearly hit by a wave.
value changed | The ship was not [[hit by a wave]]. | The ship was hit by a wave.
unchanged | He said [[“the pier is safe”]] to all. | He said "the pier is safe" to all. | "the pier is safe"
value changed | [[It was a 24-hour strike.]] | It was a 48-hour strike.
value changed | [[The twenty-five sailors were safe.]] | The thirty-five sailors were safe.
value changed | [[He was arrested and later released.]] | He was arrested and later charged.
value changed | [[The man, who was armed, fled.]] | The man, who was unarmed, fled.
value changed | [[He pleaded guilty to the theft.]] | He pleaded not guilty to the theft.
value changed | [[The talks were held in Geneva.]] | The talks were held in Vienna.
reworded | [[The talks were held on May 5.]] | The talks were held on 5 May.
unchanged | [[The talks were held at 5 o'clock.]] | The talks were held at 5 o’clock.
reworded | [[He earned $40,000 a year.]] | He earned $40k a year.
value changed | [[The quake had a magnitude of 6.1.]] | The quake had a magnitude of 6.7.
value changed | [[Some of the crew were hurt.]] | All of the crew were hurt.
value changed | [[Several people were hurt in it.]] | Many people were hurt in it.
value changed | [[A man was hurt in the fall.]] | Two men were hurt in the fall.
unchanged | [[Mr. Kerr said he'd go.]] | Mr Kerr said he’d go.
value changed | [[The bus crashed on the A1 road.]] | The bus crashed on the A2 road.
value changed | [[The bus number 14 crashed.]] | The bus number 41 crashed.
value changed | [[He scored in the 90th minute of it.]] | He scored in the 80th minute of it.
value changed | [[She told CNN that it was over.]] | She told BBC that it was over.
value changed | [[He said: Nobody knows the cause.]] | He said: Everybody knows the cause.
value changed | [[Few people believed the mayor.]] | Most people believed the mayor.
value changed | [[the dead man’s brother]] | the injured man’s brother
value changed | [[Dr Lund]] | Dr Lind
""",
    f"{SENTENCES['tide']} {{}} {SENTENCES['channel']} {SENTENCES['divers']}",
)
ARTICLES = read_cases("""
unchanged | {tide} [[{blaze}]] {channel} {divers} | A new lead stands here now. {tide} {blaze} {channel} {divers} | {blaze}
unchanged | {tide} [[{blaze}]] {channel} {divers} | {tide} {blaze} {channel} {divers} More was said later on.
unchanged | {tide} [[{blaze}]] {channel} {divers} | The⍽Ardent⍽Tide⍽left⍽Selwick⍽at⍽dawn⍽with⍽a⍽full⍽load.⍽Forty⍽people⍽were⍽killed⍽in⍽the⍽blaze⍽at⍽the⍽mill.⍽The⍽harbour⍽master⍽closed⍽the⍽channel⍽for⍽the⍽night.⍽Divers⍽will⍽look⍽at⍽the⍽hull⍽when⍽the⍽weather⍽allows⍽it.
lost | {tide} [[{blaze}]] {channel} {divers} |
lost | {tide} [[{blaze}]] {channel} {divers} | Something else entirely was written.
moved | {tide} [[{blaze}]] {channel} {divers} | {blaze} {tide}  {channel} {divers} | {blaze}
moved | {tide} [[{blaze}]] {channel} {divers} | {tide}  {channel} {divers} {blaze} | {blaze}
unchanged | {tide} [[{blaze}]] {channel} {divers} | {tide} {blaze} {channel} {divers} {blaze}
value changed | {tide} [[{blaze}]] {channel} {divers} | {tide} Fourteen people were killed in the blaze at the mill. {channel} {divers} Correction: an earlier version said forty people were killed in the blaze at the mill.
lost | {tide} [[Three people were injured in a crash on the coast road.]] {channel} Three people were injured in a crash on the ring road. {divers} | {tide}  {channel} Three people were injured in a crash on the ring road. {divers}
value changed | {tide} The talks lasted [[four to five hours]] on Friday. {channel}  | {tide} The talks lasted roughly two hours on Friday. {channel}  | roughly two hours
value changed | {tide} [[The talks lasted four to five hours.]] {channel}  | {tide} The talks lasted roughly two hours. {channel}
reworded | {tide} The talks lasted [[two hours]] on Friday. {channel}  | {tide} The talks lasted 120 minutes on Friday. {channel}  | 120 minutes
reworded | {tide} [[They met at 16:40 on the quay.]] {channel}  | {tide} They met at 4:40 p.m. on the quay. {channel}
value changed | {tide} [[Nobody was hurt.]] {channel}  | {tide} Three people were hurt. {channel}
value changed | {tide} [[Kerr resigned on Monday.]] {channel}  | {tide} Marsh resigned on Monday. {channel}
value changed | {tide} [[Kerr resigned on Monday.]] {channel}  | {tide} Kerr resigned on Tuesday. {channel}
reworded | {tide} [[Kerr resigned on Monday.]] {channel}  | {tide} On Monday, Kerr resigned. {channel}
value changed | {tide} [[Smith beat Jones in the final.]] {channel}  | {tide} Jones beat Smith in the final. {channel}
reworded | {tide} [[The ferry sank on Monday and forty people were killed.]] {channel}  | {tide} The ferry sank on Monday. Forty people were killed. {channel}
unchanged | {tide} The ferry sank on Monday and [[forty people were killed]]. {channel}  | {tide} The ferry sank on Monday. Forty people were killed. {channel}
unchanged | {tide} [[Forty people were killed.]] {channel}  | {tide} Forty people were killed when a fire broke out at the mill. {channel}
moved | {tide} [[{blaze}]] {channel} {divers} | Other words now. {blaze} And others here too. | {blaze}
lost | The ferry, [[which carried 40 people]], sank in the bay. {channel}  | The ferry sank in the bay. {channel}
unchanged | {first}¶¶{rust} [[{limit}]] {vote}¶¶{third} | {second}¶¶{first}¶¶{third}
moved | {first}¶¶[[{rust}]] {limit} {vote}¶¶{third} | {second}¶¶{first}¶¶{third}
lost | {first}¶¶{rust} [[{limit}]] {vote}¶¶{third} | {first}¶¶{rust} {vote}¶¶{third}
moved | {first}¶¶{rust} [[{limit}]] {vote}¶¶{third} | {first}¶¶{rust} {vote}¶¶{third} {limit}
value changed | {first}¶¶{rust} They asked for [[a speed limit of 30 km/h]]. {vote}¶¶{third} | {first}¶¶{rust} They asked for a speed limit of 40 km/h. {vote}¶¶{third} | a speed limit of 40 km/h
value changed | {first}¶¶The engineers found rust on [[eleven of the 48 cables]]. {limit} {vote}¶¶{third} | {first}¶¶The engineers found rust on seven of the 48 cables. {limit} {vote}¶¶{third} | seven of the 48 cables
reworded | {first}¶¶The engineers found rust on [[eleven of the 48 cables]]. {limit} {vote}¶¶{third} | {first}¶¶The engineers found rust on 11 of the 48 cables. {limit} {vote}¶¶{third} | 11 of the 48 cables
reworded | {first}¶¶{second}¶¶{traders} One hotel owner said [[bookings had fallen by a third]] since the report came out. | {first}¶¶{second}¶¶{traders} One hotel owner said bookings had dropped by a third since the report came out. | bookings had dropped by a third
value changed | {first}¶¶{second}¶¶{traders} One hotel owner said [[bookings had fallen by a third]] since the report came out. | {first}¶¶{second}¶¶{traders} One hotel owner said bookings had risen by a third since the report came out.
unchanged | {first}¶¶{second}¶¶{traders} One hotel owner said [[bookings had fallen by a third]] since the report came out. | {first}¶¶{second}¶¶{traders} According to one hotel owner, bookings had fallen by a third since the report came out. | bookings had fallen by a third
reworded | {first}¶¶{rust} {limit} [[{vote}]]¶¶{third} | {first}¶¶{rust} {limit} Without a vote, the council agreed.¶¶{third}
value changed | {first}¶¶{rust} {limit} [[{vote}]]¶¶{third} | {first}¶¶{rust} {limit} The council agreed after a vote.¶¶{third}
value changed | {first}¶¶[[{second}]]¶¶{third} | {first}¶¶The engineers found rust on twelve of the 48 cables. {limit} {vote}¶¶{third}
reworded | {first}¶¶[[{second}]]¶¶{third} | {first}¶¶{rust} They demanded a speed limit of 30 km/h. {vote}¶¶{third}
value changed | {first}¶¶[[{second}]]¶¶{third} | {first}¶¶{rust} {vote}¶¶{third}
unchanged | {met} [[Members heard from two engineers]] who inspected the cables in June.¶¶{second}¶¶{third} | {met} Members heard from two engineers, Ida Marsh and Tom Lund, who inspected the cables in June.¶¶{second}¶¶{third}
value changed | {met} Members heard from [[two engineers who inspected the cables in June]].¶¶{second}¶¶{third} | {met} Members heard from two engineers who inspected the cables in July.¶¶{second}¶¶{third}
value changed | {met} Members heard from [[two engineers who inspected the cables in June]].¶¶{second}¶¶{third} | {met} Members heard from two engineers who inspected the cables.¶¶{second}¶¶{third}
reworded | {first}¶¶[[{rust} {limit}]] {vote}¶¶{third} | {first}¶¶The engineers found rust on eleven of the 48 cables and asked for a speed limit of 30 km/h. {vote}¶¶{third}
unchanged | {first}¶¶[[{rust}]] {limit} {vote}¶¶{third} | {first}¶¶The engineers found rust on eleven of the 48 cables and asked for a speed limit of 30 km/h. {vote}¶¶{third}
value changed | {first}¶¶{second}¶¶{traders} [[One hotel owner said]] bookings had fallen by a third since the report came out. | {first}¶¶{second}¶¶{traders} Two hotel owners said bookings had fallen by a third since the report came out.
lost | {first}¶¶{second}¶¶[[{traders}]] {hotel} | {first}¶¶{second}¶¶{hotel}
unchanged | {first}¶¶{second}¶¶[[{traders}]] {hotel} | A wholly other lead paragraph is here now.¶¶And another in the middle.¶¶{third}
unchanged | {first}¶¶{second}¶¶[[{traders}]] {hotel} | {first}¶{second}¶{third}
unchanged | {first}¶¶{second}¶¶[[{traders}]] {hotel} | {first}⇤⇤{second}⇤⇤{third}
unchanged | {first}¶¶{rust} {limit} [[The council agreed]] without a vote.¶¶{third} | {first}¶¶{second} The council agreed to meet again.¶¶{third}
lost | Police said [[three people]] were injured in the crash. The road was shut. In the town, three people were arrested for looting shops. | Police closed the road. In the town, three people were arrested for looting shops.
lost | Police said [[three people were injured]] in the crash. The road was shut for hours after that. | The road was shut for hours after that. Elsewhere, three people were injured slightly by hail.
ambiguous | A start here. [[The ministry declined to comment.]] An end here that is long. | A start there. The ministry declined to comment. Other things were said. The ministry declined to comment. Last words.
unchanged | He said so. [[The ministry declined to comment.]] An end here that is long. The ministry declined to comment. Good. | He said so. The ministry declined to comment. An end here that is long. The ministry declined to comment. Good. More.
lost | He said so. [[The ministry declined to comment.]] An end here that is long. The ministry declined to comment. Good. | He said so. An end here that is long. The ministry declined to comment. Good. More.
value changed | He said so. [[The ministry declined to comment.]] An end here that is long. The ministry declined to comment. Good. | He said so. The ministry did not decline to comment. An end here that is long. The ministry declined to comment. Good. More.
value changed | X one. [[4 people died.]] Y two. X one. 4 people died. Y two. | X one. 5 people died. Y two. X one. 4 people died. Y two.
unchanged | X one. [[4 people died.]] Y two. X one. 4 people died. Y two. | X one. 4 people died. Y two. X one. 4 people died. Y two. And so on.
unchanged | X one. 4 people died. Y two. X one. [[4 people died.]] Y two. | X one. 5 people died. Y two. X one. 4 people died. Y two.
value changed | [[40 people were killed]] | 14 people were killed
value changed | [[40 people were killed]] | 40 people were injured
moved | [[40 people were killed]] | Today 40 people were killed here
reworded | [[four people]] | 4 people
value changed | The meeting lasted [[four to five hours]]. | The meeting lasted roughly two hours.
lost | [[The mayor opened the fair.]] | Rain fell all night.
lost | The lead is here. [[Three people were injured in the crash.]] The end is here. | The lead is here. Three shops were closed in the town. The end is here.
unchanged | Утром было тихо. [[Погибли 40 человек.]] Вечером пошёл дождь. | Утром было очень тихо в городе. Погибли 40 человек. Вечером пошёл дождь.
value changed | Утром было тихо. [[Погибли 40 человек.]] Вечером пошёл дождь. | Утром было тихо. Погибли 14 человек. Вечером пошёл дождь.
value changed | Утром было тихо. [[Погибли 40 человек.]] Вечером пошёл дождь. | Утром было тихо. Пострадали 40 человек. Вечером пошёл дождь.
value changed | Утром было тихо. [[Министр не приехал в Киев.]] Вечером пошёл дождь. | Утром было тихо. Министр приехал в Киев. Вечером пошёл дождь.
value changed | 朝は静かだった。[[火災で四十人が死亡した。]]夜は雨だった。 | 朝は静かだった。火災で十四人が死亡した。夜は雨だった。
value changed | 朝は静かだった。[[火災で40人が死亡した。]]夜は雨だった。 | 朝は静かだった。火災で14人が死亡した。夜は雨だった。
unchanged | 朝は静かだった。[[火災で40人が死亡した。]]夜は雨だった。 | 市長が話した。朝は静かだった。火災で40人が死亡した。夜は雨だった。
unchanged | 朝は静かだった。[[火災で40人が死亡した。]]夜は雨だった。 | 朝は静かだった。火災で４０人が死亡した。夜は雨だった。
unchanged | كان الصباح هادئا. [[قُتل 40 شخصا في الحريق.]] هطل المطر ليلا. | كان الصباح هادئا. قتل 40 شخصا في الحريق. هطل المطر ليلا.
value changed | كان الصباح هادئا. [[قتل 40 شخصا في الحريق.]] هطل المطر ليلا. | كان الصباح هادئا. قتل 14 شخصا في الحريق. هطل المطر ليلا.
unchanged | Start 🚢 here. [[The 🚢 sank at dawn 😀.]] End. | New. Start 🚢 here. The 🚢 sank at dawn 😀. End. | The 🚢 sank at dawn 😀.
unchanged | Am Morgen war es still. [[Bei dem Brand starben 40 Menschen.]] Abends regnete es. | Am Morgen war es ganz still. Bei dem Brand starben 40 Menschen. Abends regnete es.
value changed | Am Morgen war es still. [[Bei dem Brand starben vierzig Menschen.]] Abends regnete es. | Am Morgen war es still. Bei dem Brand starben vierzehn Menschen. Abends regnete es.
value changed | Officials in the province of Marrow said on Sunday that [[the death toll from the landslide had risen to 31]] and that 12 people were still missing.¶¶{rain}¶¶{slide} {roar}¶¶{mourning} | Officials in the province of Marrow said on Sunday that the death toll from the landslide had risen to 37 and that 12 people were still missing.¶¶{rain}¶¶{slide} {roar}¶¶{mourning} | the death toll from the landslide had risen to 37
value changed | Officials in the province of Marrow said on Sunday that the death toll from the landslide had risen to 31 and that [[12 people were still missing]].¶¶{rain}¶¶{slide} {roar}¶¶{mourning} | Officials in the province of Marrow said on Sunday that the death toll from the landslide had risen to 31 and that nine were still missing.¶¶{rain}¶¶{slide} {roar}¶¶{mourning}
unchanged | Officials in the province of Marrow said on Sunday that the death toll from the landslide had risen to 31 and that [[12 people were still missing]].¶¶{rain}¶¶{slide} {roar}¶¶{mourning} | Officials in the province of Marrow said on Sunday that the death toll from the landslide had risen to 37 and that 12 people were still missing.¶¶{rain}¶¶{slide} {roar}¶¶{mourning} | 12 people were still missing
reworded | {toll}¶¶{rain}¶¶The landslide hit the village of Calder before dawn, [[burying some 20 houses]] while residents slept. {roar}¶¶{mourning} | {toll}¶¶{rain}¶¶The landslide hit the village of Calder before dawn, burying about 20 houses while residents slept. {roar}¶¶{mourning}
value changed | {toll}¶¶{rain}¶¶The landslide hit the village of Calder [[before dawn]], burying some 20 houses while residents slept. {roar}¶¶{mourning} | {toll}¶¶{rain}¶¶The landslide hit the village of Calder at noon, burying some 20 houses while residents slept. {roar}¶¶{mourning}
reworded | {toll}¶¶{rain}¶¶{slide} “We heard a roar like a train and then everything was dark,” said [[Ida Vane, a 43-year-old farmer]] who lost two cousins.¶¶{mourning} | {toll}¶¶{rain}¶¶{slide} “We heard a roar like a train and then everything was dark,” said Ida Vane, a farmer aged 43 who lost two cousins.¶¶{mourning}
value changed | {toll}¶¶{rain}¶¶{slide} “We heard a roar like a train and then everything was dark,” said [[Ida Vane, a 43-year-old farmer]] who lost two cousins.¶¶{mourning} | {toll}¶¶{rain}¶¶{slide} “We heard a roar like a train and then everything was dark,” said Ida Vane, a 34-year-old farmer who lost two cousins.¶¶{mourning}
reworded | {toll}¶¶{rain}¶¶{slide} “We heard a roar like a train and then everything was dark,” said Ida Vane, a 43-year-old farmer who [[lost two cousins]].¶¶{mourning} | {toll}¶¶{rain}¶¶{slide} “We heard a roar like a train and then everything was dark,” said Ida Vane, a 43-year-old farmer who lost her two cousins.¶¶{mourning}
value changed | {toll}¶¶{rain}¶¶{slide} {roar}¶¶[[{mourning}]] | {toll}¶¶{rain}¶¶{slide} {roar}¶¶The president declared a period of mourning and ordered the army to help.
value changed | {toll}¶¶{rain}¶¶{slide} {roar}¶¶[[{mourning}]] | {toll}¶¶{rain}¶¶{slide} {roar}¶¶President Lund declared three days of mourning and ordered the army to help.
reworded | {toll}¶¶{rain}¶¶{slide} {roar}¶¶[[{mourning}]] | {toll}¶¶{rain}¶¶{slide} {roar}¶¶Three days of mourning were declared by the president, who ordered the army to help.
lost | {toll}¶¶[[{rain}]]¶¶{slide} {roar}¶¶{mourning} | {toll}¶¶{slide} {roar}¶¶{mourning}
value changed | {toll}¶¶[[{rain}]]¶¶{slide} {roar}¶¶{mourning} | {toll}¶¶The weather service says heavy rain will hamper the search until Thursday.¶¶{slide} {roar}¶¶{mourning}
moved | {toll}¶¶{rain}¶¶{slide} [[{roar}]]¶¶{mourning} | {roar}¶¶{toll}¶¶{rain}¶¶{slide}¶¶{mourning} | {roar}
reworded | [[{toll}]]¶¶{rain}¶¶{slide} {roar}¶¶{mourning} | The death toll from the landslide had risen to 31 and 12 people were still missing, officials in the province of Marrow said on Sunday.¶¶{rain}¶¶{slide} {roar}¶¶{mourning}
value changed | {toll}¶¶[[Heavy rain is forecast until Wednesday]], hampering the search, according to the weather service.¶¶{slide} {roar}¶¶{mourning} | {toll}¶¶Heavy rain is not forecast until Wednesday, hampering the search, according to the weather service.¶¶{slide} {roar}¶¶{mourning}
reworded | {toll}¶¶[[Heavy rain is forecast until Wednesday]], hampering the search, according to the weather service.¶¶{slide} {roar}¶¶{mourning} | {toll}¶¶Heavy rain and wind are forecast until Wednesday, hampering the search, according to the weather service.¶¶{slide} {roar}¶¶{mourning}
ambiguous | {toll}¶¶{rain}¶¶{slide} {roar}¶¶[[The president declared three days of mourning]] and ordered the army to help. | {toll}¶¶{rain}¶¶{slide} {roar}¶¶{mourning}¶¶{toll}¶¶{rain}¶¶{slide} {roar}¶¶{mourning}
lost | {toll}¶¶{rain}¶¶{slide} {roar}¶¶The president declared [[three days]] of mourning and ordered the army to help. | Three days later, all was quiet in the village.
reworded | {toll}¶¶{rain}¶¶{slide} “We heard a roar like a train and then everything was dark,” [[said Ida Vane]], a 43-year-old farmer who lost two cousins.¶¶{mourning} | {toll}¶¶{rain}¶¶{slide} “We heard a roar like a train and then everything was dark,” Ida Vane said, a 43-year-old farmer who lost two cousins.¶¶{mourning}
value changed | {toll}¶¶{rain}¶¶{slide} “We heard a roar like a train and then everything was dark,” [[said Ida Vane]], a 43-year-old farmer who lost two cousins.¶¶{mourning} | {toll}¶¶{rain}¶¶{slide} “We heard a roar like a train and then everything was dark,” said Ada Vane, a 43-year-old farmer who lost two cousins.¶¶{mourning}
reworded | {toll}¶¶{rain}¶¶{slide} [[“We heard a roar like a train]] and then everything was dark,” said Ida Vane, a 43-year-old farmer who lost two cousins.¶¶{mourning} | {toll}¶¶{rain}¶¶{slide} “I heard a roar like a train and then everything was dark,” said Ida Vane, a 43-year-old farmer who lost two cousins.¶¶{mourning}
value changed | {toll}¶¶{rain}¶¶{slide} {roar}¶¶The president declared three days of mourning and [[ordered the army to help]]. | {toll}¶¶{rain}¶¶{slide} {roar}¶¶The president declared three days of mourning and refused to order the army to help.
unchanged | Officials in the province of Marrow said on Sunday that [[the death toll from the landslide had risen to 31]] and that 12 people were still missing.¶¶{rain}¶¶{slide} {roar}¶¶{mourning} | Officials in the province of Marrow said¶on Sunday that the death toll from the¶landslide had risen to 31 and that 12¶people were still missing.¶¶{rain}¶¶{slide} {roar}¶¶{mourning}
value changed | {toll}¶¶{rain}¶¶[[{slide}]] {roar}¶¶{mourning} | Officials in the province of Marrow said on Sunday¶that the death toll from the landslide had risen¶to 31 and that 12 people were still missing.¶¶Heavy rain is forecast until Wednesday, hampering¶the search, according to the weather service.¶¶The landslide hit the village of Calder before¶dawn, burying some 30 houses while residents¶slept. “We heard a roar like a train and then¶everything was dark,” said Ida Vane, a 43-year-old¶farmer who lost two cousins.¶¶The president declared three days of mourning and¶ordered the army to help.
unchanged | [[{toll}]]¶¶{rain}¶¶{slide} {roar}¶¶{mourning} | Officials in the province of Marrow said on Sunday¶that the death toll from the landslide had risen¶to 31 and that 12 people were still missing.¶¶Heavy rain is forecast until Wednesday, hampering¶the search, according to the weather service.¶¶The landslide hit the village of Calder before¶dawn, burying some 20 houses while residents¶slept. “We heard a roar like a train and then¶everything was dark,” said Ida Vane, a 43-year-old¶farmer who lost two cousins.¶¶The president declared three days of mourning and¶ordered the army to help.
""")
