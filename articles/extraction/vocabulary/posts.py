"""Words that mailed newsletters and press clippings put around an article."""

from __future__ import annotations

from articles.extraction.vocabulary.concepts import Concept, Kind, Terms

POSTS = (
    Terms(
        Concept.NEWSLETTER,
        Kind.STRONG,
        {
            "en": "view this email in your browser | view in browser | view online | read online |"
            " you are receiving this email | you re receiving this email | you received this email"
            " | this email was sent to | manage your preferences | manage preferences | update"
            " your preferences | update your profile | email preferences | forwarded this email |"
            " unsubscribe | unsubscribe from this list | add us to your address book",
            "de": "im browser ansehen | im browser öffnen | newsletter abbestellen | vom newsletter"
            " abmelden | sie erhalten diese e-mail | sie erhalten diesen newsletter | wird diese"
            " e-mail nicht richtig dargestellt | abmelden vom newsletter",
            "fr": "voir dans le navigateur | afficher dans le navigateur | version en ligne | se"
            " désabonner | se désinscrire | vous recevez cet e-mail | vous recevez ce message"
            " | gérer vos préférences",
            "es": "ver en el navegador | ver este correo en su navegador | darse de baja | cancelar"
            " la suscripción | recibe este correo porque | has recibido este correo",
            "pt": "ver no navegador | cancelar inscrição | cancelar a inscrição | você recebeu este"
            " e-mail | você está recebendo este",
            "it": "visualizza nel browser | annulla l iscrizione | cancella iscrizione | hai"
            " ricevuto questa email | ricevi questa email",
            "nl": "bekijk in browser | bekijk deze e-mail in je browser | uitschrijven | je"
            " ontvangt deze e-mail",
            "ru": "открыть в браузере | отписаться от рассылки | отписаться | вы получили это"
            " письмо",
            "pl": "zobacz w przeglądarce | wypisz się | otrzymujesz tę wiadomość",
        },
    ),
    Terms(
        Concept.NAVIGATION,
        Kind.BIT,
        {"codes of databases": "hd | lp | td | wc | sn"},
    ),
    Terms(
        Concept.NAVIGATION,
        Kind.LABEL,
        {
            "en": "circulation | load date | word count | document number | press review",
            "de": "auflage | medium | reichweite | ausgabe | mediengattung | visits",
            "fr": "diffusion | périodicité | audience | parution",
            "es": "difusión | tirada | edición | medio",
            "ru": "тираж | источник публикации | рубрика | мониторинг",
        },
    ),
    Terms(
        Concept.NAVIGATION,
        Kind.STRONG,
        {
            "en": "end of document | press clippings | media monitoring",
            "de": "pressespiegel vom | pressespiegel | medienbeobachtung",
            "fr": "revue de presse",
            "es": "revista de prensa | dossier de prensa",
            "it": "rassegna stampa",
            "ru": "мониторинг сми",
        },
    ),
)
