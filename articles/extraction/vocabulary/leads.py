"""Words at the start of a line that say what the whole line is."""

from __future__ import annotations

from articles.extraction.vocabulary.concepts import Concept, Kind, Terms

LEADS = (
    Terms(
        Concept.TEASER,
        Kind.LABEL,
        {
            "en": "read | watch | listen | related | see | more | also | now read | in pictures |"
            " in photos | photos | video | gallery | podcast | must read | don t miss |"
            " related story | related article | related video | related stories | see also |"
            " learn more | read it here | full story | also on | read more | for more",
            "es": "lee | lea | vea | ver | mira | relacionado | relacionada | más información |"
            " video | vídeo | fotos | galería | foto galería | noticia relacionada",
            "de": "lesen | siehe | mehr | video | fotostrecke | bildergalerie | podcast |"
            " verwandter artikel | zum thema | lesetipp",
            "fr": "lire | voir | vidéo | en images | podcast | notre dossier | dossier | relire |"
            " écouter",
            "pt": "leia | veja | vídeo | video | galeria | fotos | relacionado | confira | assista",
            "it": "leggi | guarda | video | foto | gallery | fotogallery | podcast | correlato",
            "nl": "lees | kijk | bekijk | video | beeld | podcast | luister",
            "ru": "видео | фото | смотрите | читайте | подкаст | ранее по теме | по теме",
            "pl": "czytaj | zobacz | wideo | galeria",
            "sv": "läs | lyssna",
            "no": "les | hør",
            "da": "læs | hør",
        },
    ),
    Terms(
        Concept.TEASER,
        Kind.LEAD,
        {
            "en": "read also | also read | read more about | read more on | read more from | read"
            " next | see also | check also | more from | more on this | more about this |"
            " more stories about | watch now | watch live | watch the video | watch more |"
            " click here | tap here | read the full story | read full story | related to"
            " this | for more on | for more news | for more stories | follow our live |"
            " recommended for | you might also | you may also like | sign in to read | read"
            " it here | listen now | continue reading | read our full | more in",
            "es": "lee también | lea también | leé también | leer también | lea además | lee"
            " además | ver también | vea también | mira también | te puede interesar |"
            " también te puede interesar | le puede interesar | te puede gustar | sigue"
            " leyendo | haz clic aquí | haga clic aquí | te recomendamos leer | además lee |"
            " no te pierdas | puedes leer | lee más | leer más",
            "de": "lesen sie auch | lesen sie hier | lesen sie dazu | lesen sie mehr | lies auch"
            " | mehr zum thema | mehr dazu | mehr aus | mehr über | sehen sie auch | auch"
            " interessant | das könnte sie | klicken sie hier | hier geht es zu | hier geht"
            " s zu | sehen sie hier | lesen sie zu | weiterlesen | lest auch | lest hier |"
            " lesen sie weiter",
            "fr": "lire aussi | à lire aussi | a lire aussi | à lire également | a lire également"
            " | lire également | à lire | à voir aussi | voir aussi | cliquez ici | sur le"
            " même sujet | retrouvez ici | écoutez aussi | a lire ici | lire la suite | lire"
            " notre | à relire",
            "pt": "leia também | leia mais | leia ainda | veja também | veja mais | veja ainda |"
            " saiba mais | confira também | clique aqui | ler também | leia aqui | leia a"
            " íntegra",
            "it": "leggi anche | leggi pure | vedi anche | guarda anche | per approfondire |"
            " clicca qui | leggi qui | potrebbe interessarti | continua a leggere",
            "nl": "lees ook | lees meer | lees verder | lees hier | bekijk ook | kijk ook | zie"
            " ook | klik hier | meer over dit onderwerp",
            "ru": "читайте также | читать также | читайте ещё | читайте еще | смотрите также |"
            " материал по теме | материалы по теме | см также | нажмите здесь | читать далее",
            "pl": "czytaj też | czytaj także | czytaj więcej | zobacz też | zobacz także |"
            " przeczytaj także | przeczytaj też | zobacz również | kliknij tutaj",
            "sv": "läs också | läs mer | läs även | se också",
            "no": "les også | les mer | se også",
            "da": "læs også | læs mere",
            "tr": "ilgili haber | ayrıca okuyun | ilginizi çekebilir",
            "uk": "читайте також | дивіться також | матеріал за темою",
            "cs": "čtěte také | čtěte též | přečtěte si také | mohlo by vás zajímat",
            "ja": "関連記事 | あわせて読みたい | 続きを読む",
            "zh": "相关新闻 | 延伸阅读 | 延伸閱讀 | 相關新聞",
            "ar": "اقرأ أيضا | اقرأ أيضًا | شاهد أيضا",
        },
    ),
    Terms(
        Concept.TAGS,
        Kind.LABEL,
        {
            "en": "tags | tag | tagged | tagged with | tagged as | tagged in | topics | topic |"
            " keywords | filed under | posted in | categories | category | in this story |"
            " labels | related topics | related tags | published in | issues on the news"
            " agenda",
            "es": "etiquetas | etiqueta | temas | archivado en | categorías | categoría |"
            " etiquetado | publicado en | palabras clave | tags",
            "de": "schlagwörter | schlagworte | schlagwort | themen | stichworte | kategorien |"
            " kategorie | veröffentlicht in | abgelegt unter | tags | ressort",
            "fr": "mots clés | étiquettes | thèmes | sujets | catégories | catégorie | publié"
            " dans | classé dans | tags | rubrique | thématiques",
            "pt": "etiquetas | marcadores | tópicos | categorias | categoria | publicado em |"
            " assuntos | palavras chave | tags",
            "it": "tag | tags | etichette | categorie | categoria | argomenti | pubblicato in |"
            " temi | parole chiave",
            "nl": "labels | onderwerpen | categorieën | categorie | trefwoorden | geplaatst in |"
            " tags",
            "ru": "теги | метки | темы | рубрики | рубрика | категории | тэги | ключевые слова |"
            " сюжет | сюжеты | тема | персоны",
            "pl": "tagi | kategorie | tematy | słowa kluczowe",
            "sv": "ämnen | taggar | etiketter",
            "tr": "etiketler | kategori",
            "uk": "теги | мітки | теми | рубрики",
            "cs": "témata | štítky | rubriky",
        },
    ),
    Terms(
        Concept.TAGS,
        Kind.LEAD,
        {
            "en": "filed under | posted in | tagged with | tagged as",
            "de": "abgelegt unter",
        },
    ),
)
