"""Lines that are not the report: bylines, captions, and what a page says around an article."""

from __future__ import annotations

import re

_WHO = r"[^\W\d_a-z][\w.’'-]*(?: (?:de|da|van|von|bin|al|el)?\s?[^\W\d_a-z][\w.’'-]*){1,3}"
_BYLINE = re.compile(
    rf"^(?:[Bb][Yy]:?|[Vv]on|[Pp]ar|[Pp]or)\s+{_WHO}(?:(?:,? (?:and|AND) |, | & ){_WHO}){{0,4}}"
    r"(?:(?:,| \||/| -| –| —| in| for| of) .{2,60})?$"
)
_CREDIT_WORD = (
    r"(?:photo(?:graph)?s?|image|picture|pic|ảnh|foto|illustration|getty images|(?:ap|afp|reuters|file) photo|handout"
    r"|screengrab|screenshot|courtesy)"
)
# Each kind of picture credit, with the signs without one of which it need not be sought.
_PHOTO_CREDITS = tuple(
    (signs, re.compile(form, re.IGNORECASE))
    for signs, form in (
        ("([", rf"[(\[](?:[^()\[\]]{{0,60}}\b)?{_CREDIT_WORD}\b[^()\[\]]{{0,100}}[)\]]\W*$"),
        (
            ("photo", "image", "foto", "ảnh"),
            r"\b(?:photo|image|photograph|foto|ảnh)(?: by| courtesy(?: of)?|:|/) ?[^.:]{2,80}\W*$",
        ),
        ("/", r"\b[^\W\d_][\w.’' -]{2,40}/(?:getty images|ap|afp|reuters|epa|shutterstock|bloomberg)\W*$"),
    )
)
_CREDIT_LENGTH = 180
_CAPTION_START = re.compile(
    r"^\W*(?:file photo|photo|photos|image|picture|pictured|caption|video|watch|infographic|ảnh|foto)\s?[:/-]\s?\S"
    r"|^\W*file ?[-–—] |^\W*in this (?:photo|image|picture|file|undated|frame|handout|[a-z]+\.? \d{1,2},? \d{4})",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"\((?:[LRC]|left|right|cent(?:er|re)|(?:second|third|\w{1,6}), ?(?:L|R|left|right)|pictured"
    r"|[^()]{1,20} from (?:left|right))\)"
)
_TOPIC = r"(?:stories|articles|news|content|topics|posts)"
_FURNITURE = re.compile(
    r"^\W*(?:"
    r"(?:read|see|view|learn|find out|show|watch|discover) "
    r"(?:more|also|next|all|(?:the )?full (?:story|article|report))(?:\W*|\s?[:>|…].{0,160}"
    r"|:? (?:about|on|at|here|from|in|of our|stories|news|articles)\b.{0,120})"
    r"|(?:read|see also|read also|also see|related|more|up next|you may also like|recommended|don't miss|must read"
    r"|editors?' picks?|trending|most read|most popular|in case you missed it|more (?:from|on|stories))\s?[:>|].{0,200}"
    rf"|(?:related {_TOPIC}|more (?:stories|news|from .{{2,40}})|most (?:read|popular|viewed)|latest (?:news|stories)"
    r"|recommended for you|you might also like|top stories|trending now|what to read next|tags|topics|keywords"
    r"|comments?|leave a (?:comment|reply)|share(?: this)?(?: article| story| post)?(?: on .{2,40})?|tweet|print"
    r"|e-?mail|save|listen(?: to (?:this )?article)?|advertisement|sponsored(?: content)?|story continues below.{0,40}"
    r"|continue reading.{0,60}|skip to (?:main )?content|back to top)\W*"
    r"|(?:subscribe|sign up|sign in|log in|register|follow us|like us|download (?:the|our) app|click here|tap here"
    r"|get (?:the|our) (?:latest|app|free|daily)|support our|become a member|already a (?:member|subscriber)"
    r"|start your (?:free )?trial)\b.{0,200}"
    r"|(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved).{0,200}"
    r"|(?:we use cookies|this (?:site|website) uses cookies|by (?:continuing|clicking|using this site)"
    r"|accept (?:all )?cookies|privacy policy|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|settings)"
    r"|manage (?:cookies|consent)).{0,240}"
    r"|(?:this (?:material|article|story|content) may not be (?:published|reproduced)"
    r"|no part of this .{0,40}may be reproduced).{0,200}"
    r"|(?:last )?(?:updated|published|posted|modified)(?: on| at)?\s?[:-]?\s?.{0,20}\d{1,2}[ :/.-].{0,40}"
    r"|our standards: .{0,120}"
    r"|follow .{2,60} on (?:twitter|facebook|instagram|x|telegram|whatsapp)\b.{0,80}"
    r"|(?:have|got) a (?:news )?tip\b.{0,160}"
    r"|(?:contact|write to) (?:the (?:writer|author|reporter|editor)s?|us)\b.{0,160}"
    r")$",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    rf"^\W*(?:read (?:more|also|next)|see also|related {_TOPIC}|more (?:stories|news|from .{{2,40}})"
    r"|most (?:read|popular|viewed)|latest (?:news|stories)|recommended for you|you might also like|top stories"
    r"|trending now|what to read next)\W*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_STAMP_WORD = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|am|pm)?|[ap]|[ap]?m|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|gmt|utc|[ecmp][sd]?t|ist|bst|cet|cest|at|on|of|date|last|first|updated|published"
    r"|posted|modified",
    re.IGNORECASE,
)
_STAMP_ABROAD = re.compile(
    r"del?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember"
    r"|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre"
    r"|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro"
    r"|januari|februari|maart|mei|augustus|december"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag",
    re.IGNORECASE,
)
"""Months and days in Spanish, French, German, Italian, Portuguese and Dutch (Unicode CLDR)."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_STAMP_LENGTH = 80
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"”’'»)\]]*\s*$")


def is_byline(line: str) -> bool:
    """Whether the line names its writers: "By Jane Doe", "By Jane Doe and John Roe, Staff Writers"."""
    return len(line) <= 140 and bool(_BYLINE.match(line)) and not _SENTENCE_END.search(line)


def why_caption(line: str) -> str:
    """What shows that a line stands under a picture, "" where nothing does."""
    if len(line) > 500:
        return ""
    end = line[-_CREDIT_LENGTH:]
    lower = end.lower()
    for signs, credit in _PHOTO_CREDITS:
        if any(map(lower.__contains__, signs)) and credit.search(end):
            return "a picture credit ends the line"
    if _CAPTION_START.match(line):
        return "the line opens as a caption"
    if "(" in line and _POSITION.search(line) and not _SENTENCE_END.search(line):
        return "it says who stands where in a picture"
    if line.rstrip().endswith("|") and "|" not in line.strip().rstrip("|").lstrip("|"):
        return "a cell beside a picture"
    return ""


def why_furniture(line: str) -> str:
    """What shows that a line belongs to the page and not to the report, "" where nothing does."""
    if len(line) <= 300 and _FURNITURE.match(line):
        return "a line of the page, not of the report"
    return "a line of nothing but a date" if _is_stamp(line) else ""


def announces_in_english(line: str) -> bool:
    """Whether a line by itself announces other stories: "Read more", "Related stories", "Most popular"."""
    return bool(_ANNOUNCES.match(line))


def _is_stamp(line: str) -> bool:
    """Whether a line is a date with its year, perhaps with a time or a word like "updated", and no more."""
    words = _WORD.findall(line) if len(line) <= _STAMP_LENGTH else []
    dated = len(words) > 2 and any(map(_YEAR.fullmatch, words))
    return dated and all(_STAMP_WORD.fullmatch(word) or _STAMP_ABROAD.fullmatch(word) for word in words)


def ends_as_sentence(line: str) -> bool:
    """Whether the line ends in a full stop, question or exclamation mark."""
    return bool(_SENTENCE_END.search(line))
