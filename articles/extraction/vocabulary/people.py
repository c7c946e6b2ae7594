"""Words around names: who wrote, who helped, when it was put up, what the site adds."""

from __future__ import annotations

from articles.extraction.vocabulary.concepts import Concept, Kind, Terms

PEOPLE = (
    Terms(
        Concept.AUTHOR,
        Kind.STRONG,
        {
            "en": "about the author | about admin | view all posts by | view all posts | all"
            " posts by | more by this author | more articles by | more from this author |"
            " more posts by | see all posts by | articles by | more stories by | is a staff"
            " writer | is a staff reporter | is a freelance | is a senior reporter | is a"
            " senior editor | is a senior writer | is a reporter for | is a reporter at | is"
            " a reporter covering | is a journalist based | is a correspondent for | is a"
            " writer based | is a contributing writer | is a contributor to | is an editor"
            " at | covers politics for | email the author | contact the author | follow him"
            " on | follow her on | reach him at | reach her at | can be reached at | you can"
            " reach | view author archive | get author rss feed | author bio | meet the"
            " author | has been a journalist | about the writer | view bio | contact the"
            " reporter | read full bio | is an assistant editor",
            "es": "sobre el autor | sobre la autora | acerca del autor | más artículos de | ver"
            " todas las entradas | más noticias de | es periodista y | ver biografía",
            "de": "über den autor | über die autorin | zum autor | zur autorin | alle artikel von"
            " | alle beiträge von | mehr von diesem autor | zur person | ist redakteur bei |"
            " ist redakteurin bei",
            "fr": "à propos de l auteur | à propos de l auteure | voir tous les articles de |"
            " tous les articles de | du même auteur | plus d articles de",
            "pt": "sobre o autor | sobre a autora | ver todos os posts | ver todas as postagens |"
            " mais artigos de",
            "it": "sull autore | informazioni sull autore | tutti gli articoli di | altri"
            " articoli di | vedi tutti gli articoli",
            "nl": "over de auteur | alle artikelen van | meer artikelen van | alle berichten van"
            " | meer van deze auteur",
            "ru": "об авторе | все статьи автора | все материалы автора | все записи автора |"
            " другие статьи автора",
            "pl": "o autorze | wszystkie artykuły autora | zobacz wszystkie wpisy",
        },
    ),
    Terms(
        Concept.AUTHOR,
        Kind.BIT,
        {
            "en": "about | author | staff writer | staff reporter | writer s picture | writer s"
            " picturethe | posted by | written by | admin | editor | correspondent |"
            " reporter | by admin | author archive | web desk | news desk | newsroom |"
            " published by | staff | contributor | follow | see all | view profile | bio |"
            " profile | senior reporter | political editor | political correspondent |"
            " senior correspondent | contributing writer | editorial staff | editorial team",
            "es": "autor | autora | redacción | redactor | redactora | escrito por | publicado"
            " por | por redacción",
            "de": "autor | autorin | redaktion | redakteur | redakteurin | veröffentlicht von |"
            " geschrieben von | erstellt von",
            "fr": "auteur | rédaction | la rédaction | publié par | écrit par | journaliste",
            "pt": "autor | autora | redação | da redação | publicado por | escrito por | postado"
            " por",
            "it": "autore | redazione | di redazione | pubblicato da | scritto da | a cura di | a"
            " cura della redazione",
            "nl": "auteur | redactie | door redactie | geplaatst door | geschreven door | onze"
            " redactie",
            "ru": "автор | редакция | опубликовал | корреспондент | текст | автор статьи",
        },
    ),
    Terms(
        Concept.CREDIT,
        Kind.STRONG,
        {
            "en": "contributed reporting | contributed to this report | contributed to this story"
            " | contributed to this article | contributed research | additional reporting by"
            " | reporting by | with additional reporting | with reporting by | compiled by |"
            " with files from | with inputs from | with agency inputs | with input from |"
            " editing by | writing by | translated by | the associated press contributed |"
            " reporters contributed | with reporting from | with contributions from | with"
            " agency reports",
            "es": "con información de | con información de agencias | contribuyó con este"
            " reportaje | información de agencias | contribuyó a este",
            "de": "mit material von | mit material der | mit agenturmaterial | redaktionelle"
            " mitarbeit | aus dem englischen von",
            "fr": "avec afp | avec reuters | avec l afp | avec agences | avec les agences | a"
            " contribué à cet article",
            "pt": "com informações da | com informações de | com informações do | com informações"
            " das agências",
            "it": "con informazioni di | traduzione di",
            "nl": "met medewerking van | met bijdragen van",
            "ru": "материал подготовил | с использованием материалов | по материалам |"
            " подготовила редакция",
        },
    ),
    Terms(
        Concept.CREDIT,
        Kind.LABEL,
        {
            "en": "source | sources | via | originally published on | originally published at |"
            " first published on",
            "es": "fuente | fuentes | agencias | con información de | vía",
            "de": "quelle | quellen",
            "fr": "source | sources",
            "pt": "fonte | fontes | com informações",
            "it": "fonte | fonti",
            "nl": "bron | bronnen",
            "ru": "источник | источники | по материалам | по информации",
            "pl": "źródło | źródła",
            "sv": "källa",
            "no": "kilde",
            "da": "kilde",
            "tr": "kaynak",
            "uk": "джерело | джерела",
            "cs": "zdroj | zdroje",
        },
    ),
    Terms(
        Concept.DATE,
        Kind.BIT,
        {
            "en": "published | published on | published at | updated | updated on | updated at |"
            " last updated | last updated on | last updated at | posted | posted on | posted"
            " at | modified | last modified | first published | publish date | updated date",
            "es": "publicado | publicado el | actualizado | actualizado el | actualizada | fecha"
            " | última actualización | publicada",
            "de": "veröffentlicht | veröffentlicht am | aktualisiert | aktualisiert am | erstellt"
            " am | zuletzt aktualisiert | publiziert | aktualisiert um",
            "fr": "publié | publié le | mis à jour | mis à jour le | modifié le | mise à jour |"
            " publié à",
            "pt": "publicado | publicado em | atualizado | atualizado em | atualizada | data |"
            " última atualização | publicada em",
            "it": "pubblicato | pubblicato il | aggiornato | aggiornato il | ultimo aggiornamento"
            " | data",
            "nl": "gepubliceerd | gepubliceerd op | bijgewerkt | bijgewerkt op | laatst"
            " bijgewerkt | laatste update | geplaatst op",
            "ru": "опубликовано | обновлено | дата | дата публикации | последнее обновление | мск",
            "pl": "opublikowano | aktualizacja | data publikacji | godz",
            "sv": "publicerad | uppdaterad",
            "no": "publisert | oppdatert",
            "da": "publiceret | opdateret",
            "tr": "yayınlanma | güncelleme | giriş",
            "uk": "опубліковано | оновлено",
            "cs": "publikováno | aktualizováno",
        },
    ),
    Terms(
        Concept.NOTICE,
        Kind.STRONG,
        {
            "en": "this article originally appeared | this story originally appeared | this"
            " article was originally published | this story was originally published | this"
            " post originally appeared | this article first appeared | this story was"
            " produced by | republished from | our standards | trust principles | opens new"
            " tab | purchase licensing rights | has not been edited by | this is a"
            " developing story | more details to follow | check back for updates | refresh"
            " this page | the views expressed | opinions expressed | do not necessarily"
            " reflect | send us a tip | report a typo | spotted an error | have a news tip |"
            " report a correction | was this article helpful | how was your reading"
            " experience | may earn a commission | affiliate links | affiliate commission |"
            " we may receive | an affiliate commission | with the help of ai | was"
            " translated automatically | google as a preferred source | journalistic"
            " standards | editorial standards | request a correction | is not responsible"
            " for the content | this article was first published | this story was first"
            " published | this post was first published | this essay was first published |"
            " have you spotted an error | found an error in | audio version was generated |"
            " this slideshow requires javascript | this article was produced | help us"
            " improve | was this page useful | was this page helpful | was this story"
            " helpful | ads by | may get a share of the sale | we have a proposition for you"
            " | if you enjoyed this article | an error has occurred | do you have a story |"
            " have you got a story | email us at | read our latest",
            "es": "este artículo fue publicado originalmente | publicado originalmente en | las"
            " opiniones expresadas | reportar un error | encontraste un error | informar de"
            " un error | noticia en desarrollo | este contenido fue publicado",
            "de": "dieser artikel erschien zuerst | dieser artikel ist zuerst | erstmals"
            " erschienen | dieser text erschien zuerst | fehler gefunden | fehler melden |"
            " affiliate-links | diese meldung wurde | automatisch generiert | haben sie"
            " einen fehler | dieses thema im programm | über dieses thema berichtet | über"
            " dieses thema berichtete | audioversion wurde künstlich | deine privatsphäre"
            " einstellungen verhindern | ihre privatsphäre einstellungen | link des videos |"
            " fehler entdeckt",
            "fr": "cet article est paru | cet article a été publié | signaler une erreur | publié"
            " initialement | cet article est republié | les opinions exprimées",
            "pt": "este artigo foi publicado originalmente | publicado originalmente | encontrou"
            " um erro | comunicar erro | reportar erro | as opiniões expressas | este texto"
            " não reflete | este conteúdo foi publicado",
            "it": "questo articolo è stato pubblicato | pubblicato originariamente | segnala un"
            " errore | articolo pubblicato originariamente",
            "nl": "dit artikel verscheen eerder | dit artikel is eerder verschenen | fout gezien"
            " | tip de redactie | heb je een tip | heeft u een tip | zie je een fout |"
            " spelfout",
            "ru": "нашли ошибку | заметили ошибку | выделите ее и нажмите | ctrl enter | мнение"
            " автора может | мнение редакции может | статья впервые опубликована | выделите"
            " её мышкой | сообщить об ошибке | сообщите нам",
            "pl": "zauważyłeś błąd | zgłoś błąd",
            "uk": "знайшли помилку | помітили помилку",
        },
    ),
)
