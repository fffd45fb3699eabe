"""How the raw path says no: a status, the reason in words, what to do instead, and the section if law is the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from radslag.law.rule import NeedsReason, Refused
from radslag.law.rulesets import cite
from radslag.log.journal import AnotherWriter
from radslag.log.sitting import NotBorn, NotWritten, OtherContent


@dataclass(frozen=True)
class Saying:
    """What is said when the answer is no. Written in Swedish; ``worded`` gives it in another language."""

    status: int
    says: str
    instead: str

    def worded(self, language: str) -> dict[str, object]:
        """Give what is sent to the page."""
        with translation.override(language):
            return {"says": gettext(self.says), "instead": gettext(self.instead)}


class No(Exception):
    """The answer is no."""

    def __init__(self, saying: Saying) -> None:
        super().__init__(saying.says)
        self.saying = saying


NO_TICKET = Saying(401, _("Sidan saknar giltig biljett."), _("Läs om sidan, och logga in igen om du har loggat ut."))
OTHER_MEETING = Saying(403, _("Biljetten gäller ett annat sammanträde."), _("Öppna sammanträdets egen sida."))
OTHER_DEVICE = Saying(403, _("Biljetten hör till en annan enhet."), _("Läs om sidan på den enhet du vill använda."))
ONLY_FOLLOWS = Saying(403, _("Den här sidan kan bara följa sammanträdet."), _("Logga in för att delta."))
DEVICE_FOLLOWS = Saying(403, _("En annan enhet röstar för dig."), _("Ta över på den här enheten."))
OTHER_SITE = Saying(403, _("Begäran kommer från en annan webbplats."), _("Gör det från sammanträdets egen sida."))
UNKNOWN = Saying(404, _("Sammanträdet finns inte."), _("Kontrollera adressen."))
METHOD = Saying(405, _("Så kan adressen inte användas."), _("Gör det från sammanträdets egen sida."))
TOO_LARGE = Saying(413, _("Det är för mycket på en gång."), _("Korta texten, eller lämna den som handling i ärendet."))
TOO_MANY = Saying(429, _("Det kommer för många begäranden från sidan."), _("Vänta en sekund och försök igen."))
NO_KEY = Saying(400, _("Begäran saknar nyckel."), _("Läs om sidan och försök igen."))
NOT_UNDERSTOOD = Saying(400, _("Begäran går inte att förstå."), _("Läs om sidan och försök igen."))
NOT_WRITTEN = Saying(503, _("Journalen kunde inte skrivas. Ingenting har registrerats."), _("Försök igen om en stund."))
USED_KEY = Saying(
    409, _("Samma nyckel har redan använts för en annan handling."), _("Läs om sidan och gör om handlingen.")
)
BROKEN = Saying(500, _("Något gick fel hos oss. Ingenting har registrerats."), _("Försök igen. Säg till sekreteraren."))


def answer_to(why: Exception, language: str) -> tuple[int, bytes]:
    """Give status and body for what an act raised; anything that is not known as a refusal is our fault (500)."""
    match why:
        case Refused():
            with translation.override(language):
                says, instead = why.worded(gettext)
            said: dict[str, object] = {"section": cite(why.rule, settings.LAW_SFS), "says": says, "instead": instead}
            return 409, msgspec.json.encode(said | ({"needs_reason": True} if isinstance(why, NeedsReason) else {}))
        case No():
            no = why.saying
        case OtherContent():
            no = USED_KEY
        case NotBorn():
            no = UNKNOWN
        case NotWritten() | AnotherWriter():
            no = NOT_WRITTEN
        case PermissionError():
            no = DEVICE_FOLLOWS
        case ValueError() | LookupError() | TypeError() | RecursionError() | msgspec.MsgspecError():
            no = NOT_UNDERSTOOD
        case _:
            no = BROKEN
    return no.status, msgspec.json.encode(no.worded(language))


def language_of(cookies: Mapping[str, str]) -> str:
    """Give the language the browser has chosen."""
    chosen = cookies.get(settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_CODE)
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
