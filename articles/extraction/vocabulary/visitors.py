"""Words with which a page asks its visitor for something: to share, comment, subscribe, agree."""

from __future__ import annotations

from articles.extraction.vocabulary.concepts import Concept, Kind, Terms

VISITORS = (
    Terms(
        Concept.SHARE,
        Kind.BIT,
        {
            "names": "facebook | twitter | WhatsApp | whatsapp | telegram | linkedin | LinkedIn |"
            " pinterest | reddit | tumblr | instagram | tiktok | TikTok | youtube | YouTube"
            " | bluesky | mastodon | threads | flipboard | messenger | viber | vkontakte |"
            " skype | вконтакте | одноклассники | вк | pocket | digg | stumbleupon |"
            " StumbleUpon | xing | google+ | google plus | snapchat | vk | signal |"
            " getpocket | rss",
            "en": "share | shares | tweet | retweet | like | likes | email | e-mail | mail |"
            " print | copy | copy link | copied | link copied | link copied to clipboard |"
            " copy url | save | save article | saved | share this | share this article |"
            " share this story | share this post | share on | share via | share to | share"
            " with | share article | share this page | email this | print this | pin it |"
            " pin | gift | gift article | send | send to a friend | share full article |"
            " sharing | share link | bookmark | click to share on | click to email a link to"
            " a friend | click to print | opens in new window | opens in a new window |"
            " opens in new tab | print article | email article | resize | text size | font"
            " size | share this with | email link | add to favorites | add to favourites |"
            " send by email | share by email | gift this | url | add as a preferred source"
            " on google | follow us on google news | forward | share save | reuse this"
            " content | republish this article | report an error",
            "es": "compartir | comparte | comparte esto | compartir en | comparte en | imprimir |"
            " enviar | enviar por correo | correo | correo electrónico | copiar | copiar"
            " enlace | copiar link | guardar | tuitear | me gusta | enlace copiado |"
            " compartir por | comparte esta noticia | compartir esta noticia | compartir"
            " artículo",
            "de": "teilen | teile | drucken | merken | artikel teilen | beitrag teilen | diesen"
            " artikel | mailen | per mail | per e-mail | link kopieren | kopieren |"
            " weiterleiten | auf facebook | auf twitter | auf WhatsApp | auf whatsapp | auf"
            " x | versenden | artikel drucken | speichern | vorlesen | seite drucken |"
            " feedback",
            "fr": "partager | partagez | partager sur | partager cet article | imprimer | envoyer"
            " | envoyer par mail | envoyer par email | copier | copier le lien | lien copié"
            " | sauvegarder | enregistrer | tweeter | réagir | partages | partager l article"
            " | offrir cet article | offrir l article | par email | ajouter aux favoris",
            "pt": "compartilhar | compartilhe | partilhar | partilhe | compartilhar no | imprimir"
            " | enviar | enviar por e-mail | copiar | copiar link | curtir | salvar |"
            " guardar | compartilhe no | compartilhe esta notícia | compartilhe isso | link"
            " copiado",
            "it": "condividi | condividi su | condividi via | condividi questo articolo | stampa"
            " | invia | copia | copia link | salva | mi piace | twitta | invia per email |"
            " condividi l articolo | condividere | link copiato",
            "nl": "deel | delen | deel dit artikel | deel dit | deel via | delen via | afdrukken"
            " | printen | kopieer | kopieer link | bewaar | opslaan | mailen | deel op | dit"
            " artikel delen | artikel delen | link gekopieerd | doorsturen",
            "ru": "поделиться | поделитесь | поделиться в | распечатать | печать | скопировать |"
            " скопировать ссылку | отправить | сохранить | нравится | поделиться ссылкой |"
            " поделиться новостью | ссылка скопирована | версия для печати | поделитесь"
            " новостью",
            "pl": "udostępnij | udostępnij na | drukuj | wyślij | kopiuj link | lubię to |"
            " podziel się",
            "sv": "dela | dela artikeln | skriv ut | kopiera länk | spara | dela på",
            "no": "del | del på | del artikkelen | skriv ut | kopier lenke",
            "da": "del artiklen | del | kopier link | gem | udskriv",
            "tr": "paylaş | yazdır | kopyala | beğen | kaydet",
            "uk": "поділитися | поширити | надіслати | друкувати | скопіювати",
            "cs": "sdílet | sdílejte | vytisknout | tisk | kopírovat odkaz | uložit",
        },
    ),
    Terms(
        Concept.COMMENTS,
        Kind.BIT,
        {
            "en": "comment | comments | no comments | add a comment | post a comment | leave a"
            " comment | leave a reply | write a comment | view comments | show comments |"
            " hide comments | read comments | load comments | reply | replies | join the"
            " conversation | join the discussion | comments off | comments are closed |"
            " comments are off | newest | oldest | report | upvote | downvote | # comments |"
            " # comment | name | website | cancel reply | post comment | submit | be the"
            " first to comment | add comment | see all comments | view all comments | #"
            " replies | read all comments | sign in to comment | log in to comment | sort by"
            " | on | already have an account",
            "es": "comentar | comentario | comentarios | deja un comentario | deja una respuesta"
            " | dejar un comentario | ver comentarios | sin comentarios | # comentarios |"
            " responder | cancelar la respuesta | publicar comentario | nombre | web |"
            " añadir comentario | comentarios recientes | escribe un comentario | publicar"
            " el comentario",
            "de": "kommentar | kommentare | kommentieren | # kommentare | kommentar schreiben |"
            " kommentare lesen | kommentare anzeigen | antworten | antwort abbrechen | name"
            " | kommentar abschicken | jetzt kommentieren | keine kommentare | kommentar"
            " verfassen",
            "fr": "commentaire | commentaires | commenter | # commentaires | laisser un"
            " commentaire | voir les commentaires | ajouter un commentaire | répondre | nom"
            " | site web | aucun commentaire | réagissez | annuler la réponse | lire les"
            " commentaires",
            "pt": "comentar | comentário | comentários | # comentários | deixe um comentário |"
            " deixe uma resposta | deixar um comentário | ver comentários | responder | nome"
            " | sem comentários | comente | cancelar resposta | publicar comentário",
            "it": "commenta | commento | commenti | # commenti | lascia un commento | rispondi |"
            " nessun commento | invia commento | nome | annulla risposta | lascia una"
            " risposta",
            "nl": "reactie | reacties | reageer | reageren | # reacties | laat een reactie achter"
            " | geef een reactie | plaats een reactie | geen reacties | naam | plaats"
            " reactie | reactie annuleren | beantwoorden",
            "ru": "комментарий | комментарии | комментариев | комментировать | # комментариев | #"
            " комментария | # комментарий | оставить комментарий | добавить комментарий |"
            " имя | ответить | нет комментариев | отправить комментарий | обсудить |"
            " отменить ответ | написать комментарий",
            "pl": "komentarz | komentarze | # komentarzy | dodaj komentarz | skomentuj",
            "sv": "kommentera | kommentarer",
            "tr": "yorum | yorumlar | yorum yap | yorum yaz",
            "uk": "коментарі | коментувати | залишити коментар | додати коментар | # коментарів",
            "cs": "komentáře | diskuse | přidat komentář | diskuze",
        },
    ),
    Terms(
        Concept.COMMENTS,
        Kind.OPENER,
        {
            "en": "comments | # comments | # comment | leave a reply | leave a comment | post a"
            " comment | add a comment | write a comment | recent comments | top comments |"
            " reader comments | readers comments | join the discussion | join the"
            " conversation | discussion | latest comments | # responses | # replies | top"
            " rated comments | no comments | no comments yet | comment | # thoughts on | be"
            " the first to comment | comments are closed | what do you think | have your say"
            " | your comment",
            "es": "comentarios | # comentarios | # comentario | deja una respuesta | deja un"
            " comentario | comentarios recientes | dejar una respuesta | opina | dejar un"
            " comentario | últimos comentarios | no hay comentarios",
            "de": "kommentare | # kommentare | # kommentar | schreibe einen kommentar | kommentar"
            " schreiben | schreiben sie einen kommentar | diskutieren sie mit |"
            " leserkommentare | neueste kommentare | kommentar verfassen | diskussion |"
            " hinterlasse einen kommentar | hinterlasse eine antwort | antworten",
            "fr": "commentaires | # commentaires | # commentaire | laisser un commentaire |"
            " laissez un commentaire | commentaires récents | vos réactions | réactions |"
            " laisser une réponse | votre commentaire",
            "pt": "comentários | # comentários | # comentário | deixe um comentário | deixe uma"
            " resposta | comentários recientes | deixar um comentário | comentários recentes"
            " | deixe seu comentário",
            "it": "commenti | # commenti | # commento | lascia un commento | commenti recenti |"
            " lascia una risposta",
            "nl": "reacties | # reacties | # reactie | laat een reactie achter | geef een reactie"
            " | plaats een reactie | recente reacties",
            "ru": "комментарии | # комментариев | # комментария | оставить комментарий | добавить"
            " комментарий | свежие комментарии | последние комментарии | обсуждение",
            "pl": "komentarze | # komentarzy | dodaj komentarz | ostatnie komentarze",
            "sv": "kommentarer | lämna ett svar",
            "no": "kommentarer | legg igjen en kommentar",
            "da": "kommentarer | skriv et svar",
            "tr": "yorumlar | yorum yap | bir cevap yazın",
            "uk": "коментарі | залишити коментар | додати коментар",
            "cs": "komentáře | diskuse | napsat komentář",
            "ja": "コメント | コメントを残す",
            "zh": "评论 | 發表評論 | 发表评论 | 留言",
            "ko": "댓글",
        },
    ),
    Terms(
        Concept.COMMENTS,
        Kind.STRONG,
        {
            "en": "your email address will not be published | required fields are marked | email"
            " will not be published | save my name email and website in this browser | save"
            " my name and email | this site uses akismet | notify me of new posts | notify"
            " me of follow up comments | how your comment data is processed | you must be"
            " logged in to post a comment | sign in to join the discussion | sign in to join"
            " the conversation | be the first to comment | log in to comment | register to"
            " comment | comments are moderated | comment policy | community guidelines"
            " before | please log in to comment | please read our comment | no comments to"
            " show | share your thoughts in the comments | let us know in the comments | the"
            " comments below | commenting guidelines | commenting is disabled | by"
            " submitting a comment | you must be logged in to join | share your thoughts and"
            " join | share your thoughts on | keep comments relevant | comments may take up"
            " to | maintaining a lively but civil | please be respectful of other | be"
            " respectful of other commenters | to view comments | sign in to view comments |"
            " log in to view comments",
            "es": "tu dirección de correo electrónico no será publicada | los campos obligatorios"
            " están marcados | su dirección de correo electrónico no será publicada | correo"
            " electrónico no será publicado | no hay comentarios que mostrar | guarda mi"
            " nombre correo electrónico | inicia sesión para comentar | sé el primero en"
            " comentar | debes iniciar sesión para comentar | déjanos tu comentario | para"
            " ver los comentarios | inicia sesión o regístrate",
            "de": "deine e-mail-adresse wird nicht veröffentlicht | ihre e-mail-adresse wird"
            " nicht veröffentlicht | erforderliche felder sind mit | e-mail-adresse in"
            " diesem browser | meinen namen meine e-mail-adresse | bitte melden sie sich an"
            " | schreiben sie den ersten kommentar | bitte halten sie sich an die netiquette"
            " | um kommentare zu lesen",
            "fr": "votre adresse e-mail ne sera pas publiée | votre adresse de messagerie ne sera"
            " pas publiée | les champs obligatoires sont indiqués | enregistrer mon nom |"
            " connectez vous pour commenter | soyez le premier à commenter | aucun"
            " commentaire à afficher | pour laisser un commentaire",
            "pt": "o seu endereço de e-mail não será publicado | o seu endereço de email não será"
            " publicado | campos obrigatórios são marcados | campos obrigatórios marcados"
            " com | salvar meus dados neste navegador | seja o primeiro a comentar | guardar"
            " o meu nome email | faça login para comentar | nenhum comentário para mostrar |"
            " não serão aprovados pelo moderador | os comentários são de responsabilidade",
            "it": "il tuo indirizzo email non sarà pubblicato | i campi obbligatori sono"
            " contrassegnati | salva il mio nome | accedi per commentare | devi essere"
            " connesso | nessun commento da mostrare",
            "nl": "je e-mailadres wordt niet gepubliceerd | het e-mailadres wordt niet"
            " gepubliceerd | vereiste velden zijn gemarkeerd | mijn naam e-mail en site"
            " bewaren | log in om te reageren | wees de eerste die reageert",
            "ru": "ваш адрес email не будет опубликован | ваш e-mail не будет опубликован |"
            " обязательные поля помечены | сохранить моё имя | сохранить мое имя | чтобы"
            " оставить комментарий | войдите чтобы комментировать | комментариев пока нет |"
            " будьте первым кто оставит",
            "pl": "twój adres e-mail nie zostanie opublikowany | wymagane pola są oznaczone",
            "sv": "din e-postadress kommer inte publiceras | obligatoriska fält är märkta",
            "no": "din e-postadresse vil ikke bli publisert",
            "da": "din e-mailadresse vil ikke blive publiceret",
            "tr": "e-posta hesabınız yayımlanmayacak | e-posta adresiniz yayınlanmayacak",
            "uk": "ваша e-mail адреса не оприлюднюватиметься | обов’язкові поля позначені",
            "cs": "vaše e-mailová adresa nebude zveřejněna | vyžadované informace jsou označeny",
        },
    ),
)
