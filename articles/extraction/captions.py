"""How captions end: with a photographer, an agency, or both."""

from __future__ import annotations

import re

from articles.extraction.shape import Shape

CAPTION_MOST = 40  # words
NAMES_MOST = 8  # words after "Photo by"

_PICTURE_TAIL = re.compile(
    r"(?:[.!?…)\]|/©(\[»\"”:–—]|^)\s*(?:file |archiv[\w-]*\s?)?"
    r"(?P<word>photos?|photographs?|pictures?|pic|images?|photo credit|credit|fotos?|fotografía"
    r"|bild(?:er)?|imagem|imagen|immagine|beeld|фото|fot|crédit(?: photo)?|crédito|zdjęcie"
    r"|(?<=[.!?] )©)"
    r"(?P<mark>\s*[:/|]|\.\.\.|\.:|\s*©"
    r"|\s+(?:by|courtesy(?: of)?|via|from|von|de|di|par|door)\b|\s(?=\S))"
    r"(?P<who>[^.!?]{2,90})[.)\]]*$",
    re.IGNORECASE,
)
_LABELS = frozenset({"...", ":", "/", "|", ".:", "©"})
_AGENCY_TAIL = re.compile(
    r"(?:[(\[/|©–—]|\bvia|\bby)\s*(?:AP(?: Photo)?|AFP|Reuters|REUTERS|EPA(?:-EFE)?|EFE|dpa|DPA"
    r"|ANSA|Xinhua|Getty(?: Images)?|GETTY|TASS|IMAGO|imago|ANP|APA|Lusa|LUSA|NTB|TT|Keystone"
    r"|KEYSTONE|picture alliance|Shutterstock|iStock|Unsplash|Bloomberg|PA|Anadolu|Bernama"
    r"|РИА Новости|ТАСС)\b[^.!?]{0,60}[)\]]?\.?$"
)
_PHOTO_AGENCY = re.compile(  # who sells pictures and writes no news
    r"[(\[/|©–—]\s*(?:AP Photo|AFP Photo|Getty Images|GETTY|Shutterstock|iStock|Unsplash|IMAGO"
    r"|imago|picture alliance|Pool Photo|Photo:|Foto:)[^.!?]{0,60}[)\]]?\.?$"
)
_INNER_STOP = re.compile(r"[.!?…][\"”’»]*\s+(?=\S)")


def names_a_picture(text: str) -> bool:
    """ "… at low water. Photo: D. Quill / The Ledger", but not "Photos of it went round"."""
    found = _PICTURE_TAIL.search(text)
    if found is None:
        return False
    if found["mark"].strip() in _LABELS:
        return True
    names = [name for name in found["who"].split() if name[0].isalpha()]
    capitals = sum(name[0].isupper() for name in names)
    if not found["mark"].strip():  # "Photo Jean Dupont": a name and nothing else
        return 2 <= len(names) <= 5 and capitals == len(names) and found["word"][0].isupper()
    return len(names) <= NAMES_MOST and capitals * 2 > len(names)


def names_an_agency(shape: Shape) -> bool:
    """A caption signed by an agency; a paragraph signed "(AFP)" after its full stop is not."""
    if shape.size > CAPTION_MOST:
        return False
    if _PHOTO_AGENCY.search(shape.text):
        return True
    if shape.is_closed or not _AGENCY_TAIL.search(shape.text):
        return False
    return shape.size <= 12 or not _INNER_STOP.search(shape.text)
