"""Ways around a site: menus, buttons, and the names of its sections."""

from __future__ import annotations

from articles.extraction.vocabulary.concepts import Concept, Kind, Terms

NAVIGATION = (
    Terms(
        Concept.NAVIGATION,
        Kind.BIT,
        {
            "en": "top of page | bottom of page | back to top | back to top button | go to top |"
            " scroll to top | skip to content | skip to main content | skip to navigation |"
            " skip navigation | skip advert | skip to | skip past | skip | jump to content |"
            " main menu | menu | search for | homepage | home page | log in | login | log"
            " out | sign in | sign out | my account | toggle navigation | toggle menu | open"
            " menu | close menu | close | navigation | site map | sitemap | contact us |"
            " about us | terms of use | terms of service | terms and conditions | privacy |"
            " privacy policy | privacy notice | faq | advertise | advertise with us | all"
            " posts | previous | next | previous article | next article | previous post |"
            " next post | older posts | newer posts | prev | back | go back | back to home |"
            " show more | view more | load more | see all | view all | show less | expand |"
            " collapse | subscribe | e-paper | epaper | feedback | view image in fullscreen"
            " | view gallery | open image in gallery | hide caption | toggle caption |"
            " enlarge this image | full screen | expand image | here s how you know | reject"
            " all | accept all | privacy settings | manage preferences | select month |"
            " select category | entries feed | comments feed | meta | powered by wordpress |"
            " theme by | designed by | developed by | all articles | all news | register for"
            " free | my bookmarks | notifications",
            "es": "inicio | portada | menú | buscar | iniciar sesión | acceder | registrarse |"
            " volver arriba | ir al contenido | saltar al contenido | saltar al contenido"
            " principal | contacto | aviso legal | política de privacidad | quiénes somos |"
            " siguiente | anterior | ver todo | términos y condiciones | mi cuenta | cerrar"
            " | cerrar sesión | publicidad | hemeroteca | entrada anterior | entrada"
            " siguiente | cargar más | mostrar más | newsletters | aceptar todas",
            "de": "startseite | menü | suche | suchen | anmelden | abmelden | registrieren |"
            " login | mein konto | nach oben | zurück nach oben | zum seitenanfang | zum"
            " inhalt springen | zum inhalt | zur startseite | zurück | weiter | kontakt |"
            " impressum | datenschutz | agb | über uns | datenschutzerklärung |"
            " nutzungsbedingungen | mediadaten | navigation | schließen | hauptnavigation |"
            " mehr anzeigen | alle anzeigen | mehr laden | vorheriger artikel | nächster"
            " artikel | nächster beitrag | vorheriger beitrag | e-paper | abo | abo-service"
            " | menü öffnen | bild vergrößern | sie sind hier | bild in lightbox öffnen |"
            " themen | services | alle akzeptieren | weitere videos | video freigeben",
            "fr": "accueil | menu | rechercher | recherche | connexion | se connecter | s"
            " inscrire | mon compte | haut de page | retour en haut | aller au contenu |"
            " aller au contenu principal | mentions légales | politique de confidentialité |"
            " qui sommes nous | suivant | précédent | article précédent | article suivant |"
            " fermer | voir tout | voir plus | afficher plus | retour | charger plus |"
            " agrandir l image | plan du site | cgu | cgv | nous contacter | tout accepter",
            "pt": "início | página inicial | menu | pesquisar | buscar | busca | entrar | login |"
            " cadastre-se | minha conta | voltar ao topo | ir para o conteúdo | pular para o"
            " conteúdo | contato | contacto | política de privacidade | termos de uso | quem"
            " somos | próximo | anterior | fechar | carregar mais | ver mais | ver tudo |"
            " fale conosco | expediente | post anterior | próximo post | próximo artigo |"
            " artigo anterior | próxima notícia | notícia anterior",
            "it": "menu | cerca | accedi | registrati | il mio account | torna su | torna all"
            " inizio | vai al contenuto | salta al contenuto | contatti | chi siamo |"
            " privacy | privacy policy | note legali | successivo | precedente | articolo"
            " precedente | articolo successivo | prossimo articolo | chiudi | mostra altro |"
            " vedi tutti | carica altro | abbonati | esci | accetta tutti",
            "nl": "startpagina | menu | zoeken | zoek | inloggen | uitloggen | registreren | mijn"
            " account | terug naar boven | naar boven | ga naar inhoud | ga naar de inhoud |"
            " naar de inhoud | over ons | privacybeleid | privacyverklaring | algemene"
            " voorwaarden | volgende | vorige | vorig artikel | volgend artikel | sluiten |"
            " toon meer | meer laden | bekijk alles | abonneren | alles accepteren",
            "ru": "главная | меню | поиск | найти | войти | вход | регистрация | выйти | личный"
            " кабинет | наверх | вверх | к началу страницы | перейти к содержанию | перейти"
            " к содержимому | контакты | о нас | о проекте | редакция | политика"
            " конфиденциальности | пользовательское соглашение | следующая | предыдущая |"
            " назад | вперед | вперёд | закрыть | показать ещё | показать еще | загрузить"
            " ещё | загрузить еще | предыдущая статья | следующая статья | все новости |"
            " рекламодателям | следующая новость | предыдущая новость | следующий материал",
            "pl": "strona główna | menu | szukaj | zaloguj się | zarejestruj się | do góry | na"
            " górę | kontakt | polityka prywatności | regulamin | o nas | następny |"
            " poprzedni | zamknij | przejdź do treści",
            "sv": "meny | sök | logga in | till toppen | kontakt | om oss | nästa | föregående |"
            " hoppa till innehåll",
            "no": "meny | søk | logg inn | til toppen | kontakt oss | om oss | neste | forrige |"
            " hopp til innhold",
            "da": "menu | søg | log ind | til toppen | kontakt os | om os | næste | forrige",
            "tr": "ana sayfa | anasayfa | menü | ara | giriş | giriş yap | iletişim | hakkımızda"
            " | künye | kapat",
            "uk": "головна | меню | пошук | увійти | вгору | контакти | про нас | наступна |"
            " попередня",
            "cs": "domů | menu | hledat | přihlásit | přihlásit se | nahoru | kontakt | další |"
            " předchozí | zavřít",
            "ja": "ホーム | メニュー | 検索 | ログイン | トップへ戻る | ページの先頭へ | 次へ |"
            " 前へ | トップ",
            "zh": "首页 | 菜单 | 搜索 | 登录 | 返回顶部 | 下一篇 | 上一篇 | 首頁",
        },
    ),
    Terms(
        Concept.NAVIGATION,
        Kind.SECTION,
        {
            "en": "news | world | world news | politics | business | economy | sport | sports |"
            " opinion | opinions | culture | arts | entertainment | lifestyle | life |"
            " health | science | tech | technology | travel | local | local news | national"
            " | international | markets | money | finance | education | environment |"
            " climate | weather | video | videos | photos | podcasts | podcast | magazine |"
            " features | analysis | investigations | real estate | food | style | fashion |"
            " games | cars | autos | football | tennis | cricket | asia | europe | africa |"
            " americas | middle east | asia pacific | us | uk | u s | u k | metro | crime |"
            " editorial | editorials | letters | live | events | community | family | books"
            " | music | film | tv | image | help | terms | jobs | careers | shop | account |"
            " register | contact | archive | archives | more | options | settings | top |"
            " obituaries | crossword | crosswords | horoscope | horoscopes | puzzles |"
            " editions | classifieds | home | search | edition",
            "es": "noticias | mundo | política | economía | deportes | cultura | sociedad |"
            " opinión | internacional | nacional | tecnología | ciencia | salud | estilo de"
            " vida | espectáculos | sucesos | vídeos | fotos | local",
            "de": "nachrichten | politik | wirtschaft | sport | kultur | gesellschaft | panorama"
            " | ausland | inland | meinung | wissen | wissenschaft | digital | reise |"
            " gesundheit | lokales | regional | region | videos | feuilleton | finanzen |"
            " leben | auto | karriere | bildung | welt | kommentar",
            "fr": "actualités | actualité | monde | politique | économie | sport | sports |"
            " culture | société | opinions | international | france | sciences | santé |"
            " high tech | planète | régions | vidéos | faits divers | débats",
            "pt": "notícias | mundo | política | economia | esportes | esporte | desporto |"
            " cultura | sociedade | opinião | brasil | tecnologia | ciência | saúde |"
            " entretenimento | cidades | polícia | vídeos | país",
            "it": "notizie | mondo | politica | economia | sport | cultura | cronaca | società |"
            " opinioni | esteri | italia | tecnologia | scienza | salute | spettacoli |"
            " viaggi | motori | video",
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
)
