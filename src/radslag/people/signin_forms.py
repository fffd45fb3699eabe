"""allauth's forms with our words, and without placeholders that pretend to be labels."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as keys
from django.utils.translation import gettext_lazy as _

WORDS = {
    "login": _("Användarnamn"),
    "password": _("Lösenord"),
    "remember": _("Håll mig inloggad på den här enheten"),
    "oldpassword": _("Nuvarande lösenord"),
    "password1": _("Nytt lösenord"),
    "password2": _("Nytt lösenord igen"),
    "code": _("Kod"),
    "name": _("Namn"),
    "passwordless": _("Logga in utan lösenord"),
}
"""What each field is called, by its name."""


class Ours:
    """Gives the fields our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            field.label = WORDS.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)
            if name == "password":
                field.help_text = ""


class SignIn(Ours, account.LoginForm):
    """User name and password."""


class Change(Ours, account.ChangePasswordForm):
    """A new password in place of an old one."""


class Choose(Ours, account.SetPasswordForm):
    """A password where there was none."""


class Confirm(Ours, account.ReauthenticateForm):
    """The password once more."""


class SecondStep(Ours, mfa.AuthenticateForm):
    """A code from an app, or a spare one."""


class ConfirmCode(Ours, mfa.ReauthenticateForm):
    """A code once more."""


class SetUpCode(Ours, totp.ActivateTOTPForm):
    """The first code from an app."""


class NewKey(Ours, keys.AddWebAuthnForm):
    """A key and what to call it."""


class RenamedKey(Ours, keys.EditWebAuthnForm):
    """What to call a key."""
