"""What became of a claim in news of every day: who, where, how many, and in other scripts.

Lines are those of `relocations`; all texts are invented.
"""

# ruff: noqa: E501 (a case is read on one line)
from __future__ import annotations

from matching.tests.relocations import SENTENCES, read_cases

AMONG_OTHERS = read_cases(
    """
value changed | [[Officials confirmed 17 deaths in the flood.]] | Officials confirmed 71 deaths in the flood.
value changed | [[The blaze killed three firefighters.]] | The blaze injured three firefighters.
value changed | [[Unemployment fell to 4.2% in the third quarter.]] | Unemployment fell to 4.2% in the fourth quarter.
value changed | [[Unemployment fell to 4.2% in the third quarter.]] | Unemployment rose to 4.2% in the third quarter.
value changed | [[The company will cut 1,200 jobs by 2027.]] | The company will cut 1,200 jobs by 2028.
value changed | [[The company will cut 1,200 jobs by 2027.]] | The company will not cut 1,200 jobs by 2027.
reworded | [[The company will cut 1,200 jobs by 2027.]] | By 2027 the company will cut 1,200 jobs.
reworded | [[The company will cut 1,200 jobs by 2027.]] | The firm will cut 1,200 jobs by 2027.
reworded | [[The ship, which was built in Norway, sank within minutes.]] | Built in Norway, the ship sank within minutes.
value changed | [[The ship, which was built in Norway, sank within minutes.]] | The ship, which was built in Sweden, sank within minutes.
value changed | [[Prime Minister Anna Berg resigned.]] | Prime Minister Anna Bergh resigned.
value changed | [[Anna Berg resigned.]] | Anne Berg resigned.
value changed | [[Rescuers found nobody alive in the hull.]] | Rescuers found somebody alive in the hull.
value changed | [[No charges were brought against him.]] | Charges were brought against him.
value changed | [[The minister never met the banker.]] | The minister met the banker.
value changed | [[The minister met the banker.]] | The minister hasn't met the banker.
value changed | [[He acted without help from the bank.]] | He acted with help from the bank.
value changed | [[The bank said it was not insolvent.]] | The bank said it was insolvent.
value changed | [[Neither driver was speeding at the time.]] | Either driver was speeding at the time.
value changed | [[The mayor failed to sign the letter.]] | The mayor signed the letter.
value changed | [[Three of the five suspects were freed.]] | Two of the five suspects were freed.
value changed | [[Three of the five suspects were freed.]] | Three of the six suspects were freed.
reworded | [[Three of the five suspects were freed.]] | Three of five suspects were freed.
value changed | [[The bridge is 1,280 metres long.]] | The bridge is 1,280 feet long.
reworded | [[The bridge is 1,280 metres long.]] | The bridge is 1.28 km long.
value changed | [[It opened on 3 March 2014.]] | It opened on 4 March 2014.
reworded | [[It opened on 3 March 2014.]] | It opened on March 3, 2014.
reworded | [[It opened on 3 March 2014.]] | It opened on the 3rd of March 2014.
reworded | [[It opened on 3 March 2014.]] | It opened on 3 Mar. 2014.
value changed | [[It opened on 3 March 2014.]] | It opened in March 2014.
value changed | [[The vote is on Thursday.]] | The vote is on Friday.
value changed | [[The vote is next week.]] | The vote is this week.
value changed | [[The vote is tomorrow.]] | The vote is today.
value changed | [[He was sentenced to 12 years in prison.]] | He was sentenced to 20 years in prison.
value changed | [[He was sentenced to 12 years in prison.]] | He was sentenced to 12 months in prison.
reworded | [[He was sentenced to 12 years in prison.]] | He was sentenced to twelve years in jail.
value changed | [[He was charged with fraud.]] | He was convicted of fraud.
value changed | [[Doctors said she was dead.]] | Doctors said she was alive.
value changed | [[The pilot survived the crash.]] | The pilot died in the crash.
value changed | [[A dozen shops burned down.]] | Two dozen shops burned down.
reworded | [[A dozen shops burned down.]] | 12 shops burned down.
reworded | [[Two dozen shops burned down.]] | Twenty-four shops burned down.
value changed | [[Thousands marched in the rain.]] | Tens of thousands marched in the rain.
value changed | [[Several hundred marched in the rain.]] | Several thousand marched in the rain.
value changed | [[A majority of members voted for it.]] | A minority of members voted for it.
reworded | [[The fee doubled to $20.]] | The fee has doubled to $20.
value changed | [[The fee doubled to $20.]] | The fee tripled to $20.
reworded | [[The price is $1,000.]] | The price is $1000.
reworded | [[The price is $1,000.]] | The price is 1,000 dollars.
reworded | [[The price is $0.50.]] | The price is 50 cents.
value changed | [[The price is $1,000.]] | The price is €1,000.
value changed | [[The price is $1.5bn.]] | The price is $1.5m.
reworded | [[The price is $1.5bn.]] | The price is $1,500 million.
value changed | [[The reading was 38.5°C.]] | The reading was 38.5°F.
reworded | [[The reading was 38.5°C.]] | The reading was 38.5 degrees Celsius.
value changed | [[A 6.4-magnitude quake hit the coast.]] | A 6.7-magnitude quake hit the coast.
reworded | [[A 6.4-magnitude quake hit the coast.]] | A quake of magnitude 6.4 hit the coast.
value changed | [[He finished in 9.58 seconds.]] | He finished in 9.85 seconds.
value changed | [[They lost 4-0 at home.]] | They lost 4-1 at home.
value changed | [[They lost 4-0 at home.]] | They won 4-0 at home.
value changed | [[The odds are one in ten.]] | The odds are one in five.
reworded | [[The odds are one in ten.]] | The odds are 1 in 10.
value changed | [[About two-thirds of voters said no.]] | About a third of voters said no.
value changed | [[It is the third-largest port in Europe.]] | It is the second-largest port in Europe.
value changed | [[It is the third-largest port in Europe.]] | It is the third-largest port in Asia.
value changed | [[Flight MH17 left Amsterdam at noon.]] | Flight MH370 left Amsterdam at noon.
value changed | [[Route 66 was closed.]] | Route 99 was closed.
value changed | [[Russia and Ukraine traded fire overnight.]] | Russia and Belarus traded fire overnight.
value changed | [[Israel told Egypt about the plan.]] | Egypt told Israel about the plan.
value changed | [[Russia sold the jets to India.]] | India sold the jets to Russia.
value changed | [[Lund was replaced by Berg.]] | Berg was replaced by Lund.
value changed | [[Lund replaced Berg.]] | Lund was replaced by Berg.
reworded | [[Lund replaced Berg.]] | Berg was replaced by Lund.
reworded | [[Germany defeated Brazil on Tuesday.]] | Brazil were defeated by Germany on Tuesday.
value changed | [[Germany defeated Brazil on Tuesday.]] | Germany were defeated by Brazil on Tuesday.
reworded | [[The dog bit the man in the park.]] | The man was bitten by the dog in the park.
unchanged | [[The dog bit the man in the park.]] | The dog bit the man in the park .
unchanged | [[“It’s a disgrace,” he said – twice.]] | "It's a disgrace", he said - twice.
unchanged | [[The co-operation deal was signed.]] | The co‐operation deal was signed.
unchanged | [[It was £5 million in all…]] | It was £5⍽million in all...
unchanged | [[The Mayor’s office closed.]] | The Mayor`s office closed.
unchanged | [[He said: 'No comment.']] | He said: «No comment.»
unchanged | [[the so-called “peace plan”]] | the so‑called 'peace plan'
unchanged | [[ＡＢＣ reported the ﬁre.]] | ABC reported the fire.
unchanged | [[The minister (centre) left.]] | The minister [centre] left.
unchanged | [[Naïve plans were dropped.]] | NAÏVE PLANS WERE DROPPED.
unchanged | [[The A/B test ended.]] | The A / B test ended.
reworded | [[He sang loudly in the old hall.]] | He sang very loudly in the old hall.
reworded | [[Police found a body in the river near the mill.]] | Police found a body in the river near the old mill.
lost | [[Police found a body in the river.]] | Ministers discussed the budget.
lost | [[Shoppers flocked to the new store.]] | The weather stayed dry.
value changed | Prices [[rose 5 percent]] in May. | Prices rose 6 percent in May. | rose 6 percent
unchanged | Prices [[rose 5 percent]] in May. | Prices rose 5 percent in June. | rose 5 percent
reworded | Prices [[rose 5 percent]] in May. | Prices rose by 5 percent in May. | rose by 5 percent
value changed | The storm [[killed 12 people]] on Sunday. | The storm killed at least 12 people on Sunday. | killed at least 12 people
unchanged | The storm [[killed 12 people]] on Sunday. | The storm, which came at night, killed 12 people on Sunday. | killed 12 people
unchanged | The storm [[killed 12 people]]. | The storm killed 12 people and left 40 homeless. | killed 12 people
value changed | The storm [[killed]] 12 people. | The storm injured 12 people. | injured
value changed | [[The storm killed 12]] people. | The storm killed 12,000 people.
value changed | [[The storm killed 12]] people. | The storm killed 12 or more people.
value changed | The trial begins [[on 5]] May. | The trial begins on 6 May.
unchanged | [[The inquiry]] opened on Monday. | The inquiry opened on Tuesday. | The inquiry
unchanged | [[Lund]] said he would resign. | Lund said he would not resign. | Lund
unchanged | [[The firm]] denied it. | The firm admitted it. | The firm
unchanged | Lund said [[he would resign]]. | Lund said again he would resign. | he would resign
value changed | Lund said [[he would resign]]. | Lund said he would not resign. | he would not resign
value changed | Lund said [[he would resign]]. | Lund denied he would resign. | he would resign
moved | Lund said [[the bridge had been safe for years]]. | The bridge had been safe for years, Lund said. | The bridge had been safe for years
reworded | [[Two men and a woman were held.]] | A woman and two men were held.
value changed | [[Two men and a woman were held.]] | Two women and a man were held.
value changed | [[Two men and three women were held.]] | Three men and two women were held.
reworded | [[Two men and three women were held.]] | Three women and two men were held.
reworded | [[Kerr scored twice and Marsh once.]] | Marsh scored once and Kerr twice.
value changed | [[Kerr scored twice and Marsh once.]] | Kerr scored once and Marsh twice.
value changed | [[Sales rose 3% in Spain and 5% in Italy.]] | Sales rose 5% in Spain and 3% in Italy.
reworded | [[Sales rose 3% in Spain and 5% in Italy.]] | Sales rose 5% in Italy and 3% in Spain.
value changed | [[Talks begin at 9 a.m. in Oslo and at 3 p.m. in Rome.]] | Talks begin at 3 p.m. in Oslo and at 9 a.m. in Rome.
reworded | [[He was born in Oslo and died in Rome.]] | Born in Oslo, he died in Rome.
value changed | [[He was born in Oslo and died in Rome.]] | He was born in Rome and died in Oslo.
reworded | [[The army said rebels shot two soldiers.]] | Two soldiers were shot by rebels, the army said.
lost | Prices [[rose 5 percent]] in May. | Prices climbed 5 percent in May.
unchanged | Police said [[40 people]] were held. | Police said 40 people, 12 of them children, were held. | 40 people
unchanged | It met [[on Monday]] in town. | It met on Monday, 5 May, in town. | on Monday
unchanged | It began [[at 5 p.m.]] in town. | It began at 5 p.m. on Monday in town. | at 5 p.m.
unchanged | It cost [[$3 million]] to build. | It cost $3 million (€2.8 million) to build. | $3 million
unchanged | The road is [[5 miles]] long. | The road is 5 miles (8 km) long. | 5 miles
unchanged | They won [[3-1]] at home. | They won 3-1 away. | 3-1
unchanged | Some [[40 people]] were held. | Around 40 people were held. | 40 people
unchanged | At least [[40 people]] were held. | At least 40 people, most of them men, were held. | 40 people
unchanged | In [[2019]] it was shut. | In May 2019 it was shut. | 2019
unchanged | He is [[45]] now. | He is 45, police said now. | 45
unchanged | Kerr, [[45]], was held. | Kerr, 45, of Selwick, was held. | 45
unchanged | It took [[two hours]] to end. | It took two hours later to end. | two hours
unchanged | The [[first man]] left. | The very first man left. | first man
unchanged | It killed [[12]] on Sunday. | It killed 12 late on Sunday. | 12
unchanged | It killed [[12 and injured 30]] on Sunday. | It killed 12 and injured 30 others on Sunday. | 12 and injured 30
unchanged | The law [[passed 52-48]] on Monday. | The law passed 52-48 after debate on Monday. | passed 52-48
unchanged | Of [[three suspects]], one fled. | Of the three suspects, one fled. | three suspects
unchanged | A total of [[40 boats]] sank. | In all, a total of 40 boats sank. | 40 boats
unchanged | Lund bought [[five]] houses. | Lund bought five big houses. | five
unchanged | Lund bought [[five]] houses. | Lund bought five boats. | five
value changed | It was [[half]] empty then. | It was nearly half empty then. | nearly half
reworded | [[The European Union sent two ships.]] | The EU sent two ships.
reworded | [[Ships of the UN left the port.]] | Ships of the United Nations left the port.
value changed | [[The European Union sent two ships.]] | The UN sent two ships.
reworded | [[Ships of the Ministry of Public Works left the port.]] | Ships of the MPW left the port.
""",
    f"{SENTENCES['tide']} {{}} {SENTENCES['channel']} {SENTENCES['divers']}",
)
ARTICLES = read_cases("""
ambiguous | A one. [[The toll is 12.]] B two. | A one. The toll is 12. B two. C three. A one. The toll is 12. B two.
unchanged | A one. [[The toll is 12.]] B two. C three. The toll is 12. D four. | A one. The toll is 12. B two. C three. D four.
lost | A one. [[The toll is 12.]] B two. C three. The toll is 12. D four. | A one. B two. C three. The toll is 12. D four.
lost | Alpha one. [[A fire at a mill in Calder killed two.]] Beta two. A fire at a depot in Selwick killed two. Gamma three. | Alpha one. Beta two. A fire at a depot in Selwick killed two. Gamma three.
lost | Alpha one. [[A fire at a mill in Calder killed two.]] Beta two. Gamma three. | Alpha one. Beta two. Gamma three. A fire at a depot in Selwick hurt nine.
value changed | {tide}¶¶{channel} [[{blaze}]]¶¶{divers} | {tide}¶¶{channel}¶¶Forty-one people were killed in the blaze at the mill.¶¶{divers} | Forty-one people were killed in the blaze at the mill.
moved | {tide}¶¶[[{blaze}]]¶¶{channel}¶¶{divers} | {tide}¶¶{channel}¶¶{divers}¶¶{blaze} | {blaze}
unchanged | {tide}¶¶[[{blaze}]]¶¶{channel}¶¶{divers} | {tide} {blaze} {channel} {divers} | {blaze}
unchanged | {tide} [[{blaze}]] {channel} | {hotel} {blaze} {channel} | {blaze}
unchanged | {tide} [[{blaze}]] {channel} | {tide} {blaze} {hotel} | {blaze}
reworded | {tide} [[{blaze} {channel}]] {divers} | {tide} {blaze} And then the harbour master closed the channel for the night. {divers}
value changed | {tide} [[{blaze} {channel}]] {divers} | {tide} {blaze} The harbour master did not close the channel for the night. {divers}
value changed | {tide} [[{blaze} {channel}]] {divers} | {tide} {channel} {divers}
reworded | {tide} [[The ferry sank off Calder on Monday, killing 12 people.]] {channel} | {tide} The ferry sank off Calder on Monday. It killed 12 people. {channel} | The ferry sank off Calder on Monday. It killed 12 people.
reworded | {tide} [[The ferry sank off Calder. Twelve people were killed.]] {channel} | {tide} The ferry sank off Calder and 12 people were killed. {channel} | The ferry sank off Calder and 12 people were killed.
value changed | {tide} [[The ferry sank off Calder. Twelve people were killed.]] {channel} | {tide} The ferry sank off Calder and 13 people were killed. {channel} | The ferry sank off Calder and 13 people were killed.
value changed | The talks start at 9 a.m. [[Police expect 400 protesters.]] {channel} | The talks start at 10 a.m. Police expect 500 protesters. {channel} | Police expect 500 protesters.
reworded | The talks start at 9:00. [[Police expect 400 protesters in the town.]] {channel} | The talks start at 9 a.m. Police expect 400 protesters in town. {channel} | Police expect 400 protesters in town.
value changed | {tide} [[The flight left at 5 p.m.]] Kerr was on board. {channel} | {tide} The flight left at 6 p.m. Kerr was on board. {channel} | The flight left at 6 p.m.
value changed | {tide} [[He moved to Washington, D.C.]] Kerr stayed behind. {channel} | {tide} He moved to Boston, Mass. Kerr stayed behind. {channel} | He moved to Boston, Mass
value changed | {tide} [[Profit was $3m at Acme Ltd.]] Kerr owns it. {channel} | {tide} Profit was $4m at Acme Ltd. Kerr owns it. {channel} | Profit was $4m at Acme Ltd.
unchanged | 市議会は火曜日に開かれた。[[予算は三億円とされた。]]議員は賛成した。 | 市議会は火曜日に開かれた。予算は三億円とされた。 議員は賛成した。
value changed | 市議会は火曜日に開かれた。[[予算は三億円とされた。]]議員は賛成した。 | 市議会は火曜日に開かれた。予算は五億円とされた。議員は賛成した。 | 予算は五億円とされた。
value changed | 市議会は火曜日に開かれた。[[予算は3億円とされた]]と市長は述べた。議員は賛成した。 | 市議会は火曜日に開かれた。予算は5億円とされたと市長は述べた。議員は賛成した。 | 予算は5億円とされた
moved | 市議会は火曜日に開かれた。[[予算は三億円とされた。]]議員は賛成した。雨だった。 | 市議会は火曜日に開かれた。議員は賛成した。雨だった。予算は三億円とされた。 | 予算は三億円とされた。
ambiguous | 市議会は開かれた。[[予算は三億円とされた。]]議員は賛成した。 | 市議会は開かれた。予算は三億円とされた。議員は賛成した。市議会は開かれた。予算は三億円とされた。議員は賛成した。
lost | 市議会は開かれた。[[予算は三億円とされた。]]議員は賛成した。 | 市議会は開かれた。議員は賛成した。
unchanged | 市議会は「[[予算は十分だ]]」と述べた。議員は賛成した。 | 市議会は『予算は十分だ』と述べた。議員は賛成した。 | 予算は十分だ
unchanged | 他说：“[[我们不会离开]]。”警方说。 | 他说：「我们不会离开。」警方说。 | 我们不会离开
value changed | 他说：“[[我们不会离开]]。”警方说。 | 他说：“我们会离开。”警方说。 | 我们会离开
reworded | 市長は昨日、[[新しい駅の計画を公表した]]。議員は賛成した。 | 市長は昨日、新しい駅の計画を発表した。議員は賛成した。 | 新しい駅の計画を発表した
value changed | رئيس الوزراء [[زار القاهرة يوم الاثنين]]. عاد مساء. | رئيس الوزراء زار القاهرة يوم الثلاثاء. عاد مساء.
unchanged | رئيس الوزراء [[زار القاهرة]]، وعاد مساء. | رئيس الوزراء زار القاهرة وعاد مساء. | زار القاهرة
unchanged | ‏[[שר החוץ נפגש עם שגריר צרפת]]. הוא חזר. | שר החוץ נפגש עם שגריר צרפת. הוא חזר. | שר החוץ נפגש עם שגריר צרפת
value changed | [[שר החוץ נפגש עם 3 שגרירים]]. הוא חזר. | שר החוץ נפגש עם 5 שגרירים. הוא חזר. | שר החוץ נפגש עם 5 שגרירים
unchanged | Fans 🎉🎉 sang. [[We won 🏆 3-1 🇫🇷!]] Good night. | Fans 🎉 sang. We won 🏆 3–1 🇫🇷! Good night. | We won 🏆 3–1 🇫🇷!
value changed | Fans sang. [[We won 🏆 3-1 🇫🇷!]] Good night. | Fans sang. We won 🏆 3-2 🇫🇷! Good night. | We won 🏆 3-2 🇫🇷!
unchanged | [[Ça a coûté 5 € à l’État.]] Fin. | Ça a coûté 5 € à l'État. Fin. | Ça a coûté 5 € à l'État.
value changed | [[Ça a coûté 5 € à l’État.]] Fin. | Ça a coûté 50 € à l'État. Fin. | Ça a coûté 50 € à l'État.
unchanged | [[Ça a coûté 5 € à l’État.]] Fin. | Ça a coûté 5⍽€ à l’État. Fin. | Ça a coûté 5⍽€ à l’État.
value changed | Am Montag. [[Der Minister war nicht in Berlin.]] Ende. | Am Montag. Der Minister war in Berlin. Ende. | Der Minister war in Berlin.
value changed | Am Montag. [[Der Minister war in Berlin.]] Ende. | Am Montag. Der Minister war in Bonn. Ende. | Der Minister war in Bonn.
unchanged | A.¶¶[[Two boats sank.¶Nine men drowned.]]¶¶B. | A.⇤⇤Two boats sank.⇤Nine men drowned.⇤⇤B.
unchanged | A.¶¶[[Two boats sank. Nine men drowned.]]¶¶B. | A.¶¶Two boats sank.¶¶Nine men drowned.¶¶B.
reworded | 会议在北京举行。[[火灾造成40人死亡。]]晚上下雨。 | 会议在北京举行。火灾造成四十人死亡。晚上下雨。 | 火灾造成四十人死亡。
value changed | 市議会が開かれた。[[市長は計画を発表した。]]雨だった。 | 市議会が開かれた。市長は計画を発表しなかった。雨だった。 | 市長は計画を発表しなかった。
value changed | 市議会が開かれた。[[会議は火曜日に始まる。]]雨だった。 | 市議会が開かれた。会議は水曜日に始まる。雨だった。 | 会議は水曜日に始まる。
value changed | 市議会が開かれた。[[会議は昨年始まった。]]雨だった。 | 市議会が開かれた。会議は今年始まった。雨だった。 | 会議は今年始まった。
reworded | 市議会が開かれた。[[二十五人が会議に来た。]]雨だった。 | 市議会が開かれた。25人が会議に来た。雨だった。 | 25人が会議に来た。
value changed | 市議会が開かれた。[[二十五人が会議に来た。]]雨だった。 | 市議会が開かれた。26人が会議に来た。雨だった。 | 26人が会議に来た。
unchanged | The start. [[It killed 12.]] The end. | The start. It killed 12. More than that is not known. The end. | It killed 12.
unchanged | The start. [[It killed 12]] and hurt 30. The end. | The start. It killed 12 and hurt 35. The end. | It killed 12
unchanged | The start. [[It rose to 12]]. Two boats sank. The end. | The start. It rose to 12. Three boats sank. The end. | It rose to 12
""")
