"""Words that lead to other stories: related lists, teasers, most-read boxes."""

from __future__ import annotations

from articles.extraction.vocabulary.concepts import Concept, Kind, Terms

OTHERS = (
    Terms(
        Concept.RELATED,
        Kind.OPENER,
        {
            "en": "related | related articles | related article | related stories | related story"
            " | related posts | related post | related content | related news | related"
            " topics | related links | related coverage | related reading | related videos |"
            " you may like | you may also like | you might also like | you might like | you"
            " may also enjoy | you might be interested in | may interest you | recommended |"
            " recommended for you | recommended stories | recommended articles | recommended"
            " reading | we recommend | most read | most popular | most viewed | most shared"
            " | most recent | most watched | trending | trending now | trending stories |"
            " trending news | trending topics | now trending | popular | popular posts |"
            " popular stories | popular articles | popular now | popular news | latest |"
            " latest news | latest stories | latest posts | latest articles | latest"
            " headlines | the latest | recent posts | recent stories | recent articles |"
            " recent news | top stories | top news | top headlines | more stories | more"
            " news | more articles | more coverage | more to read | more on this story |"
            " more on this topic | more on this | more like this | more for you | more top"
            " stories | more headlines | also in the news | in other news | other stories |"
            " other news | other articles | must read | must reads | don t miss | don t miss"
            " it | in case you missed it | editor s picks | editors picks | editor s choice"
            " | editor s pick | featured | featured stories | featured articles | featured"
            " posts | read next | up next | next up | next story | what to read next | keep"
            " reading | continue reading | further reading | read more | see more | see also"
            " | check also | also read | read also | also see | read more here | explore"
            " more | explore more on these topics | from our partners | from around the web"
            " | around the web | from the web | promoted stories | promoted content |"
            " sponsored content | sponsored stories | sponsored links | partner content |"
            " paid content | more from the web | elsewhere on the site | stories for you |"
            " selected for you | for you | breaking news | live updates | top picks |"
            " related tags | related items | similar stories | similar articles | similar"
            " news | similar posts | you may have missed | previous stories | today s top"
            " stories | our latest stories | stay in the know | trending in | top stories"
            " today | related video | news updates | more videos | in this article",
            "es": "artículos relacionados | artículo relacionado | noticias relacionadas |"
            " noticia relacionada | notas relacionadas | nota relacionada | relacionado |"
            " relacionados | relacionadas | contenido relacionado | contenidos relacionados"
            " | temas relacionados | entradas relacionadas | más noticias | más información"
            " | más leídas | lo más leído | lo más visto | las más leídas | los más leídos |"
            " más vistas | te puede interesar | te podría interesar | te puede gustar |"
            " quizás te interese | también te puede interesar | también te podría interesar"
            " | puede interesarle | le puede interesar | lea también | lee también | lea"
            " además | leer también | lee además | leé también | mira también | mire también"
            " | ver también | vea también | ver más | leer más | sigue leyendo | seguir"
            " leyendo | no te pierdas | recomendados | recomendado | recomendamos | te"
            " recomendamos | últimas noticias | última hora | lo último | noticias"
            " destacadas | destacados | destacadas | entradas recientes | noticias recientes"
            " | tendencias | en tendencia | otras noticias | más de | además en | más sobre"
            " este tema | más en esta sección | noticias de hoy | ahora en portada | en"
            " portada | entradas populares | video relacionado | vídeo relacionado | videos"
            " relacionados | lee más",
            "de": "verwandte artikel | verwandte themen | verwandte beiträge | ähnliche artikel |"
            " ähnliche beiträge | ähnliche themen | das könnte sie auch interessieren | das"
            " könnte dich auch interessieren | das könnte sie interessieren | könnte sie"
            " auch interessieren | auch interessant | das interessiert auch | das könnte"
            " ihnen auch gefallen | mehr zum thema | mehr zu diesem thema | zum thema | mehr"
            " dazu | lesen sie auch | lesen sie mehr | lesen sie dazu auch | lies auch |"
            " lesen sie mehr zum thema | mehr lesen | weiterlesen | jetzt weiterlesen |"
            " siehe auch | meistgelesen | meistgelesene artikel | meist gelesen | am meisten"
            " gelesen | meistkommentiert | neueste artikel | neueste beiträge | neueste"
            " nachrichten | aktuelle nachrichten | aktuelle artikel | letzte beiträge |"
            " empfehlungen | empfohlen | empfohlene artikel | empfehlungen der redaktion |"
            " unsere empfehlungen | redaktionsempfehlung | redaktionstipp | weitere artikel"
            " | weitere themen | weitere nachrichten | weitere meldungen | weitere beiträge"
            " | mehr aus | mehr von uns | passend zum thema | top themen | topthemen |"
            " themen des tages | beliebte artikel | beliebte beiträge | mehr artikel | mehr"
            " nachrichten | mehr zum artikel | zuletzt | das wichtigste vom tage | nicht"
            " verpassen | auch lesenswert | lesetipps | lesetipp | jetzt lesen | lesen sie"
            " jetzt | nächster artikel | interessant für sie | schlagzeilen",
            "fr": "articles similaires | articles liés | articles associés | articles connexes |"
            " article similaire | sur le même sujet | sur le même thème | dans la même"
            " rubrique | à lire aussi | à lire également | a lire aussi | lire aussi | lire"
            " également | à voir | voir aussi | à voir aussi | à lire | lire plus | lire la"
            " suite | en savoir plus | pour aller plus loin | vous aimerez aussi | vous"
            " pourriez aussi aimer | cela pourrait vous intéresser | vous pourriez être"
            " intéressé | ces articles devraient vous intéresser | les plus lus | le plus lu"
            " | les articles les plus lus | les plus vus | dernières nouvelles | dernières"
            " actualités | dernières infos | derniers articles | articles récents | à la une"
            " | recommandé | recommandés | recommandé pour vous | nos recommandations | ne"
            " manquez pas | à ne pas manquer | tendances | populaire | articles populaires |"
            " plus d articles | plus d actualités | autres articles | autres actualités |"
            " toute l actualité | l actualité en direct | contenus sponsorisés | le fil info"
            " | dans l actualité | la suite après cette publicité",
            "pt": "artigos relacionados | artigo relacionado | notícias relacionadas | notícia"
            " relacionada | matérias relacionadas | conteúdo relacionado | conteúdos"
            " relacionados | relacionado | relacionados | relacionadas | posts relacionados"
            " | leia também | leia mais | leia ainda | veja também | veja mais | veja ainda"
            " | saiba mais | confira também | ver também | ler mais | mais lidas | as mais"
            " lidas | mais lidos | mais vistas | mais notícias | últimas notícias | notícias"
            " recentes | posts recentes | últimas | em alta | em destaque | destaques |"
            " recomendado para você | recomendados | você também pode gostar | você pode"
            " gostar | você pode se interessar | pode interessar | não perca | continue"
            " lendo | continuar lendo | continuar a ler | outras notícias | mais sobre este"
            " assunto | tópicos relacionados | assuntos relacionados",
            "it": "articoli correlati | articolo correlato | articoli simili | notizie correlate"
            " | contenuti correlati | correlati | leggi anche | leggi di più | leggi tutto |"
            " leggi altro | leggi l articolo completo | leggi pure | vedi anche | guarda"
            " anche | potrebbe interessarti | potrebbe interessarti anche | ti potrebbe"
            " interessare | ti potrebbe interessare anche | potrebbero interessarti | ti"
            " potrebbero interessare | potrebbe piacerti anche | i più letti | più letti |"
            " le più lette | più lette | i più visti | ultime notizie | ultim ora | ultimi"
            " articoli | articoli recenti | le ultime notizie | consigliati | consigliati"
            " per te | da non perdere | in evidenza | in primo piano | primo piano | altre"
            " notizie | altri articoli | approfondimenti | per approfondire | continua a"
            " leggere | tendenze | notizie dal web | articoli popolari",
            "nl": "gerelateerde artikelen | gerelateerd | gerelateerd nieuws | gerelateerde"
            " berichten | gerelateerde onderwerpen | lees ook | lees verder | lees meer |"
            " bekijk ook | zie ook | meer lezen | meer over dit onderwerp | meer over | meer"
            " nieuws | ook interessant | dit vind je misschien ook interessant | misschien"
            " ook interessant | meest gelezen | best gelezen | populair | laatste nieuws |"
            " het laatste nieuws | nieuwste artikelen | recente berichten | aanbevolen |"
            " aanbevolen voor jou | uitgelicht | net binnen | mis niets | andere artikelen |"
            " meer artikelen | ander nieuws | trending nu",
            "ru": "читайте также | читать также | читайте ещё | читайте еще | смотрите также | см"
            " также | по теме | материалы по теме | похожие статьи | похожие новости |"
            " похожие материалы | похожие записи | другие новости | другие материалы | ещё"
            " новости | еще новости | ещё по теме | еще по теме | популярное | самое"
            " читаемое | самые читаемые | самое популярное | сейчас читают | последние"
            " новости | свежие новости | новости по теме | новости партнеров | новости"
            " партнёров | рекомендуем | рекомендуемое | рекомендуем почитать | вам может"
            " быть интересно | вам также может понравиться | это интересно | лента новостей"
            " | главные новости | главное | главное за день | новости сми2 | не пропустите |"
            " читать далее | далее | подробнее | свежие записи | топ новостей | ещё в"
            " рубрике | еще в рубрике",
            "pl": "czytaj też | czytaj także | czytaj więcej | zobacz też | zobacz także |"
            " przeczytaj także | przeczytaj też | powiązane artykuły | podobne artykuły |"
            " powiązane | polecane | polecamy | najczęściej czytane | najnowsze | popularne"
            " | najpopularniejsze | zobacz również | warto przeczytać | ostatnie wpisy",
            "sv": "läs också | läs mer | läs även | relaterade artiklar | relaterat | mest läst |"
            " senaste nytt | mer från | fler artiklar | rekommenderas | se också",
            "no": "les også | les mer | relaterte artikler | mest lest | siste nytt | flere saker"
            " | anbefalt | anbefales | se også",
            "da": "læs også | læs mere | relaterede artikler | mest læste | seneste nyt | flere"
            " artikler | anbefalet",
            "tr": "ilgili haberler | ilginizi çekebilir | bunlar da ilginizi çekebilir | son"
            " dakika | en çok okunanlar | çok okunanlar | diğer haberler | ayrıca okuyun |"
            " son haberler | önerilen haberler | sıradaki haber",
            "uk": "читайте також | схожі новини | останні новини | за темою | популярне |"
            " дивіться також | матеріали за темою | вам може бути цікаво | інші новини",
            "cs": "související články | čtěte také | čtěte též | přečtěte si také | nejčtenější |"
            " mohlo by vás zajímat | další články | doporučujeme | podobné články",
            "ja": "関連記事 | あわせて読みたい | おすすめ記事 | 人気記事 | ランキング | 新着記事"
            " | 関連ニュース | アクセスランキング | 最新ニュース | こちらも読まれています |"
            " 続きを読む",
            "zh": "相关文章 | 相关新闻 | 相關新聞 | 相關文章 | 推荐阅读 | 延伸阅读 | 延伸閱讀 |"
            " 热门文章 | 最新新闻 | 猜你喜欢 | 热门新闻 | 更多新闻 | 推薦閱讀",
            "ko": "관련 기사 | 관련기사 | 관련 뉴스 | 많이 본 뉴스 | 추천 기사 | 인기 기사 | 최신"
            " 뉴스",
            "ar": "اقرأ أيضا | اقرأ أيضًا | اقرأ المزيد | مقالات ذات صلة | مواضيع ذات صلة | أخبار"
            " ذات صلة | الأكثر قراءة | قد يهمك | شاهد أيضا | آخر الأخبار",
        },
    ),
)
