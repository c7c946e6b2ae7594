"""What became of a claim where it is easy to be wrong, written before the answers were seen.

Lines are those of `relocations`; all texts are invented.
"""

# ruff: noqa: E501 (a case is read on one line)
from __future__ import annotations

from matching.tests.relocations import SENTENCES, read_cases

AMONG_OTHERS = read_cases(
    """
reworded | [[Twenty-five people were killed in the blast.]] | 25 people were killed in the blast.
value changed | [[Twenty-five people were killed in the blast.]] | 26 people were killed in the blast.
reworded | [[The two boats collided off the pier.]] | The 2 boats collided off the pier.
reworded | [[The firm employs 1200 people in the port.]] | The firm employs 1,200 people in the port.
reworded | [[The town has 1,500,000 inhabitants today.]] | The town has 1.5 million inhabitants today.
reworded | [[Prices rose by 10 percent in the town.]] | Prices rose by 10% in the town.
reworded | [[Prices rose by ten per cent in the town.]] | Prices rose by 10 percent in the town.
value changed | [[Prices rose by 10.5 percent in the town.]] | Prices rose by 10.6 percent in the town.
value changed | [[Prices rose by 10 percent in the town.]] | Prices rose by 1.0 percent in the town.
reworded | [[The fund paid $3m for the quay.]] | The fund paid $3 million for the quay.
reworded | [[The fund paid £2.4bn for the quay.]] | The fund paid £2.4 billion for the quay.
reworded | [[The fund paid 500,000 euros for the quay.]] | The fund paid €500,000 for the quay.
reworded | [[The fund paid half a million euros for the quay.]] | The fund paid €500,000 for the quay.
reworded | [[The fund paid 3 million dollars for the quay.]] | The fund paid $3m for the quay.
reworded | [[The fund paid €3.2bn for the quay.]] | The fund paid €3,200m for the quay.
reworded | [[The fund paid $3m for the quay.]] | The fund paid US$3m for the quay.
value changed | [[The fund paid $3m for the quay.]] | The fund paid A$3m for the quay.
value changed | [[The fund paid $3 million for the quay.]] | The fund paid 3 million euros for the quay.
value changed | [[The fund paid $3 million for the quay.]] | The fund paid $3 for the quay.
reworded | [[The hearing opened on Sept. 5 in the port.]] | The hearing opened on September 5 in the port.
reworded | [[The hearing opened on 5 Sept in the port.]] | The hearing opened on September 5th in the port.
value changed | [[The hearing opened on Sept. 5 in the port.]] | The hearing opened on Sept. 6 in the port.
value changed | [[The hearing opened on Sept. 5 in the port.]] | The hearing opened on Oct. 5 in the port.
reworded | [[The hearing opened on 2026-09-05 in the port.]] | The hearing opened on 5 September 2026 in the port.
value changed | [[The hearing opened on Monday in the port.]] | The hearing opened in the port.
reworded | [[The hearing opened on Monday in the port.]] | The hearing opened Monday in the port.
reworded | [[The hearing opened at 5 p.m. in the port.]] | The hearing opened at 17:00 in the port.
value changed | [[The hearing opened at 5 p.m. in the port.]] | The hearing opened at 15:00 in the port.
value changed | [[The hearing opened at 5 p.m. in the port.]] | The hearing opened at 5 a.m. in the port.
reworded | [[The hearing opened at noon in the port.]] | The hearing opened at 12 noon in the port.
reworded | [[The hearing opened at noon in the port.]] | The hearing opened at midday in the port.
reworded | [[The hearing opened at 5 p.m. EST in the port.]] | The hearing opened at 22:00 GMT in the port.
value changed | [[The hearing opened at 17:00 GMT in the port.]] | The hearing opened at 17:00 CET in the port.
reworded | [[Between 20 and 30 people were held at the port.]] | 20 to 30 people were held at the port.
reworded | [[Some 20 to 30 boats sank in the port.]] | Some 20-30 boats sank in the port.
value changed | [[Between 20 and 30 people were held at the port.]] | Between 20 and 40 people were held at the port.
reworded | [[The talks went on for four to five hours.]] | The talks went on for 4-5 hours.
value changed | [[The talks went on for four to five hours.]] | The talks went on for five hours.
value changed | [[The talks went on for four to five hours.]] | The talks went on for four to six hours.
reworded | [[The trail runs for 5 km along the shore.]] | The trail runs for 3.1 miles along the shore.
value changed | [[The trail runs for 5 km along the shore.]] | The trail runs for 5 miles along the shore.
reworded | [[It was 30C at the port.]] | It was 86F at the port.
value changed | [[It was 30C at the port.]] | It was 30F at the port.
reworded | [[She is the twenty-first mayor of the town.]] | She is the 21st mayor of the town.
reworded | [[She was the first to reach the boat.]] | She was the 1st to reach the boat.
value changed | [[She came 21st in the race.]] | She came 22nd in the race.
reworded | [[It was his hundredth race at the port.]] | It was his 100th race at the port.
value changed | [[The pier was built in 1996 by the town.]] | The pier was built in 1969 by the town.
value changed | [[The pier was built in the 1990s by the town.]] | The pier was built in the 1980s by the town.
reworded | [[Police held a 43-year-old man at the port.]] | Police held a man aged 43 at the port.
value changed | [[Police held a 43-year-old man at the port.]] | Police held a 34-year-old man at the port.
reworded | [[The house stood empty for ten years.]] | The house stood empty for a decade.
value changed | [[The house stood empty for ten years.]] | The house stood empty for two decades.
reworded | [[The strike lasted two weeks in the port.]] | The strike lasted a fortnight in the port.
reworded | [[The trip takes an hour by boat.]] | The trip takes 60 minutes by boat.
reworded | [[The trip takes a day by boat.]] | The trip takes 24 hours by boat.
value changed | [[The trip takes an hour by boat.]] | The trip takes two hours by boat.
value changed | [[She came back a month later to the port.]] | She came back a year later to the port.
value changed | [[They were at sea for weeks on end.]] | They were at sea for months on end.
value changed | [[It happened two days ago at the port.]] | It happened three days ago at the port.
value changed | [[It happened two days earlier at the port.]] | It happened two days later at the port.
reworded | [[A third of the fleet was lost at sea.]] | One-third of the fleet was lost at sea.
reworded | [[Three-quarters of the fleet was lost at sea.]] | 75 percent of the fleet was lost at sea.
reworded | [[Half of the fleet was lost at sea.]] | 50% of the fleet was lost at sea.
value changed | [[Two-thirds of the fleet was lost at sea.]] | Three-quarters of the fleet was lost at sea.
reworded | [[The trip took 2½ hours in the fog.]] | The trip took 2.5 hours in the fog.
reworded | [[The reserve covers 30 km² of the bay.]] | The reserve covers 30 square kilometres of the bay.
value changed | [[The reserve covers 30 km² of the bay.]] | The reserve covers 30 km of the bay.
reworded | [[Both men were found on the shore.]] | The two men were found on the shore.
value changed | [[Both men were found on the shore.]] | The three men were found on the shore.
reworded | [[It happened twice in the port.]] | It happened two times in the port.
value changed | [[It happened twice in the port.]] | It happened three times in the port.
reworded | [[More than 40 boats left the port.]] | Over 40 boats left the port.
reworded | [[At least 40 boats left the port.]] | 40 or more boats left the port.
value changed | [[At least 40 boats left the port.]] | Nearly 40 boats left the port.
value changed | [[The port lost 40 boats.]] | The port lost only about 40 boats.
reworded | [[As many as 40 boats left the port.]] | Up to 40 boats left the port.
value changed | [[The air cooled to minus 3 degrees at night.]] | The air cooled to 3 degrees at night.
reworded | [[The air cooled to minus 3 degrees at night.]] | The air cooled to −3 degrees at night.
value changed | [[One of the men fled from the port.]] | Two of the men fled from the port.
value changed | [[Few people believed the man.]] | A few people believed the man.
value changed | [[The crew left before 5 p.m. on the boat.]] | The crew left after 5 p.m. on the boat.
value changed | [[The yard has been shut since 2019 in the port.]] | The yard has been shut until 2019 in the port.
value changed | [[Shares were up 3% in the port.]] | Shares were down 3% in the port.
value changed | [[The attack of 9/11 changed the port.]] | The attack of 9/12 changed the port.
value changed | [[Call 555-0199 for help at the port.]] | Call 555-0198 for help at the port.
value changed | [[King Louis XIV opened the port.]] | King Louis XV opened the port.
reworded | [[The crew did not leave the boat.]] | The crew didn’t leave the boat.
reworded | [[The crew cannot leave the boat.]] | The crew can’t leave the boat.
value changed | [[The crew can leave the boat.]] | The crew can't leave the boat.
value changed | [[The mayor did not say the bridge was safe.]] | The mayor said the bridge was not safe.
value changed | [[Not all the boats were found in the bay.]] | All the boats were not found in the bay.
value changed | [[There was no evidence of a fire on the boat.]] | There was evidence of a fire on the boat.
value changed | [[The firm denied the report about the boat.]] | The firm confirmed the report about the boat.
value changed | [[The firm confirmed the report about the boat.]] | The firm denied the report about the boat.
value changed | [[The pilot refused to leave the boat.]] | The pilot agreed to leave the boat.
value changed | [[The pier is no longer safe for boats.]] | The pier is safe for boats.
value changed | [[It is likely to sink in the bay.]] | It is unlikely to sink in the bay.
value changed | [[It was possible to raise the boat.]] | It was impossible to raise the boat.
value changed | [[The crew came back with the boat.]] | The crew came back without the boat.
value changed | [[He always wore a life vest on the boat.]] | He never wore a life vest on the boat.
value changed | [[Ten people were hurt at the port.]] | Ten people were injured at the port.
value changed | [[Ten people died at the port.]] | Ten people were killed at the port.
value changed | [[Ten people are missing at the port.]] | Ten people are dead at the port.
value changed | [[The man was shot at the port.]] | The man was shot dead at the port.
value changed | [[The man was stabbed to death at the port.]] | The man was stabbed at the port.
value changed | [[Ten people were killed at the port.]] | Ten people were wounded at the port.
reworded | [[Ten people were killed at the port on that day.]] | Ten people were reportedly killed at the port on that day.
reworded | [[A blast killed ten people at the port.]] | Ten people were killed by a blast at the port.
value changed | [[Police spoke to Novak about the boat.]] | Police spoke to Nowak about the boat.
reworded | [[Police spoke to Mr Novak about the boat.]] | Police spoke to Dr Novak about the boat.
reworded | [[The minister left the room before the vote was over.]] | The president left the room before the vote was over.
value changed | [[Police spoke to Novak about the boat.]] | Police spoke to Pavel Novak about the boat.
value changed | [[Ursula von Bergen left the room at the port.]] | Ursula van Bergen left the room at the port.
value changed | [[Spain beat France.]] | France beat Spain.
value changed | [[Spain beat France in the final.]] | France beat Spain in the final.
value changed | [[Novak accused Berg of fraud.]] | Berg accused Novak of fraud.
reworded | [[Police arrested Novak.]] | Novak was arrested by police.
reworded | [[Police arrested Novak at the port.]] | Novak was arrested by police at the port.
reworded | [[Kerr hit Marsh.]] | Marsh was hit by Kerr.
reworded | [[Marsh was hit by Kerr on the quay.]] | Kerr hit Marsh on the quay.
value changed | [[Kerr hit Marsh on the quay.]] | Kerr was hit by Marsh on the quay.
value changed | [[Marsh was hit by Kerr on the quay.]] | Kerr was hit by Marsh on the quay.
reworded | [[Spain and France signed the deal.]] | France and Spain signed the deal.
value changed | [[Ships of the United Nations left the port.]] | Ships of the EU left the port.
value changed | [[She was born in New York near the port.]] | She was born in New Jersey near the port.
reworded | [[Police said the man was armed with a knife.]] | The man was armed with a knife, police said.
moved | Police said [[the man was armed with a knife]]. | The man was armed with a knife, police said. | The man was armed with a knife
unchanged | [[The man was armed with a knife.]] | The man was armed with a knife, police said. | The man was armed with a knife
unchanged | [[The man was armed with a knife.]] | Police said the man was armed with a knife.
value changed | [[Two people were killed at the port.]] | Twenty-two people were killed at the port.
value changed | [[Two people were killed at the port.]] | One hundred and two people were killed at the port.
value changed | [[The death toll rose to forty]]. | The death toll rose to forty-two.
value changed | [[The death toll rose to forty]]. | The death toll rose to forty thousand.
value changed | [[The bill came to $3]]. | The bill came to $3 million.
value changed | The port lost [[40 boats]]. | The port lost nearly 40 boats. | nearly 40 boats
value changed | The bill came to [[3 million]]. | The bill came to $3 million.
value changed | Prices rose [[by 40]] percent. | Prices rose by 40 points.
value changed | [[Nobody was on the boat.]] | Somebody was on the boat.
unchanged | The [[cease-fire]] held in the north. | The cease‑fire held in the north. | cease‑fire
unchanged | [[The year-end talks went on.]] | The year end talks went on.
unchanged | [[He said “we’re done…” and left]] | He said "we're done..." and left
unchanged | [[The ﬁrst ﬂight left the port.]] | The first flight left the port.
unchanged | [[He said ‘it’s over’ to Mr. Kerr.]] | He said “it's over” to Mr Kerr.
unchanged | [[The score was 2-1 at the end.]] | The score was 2–1 at the end.
value changed | [[The score was 2-1 at the end.]] | The score was 1-2 at the end.
unchanged | [[The U.N. sent boats to the port.]] | The UN sent boats to the port.
unchanged | [[Kim Jong Un visited the port.]] | Kim Jong-un visited the port.
unchanged | [[It weighs 5 kg on the boat.]] | It weighs 5kg on the boat.
reworded | [[It weighs 5 kg on the boat.]] | It weighs 5,000 grams on the boat.
reworded | [[About 1 million people live in the port.]] | About a million people live in the port.
value changed | [[The family 👨‍👩‍👧 was found at noon.]] | The family 👨‍👩‍👧 was found at midnight.
unchanged | [[The flag 🇬🇧 was seen ❤️ there.]] | The flag 🇬🇧 was seen ❤ there.
value changed | [[The award went to Ali, not Omar.]] | The award went to Omar, not Ali.
value changed | [[Iran struck Iraq at dawn.]] | Iraq struck Iran at dawn.
value changed | [[Trade flows from Spain to France.]] | Trade flows from France to Spain.
reworded | [[The minister said on Monday that talks had begun.]] | On Monday the minister said that talks had begun.
value changed | [[Kerr, 45, and Marsh, 54, were held.]] | Kerr, 54, and Marsh, 45, were held.
value changed | [[He won 52 percent and she won 48 percent.]] | He won 48 percent and she won 52 percent.
reworded | [[The bus, carrying 50 people, left at dawn.]] | The bus left at dawn, carrying 50 people.
value changed | [[A week after the storm they met.]] | A day after the storm they met.
value changed | [[The payment is made monthly by the town.]] | The payment is made weekly by the town.
value changed | [[It was seen late on Monday in the bay.]] | It was seen early on Monday in the bay.
unchanged | [[The café — she said – was full]] | The cafe◌ - she said — was full
""",
    f"{SENTENCES['tide']} {{}} {SENTENCES['channel']} {SENTENCES['divers']}",
)
ARTICLES = read_cases("""
value changed | Spain reported 40 cases. [[France reported 20 cases.]] Italy reported 30 cases. | Spain reported 45 cases. France reported 25 cases. Italy reported 35 cases. | France reported 25 cases.
lost | Spain reported 40 cases. [[France reported 20 cases.]] Italy reported 30 cases. | Spain reported 40 cases. Italy reported 30 cases.
unchanged | The start is here. [[It opened at 5 p.m.]] Police closed the road. | The start is here now. It opened at 5 p.m. Police closed the road. | It opened at 5 p.m.
value changed | The start is here. [[It opened at 5 p.m.]] Police closed the road. | The start is here. It opened at 6 p.m. Police closed the road. | It opened at 6 p.m.
reworded | The start is here. [[It opened at 17:00.]] Police closed the road. | The start is here. It opened at 5 p.m. Police closed the road. | It opened at 5 p.m.
value changed | The start is here. [[It opened at 17:30 in the hall.]] Police closed the road. | The start is here. It opened in the hall at 5 p.m. Police closed the road. | It opened in the hall at 5 p.m.
value changed | The start is here. [[He works for Acme Corp.]] Police closed the road. | The start is here. He works for Delta Inc. Police closed the road. | He works for Delta Inc.
reworded | {tide} [[{met} {heard}]] {channel} | {tide} {heard} {met} {channel}
value changed | {tide} [[{met} {heard}]] {channel} | {tide} The council met on Monday to discuss the bridge. {heard} {channel} | The council met on Monday to discuss the bridge. Members heard from two engineers who inspected the cables in June.
lost | {tide} [[{traders}]] {channel} {divers} | {tide} {channel} {divers} Traders hope for the winter fair.
unchanged | {tide} [[{blaze}]] {channel} {blaze} {divers} | {tide} {blaze} {channel} {divers} | {blaze}
lost | {tide} [[{blaze}]] {channel} {divers} {blaze} | {tide} {channel} {divers} {blaze}
moved | {tide} [[{blaze}]] {channel}¶¶{met} {rust}¶¶{traders} | {tide} {channel}¶¶{met} {blaze} {rust}¶¶{traders} | {blaze}
unchanged | {tide} {channel} {divers}¶¶{met} [[{blaze}]] {rust}¶¶{traders} | {met} {blaze} {rust}¶¶{tide} {channel} {divers}¶¶{traders} | {blaze}
ambiguous | {tide} [[{blaze}]] {channel} {divers} | {tide} {blaze} {channel} {divers} {tide} {blaze} {channel} {divers}
unchanged | {tide} [[{blaze}]] {channel} {divers} | {tide} {blaze} {channel} {divers} {hotel} {blaze}
unchanged | {tide} [[{blaze}]] {channel} {divers} | Forty people were killed in the blaze at the mill. {hotel} {tide} {blaze} {channel} {divers}
value changed | {tide} [[{blaze}]] {channel} {divers} | {tide} Fourteen people were killed in the blaze at the mill. {channel} {divers} {hotel} {blaze}
unchanged | {tide}¶¶[[{blaze}]]¶¶{channel} | {tide}⇤⇤{blaze}⇤⇤{channel} | {blaze}
unchanged | {tide}¶¶[[{blaze}¶¶{channel}]]¶¶{divers} | {tide}⇤⇤{blaze}⇤⇤{channel}⇤⇤{divers} | {blaze}⇤⇤{channel}
value changed | 朝は静かだった。[[市長は三人が負傷したと述べた。]]夜は雨だった。 | 朝は静かだった。市長は五人が負傷したと述べた。夜は雨だった。 | 市長は五人が負傷したと述べた。
value changed | 朝は静かだった。市長は[[三人が負傷した]]と述べた。夜は雨だった。 | 朝は静かだった。市長は五人が負傷したと述べた。夜は雨だった。 | 五人が負傷した
value changed | 朝は静かだった。市長は[[30人が負傷した]]と述べた。夜は雨だった。 | 朝は静かだった。市長は50人が死亡したと述べた。夜は雨だった。 | 50人が死亡した
reworded | 朝は静かだった。[[市長は会議で新しい橋の計画を発表した。]]夜は雨だった。 | 朝は静かだった。市長は会議で新しい橋の案を発表した。夜は雨だった。 | 市長は会議で新しい橋の案を発表した。
reworded | 朝は静かだった。市長は[[会議で新しい橋の計画を]]発表した。夜は雨だった。 | 朝は静かだった。市長は会議で新しい大橋の計画を発表した。夜は雨だった。 | 会議で新しい大橋の計画を
value changed | 会议在北京举行。[[火灾造成40人死亡。]]晚上下雨。 | 会议在北京举行。火灾造成14人死亡。晚上下雨。 | 火灾造成14人死亡。
value changed | 会议在北京举行。[[火灾造成四十人死亡]]，警方说。晚上下雨。 | 会议在北京举行。火灾造成十四人死亡，警方说。晚上下雨。 | 火灾造成十四人死亡
value changed | 会议在北京举行。[[火灾造成四十人死亡]]，警方说。晚上下雨。 | 会议在北京举行。火灾造成四十人受伤，警方说。晚上下雨。 | 火灾造成四十人受伤
unchanged | 会议在北京举行。[[火灾造成40人死亡。]]晚上下雨。 | 新的开头。会议在北京举行。火灾造成40人死亡。晚上下雨。 | 火灾造成40人死亡。
value changed | 会议在北京举行。[[他没有离开北京。]]晚上下雨。 | 会议在北京举行。他离开北京。晚上下雨。 | 他离开北京。
lost | 会议在北京举行。[[火灾造成40人死亡。]]晚上下雨。 | 会议在北京举行。晚上下雨。
value changed | 아침은 조용했다. [[화재로 40명이 숨졌다.]] 밤에는 비가 왔다. | 아침은 조용했다. 화재로 14명이 숨졌다. 밤에는 비가 왔다. | 화재로 14명이 숨졌다.
unchanged | הבוקר היה שקט. [[ארבעים איש נהרגו בשריפה.]] בלילה ירד גשם. | חדשות. הבוקר היה שקט. ארבעים איש נהרגו בשריפה. בלילה ירד גשם. | ארבעים איש נהרגו בשריפה.
value changed | הבוקר היה שקט. [[40 איש נהרגו בשריפה.]] בלילה ירד גשם. | הבוקר היה שקט. 14 איש נהרגו בשריפה. בלילה ירד גשם. | 14 איש נהרגו בשריפה.
value changed | كان الصباح هادئا. [[قتل ٤٠ شخصا في الحريق.]] هطل المطر ليلا. | كان الصباح هادئا. قتل ١٤ شخصا في الحريق. هطل المطر ليلا. | قتل ١٤ شخصا في الحريق.
reworded | كان الصباح هادئا. [[قتل ٤٠ شخصا في الحريق.]] هطل المطر ليلا. | كان الصباح هادئا. قتل 40 شخصا في الحريق. هطل المطر ليلا. | قتل 40 شخصا في الحريق.
value changed | كان الصباح هادئا. [[لم يصل الوزير إلى المدينة.]] هطل المطر ليلا. | كان الصباح هادئا. وصل الوزير إلى المدينة. هطل المطر ليلا.
unchanged | The start is here. [[Two people 👩🏽‍🚒 were seen.]] The end. | New. The start is here. Two people 👩🏽‍🚒 were seen. The end. | Two people 👩🏽‍🚒 were seen.
value changed | The start is here. [[Two people 👩🏽‍🚒 were seen.]] The end. | The start is here. Six people 👩🏽‍🚒 were seen. The end. | Six people 👩🏽‍🚒 were seen.
lost | The start is here. [[A man was seen on the roof of the bank at dawn.]] The end is here. | The start is here. The end is here.
value changed | A start. The toll is [[at least 40]] so far. The end. | A start. The toll is at least 46 so far. The end. | at least 46
value changed | A start. The toll is [[at least 40]] so far. The end. | A start. The toll is exactly 40 so far. The end.
unchanged | A start. The toll is at least [[40 dead]] so far. The end. | A start. The toll is at least 40 dead so far. The end. More. | 40 dead
value changed | A start. The toll is [[40 dead and 12 missing]]. The end. | A start. The toll is 40 dead and 14 missing. The end. | 40 dead and 14 missing
value changed | A start. The toll is [[40 dead and 12 missing]]. The end. | A start. The toll is 40 dead. The end. | 40 dead
reworded | {tide} [[{met} {heard}]] {channel} | {tide} {met} More was on the list. {heard} {channel}
""")
