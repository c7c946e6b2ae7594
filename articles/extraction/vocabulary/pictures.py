"""Words under pictures: captions, photographers, agencies."""

from __future__ import annotations

from articles.extraction.vocabulary.concepts import Concept, Kind, Terms

PICTURES = (
    Terms(
        Concept.PHOTO,
        Kind.LABEL,
        {
            "en": "photo | photos | photo by | photos by | photograph | photograph by |"
            " photographs | photo credit | photo courtesy | photo courtesy of | image |"
            " image by | image credit | image source | image caption | caption | picture |"
            " picture by | pictures | credit | credits | file photo | file image | file"
            " picture | file | pic | pix | illustration | illustration by | graphic | photo"
            " caption | photographer | video credit | image via | featured image | media"
            " caption | map | handout | picture credit | pictured | photographer credit |"
            " video by | graphic by | art by | cover image",
            "es": "foto | fotos | fotografía | imagen | crédito | créditos | foto de archivo |"
            " foto de | pie de foto | ilustración | infografía | fotógrafo",
            "de": "foto | fotos | bild | bilder | bildquelle | bildnachweis | fotonachweis |"
            " archivbild | archivfoto | symbolbild | symbolfoto | grafik | illustration |"
            " bildunterschrift | foto von | quelle bild | bildrechte | fotograf | karte",
            "fr": "photo | photos | crédit photo | crédits photo | crédit | crédits | image |"
            " photo par | illustration | photo d illustration | photo d archives | légende |"
            " infographie | visuel",
            "pt": "foto | fotos | imagem | crédito | créditos | fotografia | foto de | ilustração"
            " | legenda | reprodução | divulgação | crédito da foto | arte | foto de arquivo",
            "it": "foto | fotografia | immagine | crediti | credito | foto di | didascalia |"
            " illustrazione | crediti foto | credit | foto d archivio",
            "nl": "foto | beeld | fotograaf | fotografie | illustratie | bron foto | foto s |"
            " afbeelding | fotocredit",
            "ru": "фото | фотография | изображение | иллюстрация | снимок | фотограф | фото из"
            " архива | коллаж",
            "pl": "fot | foto | zdjęcie | źródło zdjęcia | ilustracja",
            "sv": "foto | bild | arkivbild | illustration",
            "no": "foto | arkivfoto | illustrasjon",
            "da": "foto | arkivfoto",
            "tr": "fotoğraf | foto",
            "uk": "фото | ілюстрація | зображення",
            "cs": "foto | zdroj | ilustrační foto | autor fotografie",
            "ja": "写真 | 写真提供 | 画像",
        },
    ),
    Terms(
        Concept.PHOTO,
        Kind.BIT,
        {
            "press": "ap photo | ap photos | afp photo | getty images | afp via getty images | via"
            " getty images | shutterstock | istock | istockphoto | unsplash | pexels |"
            " pixabay | adobe stock | alamy | alamy stock photo | reuters file | epa efe |"
            " imago | imago images | picture alliance | dpa picture alliance | wikimedia"
            " commons | ap archive | bloomberg via getty images | zuma press | nurphoto |"
            " anadolu | anadolu agency | sputnik via | pool photo | keystone | scanpix | ntb"
            " scanpix | europa press | pa wire | pa media | pa images | canva |"
            " depositphotos | dreamstime | flickr | rex features",
            "en": "file photo | file image | handout photo | handout | stock image | stock photo"
            " | photo | photos | image | representational image | representative image |"
            " courtesy photo | screenshot | screengrab | file",
            "es": "foto de archivo | imagen de archivo | imagen ilustrativa | foto",
            "de": "archivbild | archivfoto | symbolbild | symbolfoto | foto | fotos | bild",
            "fr": "photo d archives | photo d illustration | image d illustration | photo",
            "pt": "foto de arquivo | imagem ilustrativa | foto | divulgação | reprodução",
            "it": "foto d archivio | immagine di repertorio | foto | foto di repertorio | foto"
            " ansa",
            "nl": "archieffoto | stockfoto | foto",
            "ru": "фото из архива | архивное фото | иллюстративное фото | фото",
        },
    ),
    Terms(
        Concept.PHOTO,
        Kind.STRONG,
        {
            "press": "ap photo | ap photos | afp photo | afp via getty images | via getty images |"
            " getty images | reuters file photo | alamy stock photo | epa efe | dpa picture"
            " alliance | pool photo via | shutterstock | file photo | handout photo | photo"
            " courtesy | photo credit | image credit | courtesy photo | representational"
            " image | via ap | via reuters | via afp | screengrab from | handout via",
            "en": "in a photo released by | in a photo provided by | in a photograph released by"
            " | in this photo released | in this photo provided | in this photo taken | in"
            " this file photo | in this image released | in this image provided | in this"
            " image taken | in this undated photo | in this handout | in a picture released"
            " by | in an image released by | in a photo taken | in this photograph | in this"
            " picture taken | in this image made from | in a handout photo | in this"
            " screengrab | in this screenshot | this photo released by | this photo taken on"
            " | this handout photo | this file photo | photo shows | in an undated photo |"
            " in an undated image | in a still from | in this image grab | file photograph",
            "es": "en una foto difundida por | en una imagen difundida por | en esta foto de"
            " archivo | fotografía de archivo | en una imagen de archivo | en esta"
            " fotografía | en esta foto",
            "de": "auf diesem foto | auf diesem bild | auf einem von | picture alliance | imago"
            " images | archivbild | symbolbild",
            "fr": "sur cette photo | sur cette image | photo d archives | photo d illustration |"
            " photo prise le",
            "pt": "em foto de arquivo | em imagem de arquivo | em foto divulgada | foto de"
            " arquivo | nesta foto",
            "it": "in una foto d archivio | in una foto di archivio | in una foto diffusa | in"
            " questa foto | foto d archivio",
            "nl": "op deze foto | op een foto van | archieffoto",
            "ru": "на этом фото | на фото из архива | фото из архива | архивное фото | на снимке",
        },
    ),
)
