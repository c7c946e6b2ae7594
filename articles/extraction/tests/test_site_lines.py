"""Lines of sites in eight languages are struck wherever they stand around an article."""

from __future__ import annotations

import pytest

from articles.extraction import read_text

BODIES = {
    "en": [
        "The water board said on Tuesday that eleven of the nineteen culverts were blocked.",
        "Families of the dead have asked for a public inquiry into the flood of June.",
    ],
    "es": [
        "La junta dijo el martes que once de las diecinueve alcantarillas estaban tapadas.",
        "Las familias de los muertos piden una investigación pública sobre la inundación.",
    ],
    "de": [
        "Der Wasserverband sagte am Dienstag, elf der neunzehn Durchlässe seien verstopft.",
        "Angehörige der Toten fordern eine öffentliche Untersuchung der Flut im Juni.",
    ],
    "fr": [
        "La régie des eaux a dit mardi que onze des dix-neuf buses étaient bouchées.",
        "Les familles des morts demandent une enquête publique sur la crue de juin.",
    ],
    "pt": [
        "A junta disse na terça que onze dos dezenove bueiros estavam entupidos há anos.",
        "As famílias dos mortos pedem um inquérito público sobre a enchente de junho.",
    ],
    "it": [
        "Il consorzio ha detto martedì che undici dei diciannove canali erano ostruiti.",
        "Le famiglie dei morti chiedono un’inchiesta pubblica sull’alluvione di giugno.",
    ],
    "nl": [
        "Het waterschap zei dinsdag dat elf van de negentien duikers verstopt waren.",
        "Families van de doden vragen om een openbaar onderzoek naar de overstroming.",
    ],
    "ru": [
        "Водное управление сообщило во вторник, что одиннадцать труб были забиты с весны.",
        "Семьи погибших требуют открытого расследования июньского наводнения в городе.",
    ],
}
SITE = {
    "en": """Click to share on WhatsApp (Opens in new window)
        FacebookTwitterLinkedInEmail
        Your email address will not be published. Required fields are marked *
        You must be logged in to post a comment.
        ADVERTISEMENT - CONTINUE READING BELOW
        Sign up for our free daily newsletter
        By signing up, you agree to our Terms of Use and Privacy Policy.
        Subscribe now for $1 a week. Cancel anytime.
        We use cookies to give you the best experience on our site.
        ALSO READ | Council votes to move the fish market
        More from The Lantern
        Tags: flood, Orlen, culverts
        © 2026 The Lantern. All rights reserved.
        Join our WhatsApp channel for the latest updates
        Skip to main content
        14 views0 comments
        Estimated reading time: 4 minutes
        Last modified on Tue 3 Nov 2026 16.20 GMT
        The dam above Orlen in June. (AP Photo/Ada Quell)
        (Reporting by Ada Quell; Editing by Tomas Brey)
        Home > News > Local
        Notify me of new posts by email.""",
    "es": """Comparte esta noticia
        Guarda mi nombre, correo electrónico y web en este navegador
        Continúa leyendo después de la publicidad
        Suscríbete a nuestro boletín y recibe las noticias en tu correo
        LEE TAMBIÉN | El mercado se traslada
        Archivado en: Sucesos
        Únete a nuestro canal de WhatsApp
        3 min de lectura
        Foto de archivo de la presa de Orlen. EFE
        Con información de AFP y Reuters""",
    "de": """Auf Facebook teilen
        Deine E-Mail-Adresse wird nicht veröffentlicht.
        Nach der Werbung weiterlesen
        Sie haben bereits ein Abo? Anmelden
        Lesen Sie auch: Der Fischmarkt zieht um
        Schlagwörter: Flut, Orlen
        Impressum | Datenschutz | AGB
        Stand: 3.11.2026, 16:12 Uhr
        Der Damm über Orlen im Juni. © Max Muster/dpa
        Mit Material von dpa""",
    "fr": """Partager cet article
        Votre adresse e-mail ne sera pas publiée.
        La suite après cette publicité
        Article réservé aux abonnés
        Lire aussi Le marché déménage
        Suivez-nous sur Facebook
        Publié le 3 novembre 2026 à 16h12
        Le barrage d’Orlen en juin. Photo Jean Dupont
        (avec AFP)""",
    "pt": """Compartilhe no WhatsApp
        O seu endereço de e-mail não será publicado.
        CONTINUA DEPOIS DA PUBLICIDADE
        LEIA TAMBÉM: O mercado muda de lugar
        Siga o nosso canal no WhatsApp
        Atualizado em 03/11/2026 às 16h12
        Foto: Divulgação/Prefeitura
        *Com informações da Reuters""",
    "it": """Condividi su Facebook
        I campi obbligatori sono contrassegnati *
        Leggi anche Il mercato si sposta
        Potrebbe interessarti anche
        Riproduzione riservata © Copyright ANSA
        3 minuti di lettura
        (Foto Ansa)""",
    "nl": """Deel via WhatsApp
        Het e-mailadres wordt niet gepubliceerd. Vereiste velden zijn gemarkeerd met *
        Tekst gaat verder onder de foto
        LEES OOK | De markt verhuist
        Volg ons op Facebook
        Foto Jan Jansen / ANP""",
    "ru": """Поделитесь новостью
        Ваш адрес email не будет опубликован.
        ЧИТАЙТЕ ТАКЖЕ: Рынок переезжает
        Подписывайтесь на наш Telegram-канал
        При использовании материалов ссылка на сайт обязательна
        1204 просмотра
        Плотина над Орленом в июне. Фото: Иван Иванов
        Нашли ошибку? Выделите текст и нажмите Ctrl+Enter""",
}
CASES = [
    (language, line.strip()) for language, lines in SITE.items() for line in lines.splitlines()
]


@pytest.mark.parametrize(("language", "line"), CASES)
def test_above_and_below_it_is_struck_and_the_article_is_whole(language, line):
    body = BODIES[language]
    for texts in ([line, *body], [*body, line]):
        lines = read_text("\n".join(texts)).lines
        assert [found.text for found in lines if found.kept] == body
        assert all(found.reason for found in lines if not found.kept)


def test_prose_under_the_heading_of_a_comment_form_is_not_the_article():
    comment = "I live there and I can tell you that nobody ever came to clean anything at all."
    lines = read_text("\n".join([*BODIES["en"] * 3, "3 Comments", "Ada says:", comment])).lines
    assert not lines[-1].kept


def test_a_teaser_under_a_list_of_other_stories_is_not_the_article():
    teaser = "It had been clear for months that the bridge to Hollin Island, built in 1951, …"
    text = "\n".join([*BODIES["en"] * 2, "Check Also", "Bridge closed for repairs", teaser])
    lines = read_text(text).lines
    assert [line.reason for line in lines[-3:]] == [
        "related articles",
        "other story’s teaser",
        "other story’s teaser",
    ]


def test_the_article_goes_on_after_a_box_of_other_stories():
    box = ["Related articles", "Choir for people who cannot sing", "Ten lighthouses to sleep in"]
    more = [line.replace("Tuesday", "Wednesday") for line in BODIES["en"]]
    lines = read_text("\n".join([*BODIES["en"], *box, *more])).lines
    assert [line.kept for line in lines] == [True, True, False, False, False, True, True]
