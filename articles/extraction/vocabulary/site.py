"""Words of the site itself: counters, players, advertisements, rights."""

from __future__ import annotations

from articles.extraction.vocabulary.concepts import Concept, Kind, Terms

SITE = (
    Terms(
        Concept.COUNTER,
        Kind.BIT,
        {
            "en": "# views | # view | # reads | views | # min read | # minute read | # minutes"
            " read | # mins read | min read | # minutes to read | # minute | reading time |"
            " read time | estimated reading time | # shares | # share | # likes | # like | #"
            " min | # mins ago | # minutes ago | # hours ago | # hour ago | # days ago | #"
            " day ago | # weeks ago | # week ago | # months ago | # h ago | # sec read |"
            " less than a minute | # followers | # votes | # hits | # d ago | # m ago | #"
            " people reading | word count",
            "es": "# vistas | # visitas | # lecturas | # min de lectura | # minutos de lectura |"
            " tiempo de lectura | hace # horas | hace # minutos | hace # días | #"
            " compartidos | # min",
            "de": "# aufrufe | # mal gelesen | # min lesezeit | # minuten lesezeit | lesezeit |"
            " lesedauer | lesezeit # | vor # stunden | vor # minuten | vor # tagen | # min |"
            " # minuten | lesedauer ca | ca # min",
            "fr": "# vues | # lectures | # min de lecture | # minutes de lecture | temps de"
            " lecture | lecture # min | il y a # heures | il y a # minutes | il y a # jours"
            " | # partages | lecture",
            "pt": "# visualizações | # leituras | # min de leitura | # minutos de leitura | tempo"
            " de leitura | há # horas | há # minutos | há # dias | # compartilhamentos | #"
            " curtidas",
            "it": "# visualizzazioni | # letture | # min di lettura | # minuti di lettura | tempo"
            " di lettura | # ore fa | # minuti fa | # giorni fa | # condivisioni | lettura",
            "nl": "# keer gelezen | # weergaven | # min leestijd | # minuten leestijd | leestijd"
            " | # minuten lezen | # uur geleden | # minuten geleden | # dagen geleden | #"
            " keer bekeken | # min lezen",
            "ru": "# просмотров | # просмотра | # просмотр | просмотров | просмотры | # мин"
            " чтения | время чтения | # минут чтения | # минуты чтения | # часов назад | #"
            " минут назад | # часа назад | # дней назад | на чтение",
            "pl": "# wyświetleń | # odsłon | # min czytania | czas czytania | # godzin temu | #"
            " minut temu",
            "sv": "# visningar | lästid | # min lästid",
            "tr": "# görüntülenme | okuma süresi | # dk okuma | # okunma",
            "uk": "# переглядів | # перегляди | час читання | # хв читання",
            "cs": "# zobrazení | doba čtení | # min čtení | minut čtení",
        },
    ),
    Terms(
        Concept.PLAYER,
        Kind.BIT,
        {
            "en": "listen | listen to article | listen to this article | listen to this story |"
            " listen to the article | play | pause | play video | play audio | watch | watch"
            " video | watch now | mute | unmute | volume | loading | download | download our"
            " app | get the app | download the app | download app | app store | google play"
            " | speed | replay | transcript | audio | your browser does not support | this"
            " video cannot be played | copied to clipboard | embed | autoplay | duration |"
            " current time | powered by | ai generated | text to speech | slideshow | view"
            " slideshow | photo gallery | up next",
            "es": "escuchar | escucha | escuchar artículo | escuchar noticia | reproducir |"
            " cargando | descarga nuestra app | descargar | ver vídeo | ver video |"
            " reproducir vídeo",
            "de": "anhören | artikel anhören | vorlesen lassen | abspielen | wird geladen | lädt"
            " | video abspielen | herunterladen | app herunterladen | jetzt anhören | ton an"
            " | hören",
            "fr": "écouter | écouter l article | écouter cet article | lecture | chargement |"
            " chargement en cours | télécharger | télécharger l application | voir la vidéo"
            " | regarder | téléchargez notre application",
            "pt": "ouvir | ouça | ouvir artigo | ouça este conteúdo | reproduzir | carregando |"
            " baixe o aplicativo | baixar | baixe nosso app | a carregar | assistir | ouvir"
            " notícia | ouça a notícia",
            "it": "ascolta | ascolta l articolo | ascolta questo articolo | riproduci |"
            " caricamento | caricamento in corso | scarica l app | scarica | guarda il video",
            "nl": "luister | luister naar dit artikel | beluister | afspelen | laden | bezig met"
            " laden | download onze app | bekijk de video | bekijk video",
            "ru": "слушать | прослушать | слушать статью | воспроизвести | загрузка | скачать |"
            " скачать приложение | смотреть видео | скачайте приложение | смотреть",
            "pl": "posłuchaj | odtwórz | pobierz aplikację | ładowanie",
        },
    ),
    Terms(
        Concept.ADVERTISEMENT,
        Kind.BIT,
        {
            "en": "advertisement | advertisements | advertising | advert | ad | ads | sponsored |"
            " sponsored by | promoted | paid post | story continues below | story continues"
            " below advertisement | story continues below this ad | article continues below"
            " | article continues below this ad | article continues after advertisement |"
            " continue reading below | scroll to continue | scroll to continue with content"
            " | remove ads | ad feedback | report this ad | advertisement continue reading"
            " the main story | skip advertisement | skip ad | article continues after this"
            " advertisement | advertisement scroll to continue | below | after newsletter"
            " promotion | brought to you by | presented by | continue reading the main story"
            " | subscribe to remove ads",
            "es": "publicidad | anuncio | anuncios | patrocinado | contenido patrocinado |"
            " continúa leyendo | sigue leyendo | la nota continúa abajo | continúa después"
            " de la publicidad",
            "de": "anzeige | anzeigen | werbung | gesponsert | artikel wird nach der anzeige"
            " fortgesetzt | anzeige nach unten scrollen | nach der werbung weiterlesen |"
            " weiterlesen nach der anzeige | ende der anzeige | promotion | advertorial",
            "fr": "publicité | annonce | annonces | sponsorisé | la suite après la publicité |"
            " contenu sponsorisé | la suite de cet article après la publicité | passer la"
            " publicité | après cette publicité",
            "pt": "publicidade | anúncio | anúncios | patrocinado | continua após a publicidade |"
            " conteúdo patrocinado | continua depois da publicidade | pub | propaganda",
            "it": "pubblicità | annuncio | annuncio pubblicitario | sponsorizzato | continua dopo"
            " la pubblicità | l articolo continua dopo la pubblicità | contenuto"
            " sponsorizzato",
            "nl": "advertentie | advertenties | reclame | gesponsord | lees verder na de"
            " advertentie | tekst gaat verder onder de advertentie | artikel gaat verder"
            " onder de advertentie | tekst loopt door onder de afbeelding | tekst gaat"
            " verder onder de foto | tekst gaat verder onder de video",
            "ru": "реклама | на правах рекламы | партнерский материал | партнёрский материал |"
            " продолжение после рекламы | продолжение ниже",
            "pl": "reklama | dalsza część artykułu pod materiałem wideo | artykuł sponsorowany |"
            " ciąg dalszy pod reklamą",
            "sv": "annons | artikeln fortsätter under annonsen",
            "no": "annonse | artikkelen fortsetter under annonsen",
            "da": "annonce | artiklen fortsætter efter annoncen",
            "tr": "reklam",
            "uk": "реклама",
            "cs": "reklama | inzerce | článek pokračuje pod reklamou",
        },
    ),
    Terms(
        Concept.COPYRIGHT,
        Kind.STRONG,
        {
            "en": "all rights reserved | copyright # | material may not be published broadcast |"
            " no part of this publication | this material may not be | proudly powered by"
            " wordpress | powered by wordpress | terms of use and privacy policy | terms of"
            " service and privacy policy | privacy policy and terms of service | use of this"
            " site constitutes | this site is protected by recaptcha | commercial use"
            " prohibited | republished with permission | licensed under a creative commons |"
            " may not be reproduced without",
            "es": "todos los derechos reservados | prohibida su reproducción | derechos"
            " reservados | prohibida la reproducción | reproducción total o parcial",
            "de": "alle rechte vorbehalten | alle inhalte insbesondere | urheberrechtlich"
            " geschützt | nachdruck verboten",
            "fr": "tous droits réservés | reproduction interdite | toute reproduction interdite",
            "pt": "todos os direitos reservados | reprodução proibida | proibida a reprodução",
            "it": "tutti i diritti riservati | riproduzione riservata | diritti riservati",
            "nl": "alle rechten voorbehouden | auteursrechtelijk beschermd | alle rechten"
            " voorbehoudend",
            "ru": "все права защищены | при использовании материалов | при цитировании |"
            " перепечатка материалов | ссылка на сайт обязательна | полное или частичное"
            " использование | использование материалов сайта | использование материалов"
            " издания",
            "pl": "wszelkie prawa zastrzeżone | kopiowanie zabronione",
            "sv": "alla rättigheter förbehållna",
            "tr": "tüm hakları saklıdır | her hakkı saklıdır",
            "uk": "всі права захищені | усі права захищені | передрук матеріалів",
            "cs": "všechna práva vyhrazena",
        },
    ),
)
