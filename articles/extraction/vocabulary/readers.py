"""Words that win a reader over: newsletters, subscriptions, cookies, apps, channels to follow."""

from __future__ import annotations

from articles.extraction.vocabulary.concepts import Concept, Kind, Terms

READERS = (
    Terms(
        Concept.NEWSLETTER,
        Kind.BIT,
        {
            "en": "newsletter | newsletters | sign up | sign me up | subscribe | email address |"
            " your email | your email address | enter your email | enter your email address"
            " | your name | first name | last name | sign up now | sign up for free | free |"
            " enter your e-mail | your e-mail address | e-mail address | inbox | daily |"
            " weekly | free trial | unlimited access | become a member | make a donation |"
            " to continue reading | hide message bar | get started",
            "es": "boletín | boletines | suscríbete | suscribirse | suscribirme | newsletter | tu"
            " correo electrónico | correo electrónico | tu email | registrarse | regístrate",
            "de": "newsletter | abonnieren | anmelden | jetzt anmelden | e-mail-adresse | jetzt"
            " abonnieren | ihre e-mail-adresse | kostenlos | kostenlos anmelden | newsletter"
            " abonnieren",
            "fr": "newsletter | newsletters | infolettre | s inscrire | je m inscris | s abonner"
            " | votre adresse e-mail | adresse e-mail | votre email | inscrivez vous | m"
            " inscrire",
            "pt": "newsletter | newsletters | inscreva-se | assine | assinar | seu e-mail |"
            " subscrever | seu melhor e-mail | cadastre-se | boletim",
            "it": "newsletter | iscriviti | iscriviti alla newsletter | la tua email | registrati",
            "nl": "nieuwsbrief | nieuwsbrieven | inschrijven | aanmelden | schrijf je in | meld"
            " je aan | e-mailadres | je e-mailadres | schrijf je gratis in",
            "ru": "рассылка | подписаться | подпишитесь | ваш e-mail | ваш email | подписка |"
            " электронная почта",
            "pl": "newsletter | zapisz się | subskrybuj | twój e-mail",
            "sv": "nyhetsbrev | prenumerera",
            "no": "nyhetsbrev | abonner",
            "da": "nyhedsbrev | tilmeld",
            "tr": "bülten | abone ol",
            "cs": "odebírat | přihlásit se k odběru",
        },
    ),
    Terms(
        Concept.NEWSLETTER,
        Kind.STRONG,
        {
            "en": "sign up for our newsletter | sign up for our daily | sign up for our weekly |"
            " sign up for our free | sign up for the newsletter | sign up for our morning |"
            " sign up to our newsletter | sign up to our daily | sign up to our free |"
            " subscribe to our newsletter | subscribe to the newsletter | subscribe to our"
            " daily | subscribe to our newsletters | join our newsletter | join our mailing"
            " list | sign up for newsletters | sign up here | sign up for breaking |"
            " delivered to your inbox | delivered straight to your inbox | straight to your"
            " inbox | right to your inbox | directly to your inbox | our free newsletter |"
            " by signing up you agree | by signing up i agree | by subscribing you agree |"
            " by entering your email | newsletter promotion | get our newsletter |"
            " newsletter here | you are now subscribed | thanks for signing up | thank you"
            " for subscribing | thanks for subscribing | check your inbox | unsubscribe at"
            " any time | invalid email | you can unsubscribe | please enter a valid email |"
            " get the latest news | get breaking news | get the day s | don t miss a story |"
            " never miss a story | newsletters may contain info | want more news like this |"
            " sign up to receive our | delivered daily to your inbox | email updates from"
            " your favourite authors | by providing your email address | get the news in"
            " your inbox | list in your inbox | news in your inbox | to your inbox | our"
            " newsletter | our newsletters | our mailing list | keep an eye on your inbox |"
            " you may revoke this consent | sign up or sign in | youtube channel for all",
            "es": "suscríbete a nuestro | suscríbase a nuestro | suscríbete a nuestra |"
            " suscríbete al boletín | recibe en tu correo | recibe las noticias | recibe"
            " nuestro boletín | apúntate a nuestra newsletter | apúntate a nuestro | en tu"
            " bandeja de entrada | suscríbete aquí | recíbelo en tu correo | regístrate para"
            " recibir | suscríbete a la newsletter | recibe gratis",
            "de": "abonnieren sie unseren | abonnieren sie den newsletter | unseren newsletter |"
            " melden sie sich für unseren | melden sie sich hier an | newsletter anmelden |"
            " direkt in ihr postfach | direkt ins postfach | in ihr e-mail-postfach |"
            " kostenlosen newsletter | jetzt newsletter abonnieren | mit der anmeldung"
            " stimmen | hier anmelden | bestätigungs e-mail",
            "fr": "inscrivez vous à notre newsletter | inscrivez vous à nos newsletters | abonnez"
            " vous à notre newsletter | recevez nos | recevez chaque | recevez gratuitement"
            " | dans votre boîte mail | abonnez vous à nos newsletters | dans votre boîte de"
            " réception | inscrivez vous à la newsletter | recevez toute l actualité |"
            " recevez l essentiel",
            "pt": "inscreva-se em nossa newsletter | inscreva-se na nossa newsletter | assine"
            " nossa newsletter | assine a nossa newsletter | receba as notícias | receba as"
            " principais | receba no seu e-mail | subscreva a nossa newsletter | receba"
            " nossa newsletter | assine a newsletter | receba notícias | receba"
            " gratuitamente",
            "it": "iscriviti alla nostra newsletter | iscriviti alla newsletter | ricevi le"
            " notizie | nella tua casella | ricevi ogni | iscriviti per ricevere | ricevi la"
            " newsletter",
            "nl": "schrijf je in voor onze | abonneer je op onze | meld je aan voor onze |"
            " ontvang onze nieuwsbrief | in je mailbox | in je inbox | schrijf je in voor de"
            " nieuwsbrief | ontvang dagelijks | ontvang elke",
            "ru": "подпишитесь на нашу рассылку | подпишитесь на рассылку | подписаться на"
            " рассылку | подписывайтесь на рассылку | подпишитесь на нашу",
            "pl": "zapisz się do newslettera | zapisz się na newsletter | naszego newslettera",
            "sv": "anmäl dig till vårt nyhetsbrev | prenumerera på vårt nyhetsbrev",
            "no": "meld deg på nyhetsbrevet",
            "tr": "bültenimize abone",
            "cs": "přihlaste se k odběru | odebírat newsletter",
        },
    ),
    Terms(
        Concept.OFFER,
        Kind.STRONG,
        {
            "en": "subscribe to continue | subscribe now | subscribe today | this article is for"
            " subscribers | this content is for subscribers | subscriber only | subscribers"
            " only | already a subscriber | become a subscriber | start your free trial |"
            " log in to continue | sign in to continue | register to continue | support our"
            " journalism | support our work | support independent journalism | donate now |"
            " donate today | consider making a donation | become a supporter | exclusive for"
            " subscribers | you have reached your limit | free articles remaining | free"
            " articles left | log in or subscribe | cancel anytime | cancel any time |"
            " premium subscribers | create a free account | create an account to read | buy"
            " me a coffee | to read the full article | to read the full story | subscribe to"
            " read | enjoy unlimited | subscriber exclusive | try it free",
            "es": "suscríbete para | suscríbete para seguir leyendo | contenido exclusivo para |"
            " solo para suscriptores | hazte suscriptor | ya eres suscriptor | apoya el"
            " periodismo | regístrate para leer | inicia sesión para seguir | para seguir"
            " leyendo | suscríbete por | suscríbase para",
            "de": "jetzt abonnieren | jetzt testen | weiterlesen mit | um weiterzulesen | nur für"
            " abonnenten | für abonnenten | bereits abonnent | schon abonnent | monatlich"
            " kündbar | unterstützen sie uns | unterstützen sie unsere | jetzt weiterlesen |"
            " dieser artikel ist für | sie haben bereits ein abo | jetzt registrieren |"
            " uneingeschränkten zugriff | unbegrenzten zugang | alle artikel lesen | wochen"
            " kostenlos testen | monate kostenlos testen | braucht deine unterstützung |"
            " braucht ihre unterstützung",
            "fr": "réservé aux abonnés | cet article est réservé | abonnez vous pour | déjà"
            " abonné | pour lire la suite | contenu réservé | soutenez nous | connectez vous"
            " pour lire | je m abonne",
            "pt": "conteúdo exclusivo para | exclusivo para assinantes | já é assinante | assine"
            " já | para continuar lendo | faça login para continuar | apoie o jornalismo |"
            " seja assinante | assine e tenha | para assinantes | torne-se assinante",
            "it": "riservato agli abbonati | abbonati per | sei già abbonato | abbonati ora |"
            " contenuto riservato | per continuare a leggere | sostieni il | sostienici |"
            " abbonati subito",
            "nl": "alleen voor abonnees | voor abonnees | al abonnee | word abonnee | neem een"
            " abonnement | om verder te lezen | probeer nu | log in om verder",
            "ru": "оформите подписку | только для подписчиков | поддержите нас | подписывайтесь и"
            " читайте | поддержать редакцию | доступно подписчикам",
            "pl": "wykup dostęp | tylko dla subskrybentów | kup subskrypcję | dostęp do wszystkich",
            "sv": "för prenumeranter | bli prenumerant | redan prenumerant",
            "no": "for abonnenter | bli abonnent",
            "da": "for abonnenter | bliv abonnent",
        },
    ),
    Terms(
        Concept.COOKIES,
        Kind.STRONG,
        {
            "en": "we use cookies | uses cookies | this site uses cookies | accept cookies |"
            " accept all cookies | cookie policy | cookie settings | manage cookies | cookie"
            " preferences | our use of cookies | by clicking accept | by continuing to use"
            " this site | by using this site you agree | your privacy choices | we and our"
            " partners | do not sell my | necessary cookies | this content is hosted by a"
            " third party | to view this content",
            "es": "utilizamos cookies | usamos cookies | política de cookies | aceptar cookies |"
            " uso de cookies | configurar cookies | este sitio utiliza cookies",
            "de": "wir verwenden cookies | verwendet cookies | cookies akzeptieren |"
            " cookie-einstellungen | cookies zustimmen | wir und unsere partner | nutzt"
            " cookies | datenschutzeinstellungen | externe inhalte | externen inhalt |"
            " inhalte von drittanbietern | werden personenbezogene daten an drittplattformen"
            " | empfohlener redaktioneller inhalt",
            "fr": "nous utilisons des cookies | utilise des cookies | accepter les cookies |"
            " gestion des cookies | politique de cookies | gérer les cookies | nos"
            " partenaires utilisons | paramétrer les cookies",
            "pt": "utilizamos cookies | usamos cookies | política de cookies | aceitar cookies |"
            " este site utiliza cookies | uso de cookies",
            "it": "utilizziamo i cookie | utilizza i cookie | utilizza cookie | cookie policy |"
            " accetta i cookie | uso dei cookie",
            "nl": "wij gebruiken cookies | gebruikt cookies | we gebruiken cookies | cookies"
            " accepteren | cookie-instellingen | cookiebeleid",
            "ru": "мы используем cookie | использует cookie | использует файлы cookie |"
            " используем файлы cookie | файлов cookie | политика cookie",
            "pl": "używamy plików cookie | wykorzystuje pliki cookies | pliki cookie | korzysta z"
            " plików cookie",
            "sv": "vi använder cookies",
            "no": "vi bruker informasjonskapsler | bruker cookies",
            "da": "vi bruger cookies",
            "tr": "çerezleri kabul | çerez politikası",
            "cs": "používáme cookies | souhlas s cookies",
        },
    ),
    Terms(
        Concept.FOLLOW,
        Kind.STRONG,
        {
            "en": "follow us on | follow us | follow us at | follow him on | follow her on |"
            " follow them on | follow me on | follow the author on | like us on | join us on"
            " | find us on | subscribe to our youtube | subscribe to our channel | join our"
            " WhatsApp | join our whatsapp | join our telegram | our WhatsApp channel | our"
            " whatsapp channel | our telegram channel | as a preferred source | follow this"
            " author | follow breaking news on | follow on instagram | follow on twitter |"
            " follow us on google news | follow us for | stay connected with us | app for"
            " android and ios | our app for | download the app from | follow us across",
            "es": "síguenos en | síganos en | síguenos | nuestro canal de WhatsApp | nuestro"
            " canal de whatsapp | nuestro canal de telegram | únete a nuestro | en google"
            " noticias | sigue toda la información | sigue nuestro canal",
            "de": "folgen sie uns | folge uns | folgt uns | unser WhatsApp kanal | unserem"
            " WhatsApp kanal | unserem whatsapp kanal | uns auf facebook | uns auf instagram"
            " | folgen sie uns auf google news",
            "fr": "suivez nous | rejoignez nous | retrouvez nous sur | notre chaîne WhatsApp |"
            " notre chaîne whatsapp | notre page facebook | abonnez vous à notre chaîne |"
            " suivez l actualité | sur google actualités | suivez toute l actualité",
            "pt": "siga-nos | siga nos | nosso canal no WhatsApp | nosso canal do WhatsApp |"
            " nosso canal no whatsapp | nosso canal no telegram | siga a gente | participe"
            " do nosso | entre no nosso | siga nosso canal | siga o nosso | nosso canal no",
            "it": "seguici su | seguici anche | seguici | il nostro canale WhatsApp | nostro"
            " canale whatsapp | segui il nostro",
            "nl": "volg ons | volg ons op | ons WhatsApp kanaal",
            "ru": "подписывайтесь на | подписывайтесь на наш | подпишитесь на наш |"
            " подписывайтесь на нас | наш телеграм | наш telegram | наш телеграм канал |"
            " следите за новостями | мы в соцсетях | мы в telegram | читайте нас в | следите"
            " за нами | в google новостях | присоединяйтесь к нам | читайте нас в дзене |"
            " наш канал в telegram | подписывайтесь на канал",
            "pl": "obserwuj nas | śledź nas | dołącz do nas | polub nas",
            "sv": "följ oss",
            "no": "følg oss",
            "da": "følg os",
            "tr": "bizi takip edin | takip edin",
            "uk": "підписуйтесь на | підписуйтеся на | наш telegram | читайте нас | стежте за нами",
            "cs": "sledujte nás",
        },
    ),
)
