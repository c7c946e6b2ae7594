"""Words of the site itself: ways around it, counters, players, advertisements, rights."""

from __future__ import annotations

from articles.extraction.vocabulary.concepts import Concept, Kind, Terms

SITE = (
    Terms(
        Concept.NAVIGATION,
        Kind.BIT,
        {
            "en": "top of page | bottom of page | back to top | back to top button | go to top |"
            " scroll to top | skip to content | skip to main content | skip to navigation |"
            " skip navigation | skip advert | skip to | skip past | skip | jump to content |"
            " main menu | menu | search for | homepage | home page | log in | login | log out"
            " | sign in | sign out | my account | toggle navigation | toggle menu | open menu"
            " | close menu | close | navigation | site map | sitemap | contact us | about us |"
            " terms of use | terms of service | terms and conditions | privacy | privacy"
            " policy | privacy notice | faq | advertise | advertise with us | all posts |"
            " previous | next | previous article | next article | previous post | next post |"
            " older posts | newer posts | prev | back | go back | back to home | show more |"
            " view more | load more | see all | view all | show less | expand | collapse |"
            " subscribe | e-paper | epaper | feedback | view image in fullscreen | view"
            " gallery | open image in gallery | hide caption | toggle caption | enlarge this"
            " image | full screen | expand image | here s how you know | reject all | accept"
            " all | privacy settings | manage preferences",
            "es": "inicio | portada | menú | buscar | iniciar sesión | acceder | registrarse |"
            " volver arriba | ir al contenido | saltar al contenido | saltar al contenido"
            " principal | contacto | aviso legal | política de privacidad | quiénes somos |"
            " siguiente | anterior | ver todo | términos y condiciones | mi cuenta | cerrar |"
            " cerrar sesión | publicidad | hemeroteca | entrada anterior | entrada siguiente |"
            " cargar más | mostrar más | newsletters | aceptar todas",
            "de": "startseite | menü | suche | suchen | anmelden | abmelden | registrieren | login"
            " | mein konto | nach oben | zurück nach oben | zum seitenanfang | zum inhalt"
            " springen | zum inhalt | zur startseite | zurück | weiter | kontakt | impressum |"
            " datenschutz | agb | über uns | datenschutzerklärung | nutzungsbedingungen |"
            " mediadaten | navigation | schließen | hauptnavigation | mehr anzeigen | alle"
            " anzeigen | mehr laden | vorheriger artikel | nächster artikel | nächster beitrag"
            " | vorheriger beitrag | e-paper | abo | abo-service | menü öffnen | bild"
            " vergrößern | sie sind hier | bild in lightbox öffnen | themen | services | alle"
            " akzeptieren | weitere videos | video freigeben",
            "fr": "accueil | menu | rechercher | recherche | connexion | se connecter | s inscrire"
            " | mon compte | haut de page | retour en haut | aller au contenu | aller au"
            " contenu principal | mentions légales | politique de confidentialité | qui sommes"
            " nous | suivant | précédent | article précédent | article suivant | fermer | voir"
            " tout | voir plus | afficher plus | retour | charger plus | agrandir l image |"
            " plan du site | cgu | cgv | nous contacter | tout accepter",
            "pt": "início | página inicial | menu | pesquisar | buscar | busca | entrar | login |"
            " cadastre-se | minha conta | voltar ao topo | ir para o conteúdo | pular para o"
            " conteúdo | contato | contacto | política de privacidade | termos de uso | quem"
            " somos | próximo | anterior | fechar | carregar mais | ver mais | ver tudo | fale"
            " conosco | expediente | post anterior | próximo post",
            "it": "menu | cerca | accedi | registrati | il mio account | torna su | torna all"
            " inizio | vai al contenuto | salta al contenuto | contatti | chi siamo | privacy"
            " | privacy policy | note legali | successivo | precedente | articolo precedente |"
            " articolo successivo | prossimo articolo | chiudi | mostra altro | vedi tutti |"
            " carica altro | abbonati | esci | accetta tutti",
            "nl": "startpagina | menu | zoeken | zoek | inloggen | uitloggen | registreren | mijn"
            " account | terug naar boven | naar boven | ga naar inhoud | ga naar de inhoud |"
            " naar de inhoud | over ons | privacybeleid | privacyverklaring | algemene"
            " voorwaarden | volgende | vorige | vorig artikel | volgend artikel | sluiten |"
            " toon meer | meer laden | bekijk alles | abonneren | alles accepteren",
            "ru": "главная | меню | поиск | найти | войти | вход | регистрация | выйти | личный"
            " кабинет | наверх | вверх | к началу страницы | перейти к содержанию | перейти к"
            " содержимому | контакты | о нас | о проекте | реклама | редакция | политика"
            " конфиденциальности | пользовательское соглашение | следующая | предыдущая |"
            " назад | вперед | вперёд | закрыть | показать ещё | показать еще | загрузить ещё"
            " | загрузить еще | предыдущая статья | следующая статья | все новости |"
            " рекламодателям",
            "pl": "strona główna | menu | szukaj | zaloguj się | zarejestruj się | do góry | na"
            " górę | kontakt | polityka prywatności | regulamin | o nas | następny | poprzedni"
            " | zamknij | przejdź do treści",
            "sv": "meny | sök | logga in | till toppen | kontakt | om oss | nästa | föregående |"
            " hoppa till innehåll",
            "no": "meny | søk | logg inn | til toppen | kontakt oss | om oss | neste | forrige |"
            " hopp til innhold",
            "da": "menu | søg | log ind | til toppen | kontakt os | om os | næste | forrige",
            "tr": "ana sayfa | anasayfa | menü | ara | giriş | giriş yap | iletişim | hakkımızda |"
            " künye | kapat",
            "uk": "головна | меню | пошук | увійти | вгору | контакти | про нас | наступна |"
            " попередня",
            "cs": "domů | menu | hledat | přihlásit | přihlásit se | nahoru | kontakt | další |"
            " předchozí | zavřít",
            "ja": "ホーム | メニュー | 検索 | ログイン | トップへ戻る | ページの先頭へ | 次へ | 前へ | トップ",
            "zh": "首页 | 菜单 | 搜索 | 登录 | 返回顶部 | 下一篇 | 上一篇 | 首頁",
        },
    ),
    Terms(
        Concept.NAVIGATION,
        Kind.SECTION,
        {
            "en": "news | world | world news | politics | business | economy | sport | sports |"
            " opinion | opinions | culture | arts | entertainment | lifestyle | life | health"
            " | science | tech | technology | travel | local | local news | national |"
            " international | markets | money | finance | education | environment | climate |"
            " weather | video | videos | photos | podcasts | podcast | magazine | features |"
            " analysis | investigations | real estate | food | style | fashion | games | cars"
            " | autos | football | tennis | cricket | asia | europe | africa | americas |"
            " middle east | asia pacific | us | uk | u s | u k | metro | crime | editorial |"
            " editorials | letters | live | events | community | family | books | music | film"
            " | tv | image | help | terms | jobs | careers | shop | account | register |"
            " contact | archive | archives | more | options | settings | top | obituaries |"
            " crossword | crosswords | horoscope | horoscopes | puzzles | editions |"
            " classifieds | home | search | edition",
            "es": "noticias | mundo | política | economía | deportes | cultura | sociedad | opinión"
            " | internacional | nacional | tecnología | ciencia | salud | estilo de vida |"
            " espectáculos | sucesos | vídeos | fotos | local",
            "de": "nachrichten | politik | wirtschaft | sport | kultur | gesellschaft | panorama |"
            " ausland | inland | meinung | wissen | wissenschaft | digital | reise |"
            " gesundheit | lokales | regional | region | videos | feuilleton | finanzen |"
            " leben | auto | karriere | bildung | welt | kommentar",
            "fr": "actualités | actualité | monde | politique | économie | sport | sports | culture"
            " | société | opinions | international | france | sciences | santé | high tech |"
            " planète | régions | vidéos | faits divers | débats",
            "pt": "notícias | mundo | política | economia | esportes | esporte | desporto | cultura"
            " | sociedade | opinião | brasil | tecnologia | ciência | saúde | entretenimento |"
            " cidades | polícia | vídeos | país",
            "it": "notizie | mondo | politica | economia | sport | cultura | cronaca | società |"
            " opinioni | esteri | italia | tecnologia | scienza | salute | spettacoli | viaggi"
            " | motori | video",
            "nl": "nieuws | binnenland | buitenland | politiek | economie | sport | cultuur |"
            " opinie | wetenschap | tech | gezondheid | regio | entertainment | achterklap |"
            " media | weer",
            "ru": "новости | мир | политика | экономика | спорт | культура | общество | мнения |"
            " происшествия | наука | технологии | здоровье | россия | бизнес | в мире | в"
            " россии | видео | фото | регионы",
            "pl": "wiadomości | świat | polityka | gospodarka | sport | kultura | kraj | opinie |"
            " biznes | region",
            "tr": "gündem | dünya | ekonomi | spor | siyaset | kültür | sağlık | teknoloji |"
            " magazin",
        },
    ),
    Terms(
        Concept.COUNTER,
        Kind.BIT,
        {
            "en": "# views | # view | # reads | views | # min read | # minute read | # minutes read"
            " | # mins read | min read | # minutes to read | # minute | reading time | read"
            " time | estimated reading time | # shares | # share | # likes | # like | # min |"
            " # mins ago | # minutes ago | # hours ago | # hour ago | # days ago | # day ago |"
            " # weeks ago | # week ago | # months ago | # h ago | # sec read | less than a"
            " minute | # followers | # votes | # hits | # d ago | # m ago | # people reading |"
            " word count",
            "es": "# vistas | # visitas | # lecturas | # min de lectura | # minutos de lectura |"
            " tiempo de lectura | hace # horas | hace # minutos | hace # días | # compartidos"
            " | # min",
            "de": "# aufrufe | # mal gelesen | # min lesezeit | # minuten lesezeit | lesezeit |"
            " lesedauer | lesezeit # | vor # stunden | vor # minuten | vor # tagen | # min | #"
            " minuten | lesedauer ca | ca # min",
            "fr": "# vues | # lectures | # min de lecture | # minutes de lecture | temps de lecture"
            " | lecture # min | il y a # heures | il y a # minutes | il y a # jours | #"
            " partages | lecture",
            "pt": "# visualizações | # leituras | # min de leitura | # minutos de leitura | tempo"
            " de leitura | há # horas | há # minutos | há # dias | # compartilhamentos | #"
            " curtidas",
            "it": "# visualizzazioni | # letture | # min di lettura | # minuti di lettura | tempo"
            " di lettura | # ore fa | # minuti fa | # giorni fa | # condivisioni | lettura",
            "nl": "# keer gelezen | # weergaven | # min leestijd | # minuten leestijd | leestijd |"
            " # minuten lezen | # uur geleden | # minuten geleden | # dagen geleden | # keer"
            " bekeken | # min lezen",
            "ru": "# просмотров | # просмотра | # просмотр | просмотров | просмотры | # мин чтения"
            " | время чтения | # минут чтения | # минуты чтения | # часов назад | # минут"
            " назад | # часа назад | # дней назад | на чтение",
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
            " app | get the app | download the app | download app | app store | google play |"
            " speed | replay | transcript | audio | your browser does not support | this video"
            " cannot be played | copied to clipboard | embed | autoplay | duration | current"
            " time | powered by | ai generated | text to speech | slideshow | view slideshow |"
            " photo gallery | up next",
            "es": "escuchar | escucha | escuchar artículo | escuchar noticia | reproducir |"
            " cargando | descarga nuestra app | descargar | ver vídeo | ver video | reproducir"
            " vídeo",
            "de": "anhören | artikel anhören | vorlesen lassen | abspielen | wird geladen | lädt |"
            " video abspielen | herunterladen | app herunterladen | jetzt anhören | ton an |"
            " hören",
            "fr": "écouter | écouter l article | écouter cet article | lecture | chargement |"
            " chargement en cours | télécharger | télécharger l application | voir la vidéo |"
            " regarder",
            "pt": "ouvir | ouça | ouvir artigo | ouça este conteúdo | reproduzir | carregando |"
            " baixe o aplicativo | baixar | baixe nosso app | a carregar | assistir",
            "it": "ascolta | ascolta l articolo | ascolta questo articolo | riproduci | caricamento"
            " | caricamento in corso | scarica l app | scarica | guarda il video",
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
            " below advertisement | story continues below this ad | article continues below |"
            " article continues below this ad | article continues after advertisement |"
            " continue reading below | scroll to continue | scroll to continue with content |"
            " remove ads | ad feedback | report this ad | advertisement continue reading the"
            " main story | skip advertisement | skip ad | article continues after this"
            " advertisement | advertisement scroll to continue | below | after newsletter"
            " promotion | brought to you by | presented by | continue reading the main story |"
            " subscribe to remove ads",
            "es": "publicidad | anuncio | anuncios | patrocinado | contenido patrocinado | continúa"
            " leyendo | sigue leyendo | la nota continúa abajo | continúa después de la"
            " publicidad",
            "de": "anzeige | anzeigen | werbung | gesponsert | artikel wird nach der anzeige"
            " fortgesetzt | anzeige nach unten scrollen | nach der werbung weiterlesen |"
            " weiterlesen nach der anzeige | ende der anzeige | promotion | advertorial",
            "fr": "publicité | annonce | annonces | sponsorisé | la suite après la publicité |"
            " contenu sponsorisé | la suite de cet article après la publicité | passer la"
            " publicité | après cette publicité",
            "pt": "publicidade | anúncio | anúncios | patrocinado | continua após a publicidade |"
            " conteúdo patrocinado | continua depois da publicidade | pub | propaganda",
            "it": "pubblicità | annuncio | annuncio pubblicitario | sponsorizzato | continua dopo"
            " la pubblicità | l articolo continua dopo la pubblicità | contenuto sponsorizzato",
            "nl": "advertentie | advertenties | reclame | gesponsord | lees verder na de"
            " advertentie | tekst gaat verder onder de advertentie | artikel gaat verder onder"
            " de advertentie | tekst loopt door onder de afbeelding | tekst gaat verder onder"
            " de foto | tekst gaat verder onder de video",
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
            "en": "all rights reserved | copyright # | material may not be published broadcast | no"
            " part of this publication | this material may not be | proudly powered by"
            " wordpress | powered by wordpress | terms of use and privacy policy | terms of"
            " service and privacy policy | privacy policy and terms of service | use of this"
            " site constitutes | this site is protected by recaptcha | commercial use"
            " prohibited | republished with permission | licensed under a creative commons |"
            " may not be reproduced without",
            "es": "todos los derechos reservados | prohibida su reproducción | derechos reservados"
            " | prohibida la reproducción | reproducción total o parcial",
            "de": "alle rechte vorbehalten | alle inhalte insbesondere | urheberrechtlich geschützt"
            " | nachdruck verboten",
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
