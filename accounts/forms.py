"""Forms of the account pages: they give cleaned types, services decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import forms as auth_forms
from django.core.exceptions import ValidationError

from accounts.models import Density, Theme, validate_zone
from accounts.zones import zone_choices

NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


RULES = "Eight characters or more, with letters; no common password, none like your name."


class LoginForm(auth_forms.AuthenticationForm):
    """Name and password; a refusal says how many tries are left before the pause."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Name"
        self.fields["username"].error_messages["required"] = "Type your name."
        self.fields["password"].error_messages["required"] = "Type your password."

    def clean(self) -> dict[str, Any]:
        """A refusal empties the password, so it is the field that needs the person."""
        try:
            return super().clean()
        except ValidationError:
            self.add_error("password", "Type the password again.")
            raise

    def get_invalid_login_error(self) -> ValidationError:
        words = "The name or the password is wrong."
        failures = getattr(self.request, "axes_failures_since_start", None)
        if failures:
            left = settings.AXES_FAILURE_LIMIT - failures
            tries = "try is" if left == 1 else "tries are"
            words += f" {NUMBERS[left]} {tries} left before a pause of five minutes."
        return ValidationError(words)


class NewPasswordForm(auth_forms.SetPasswordForm):  # type: ignore[type-arg]
    """A new password, typed twice."""

    error_messages = {"password_mismatch": "This is not what stands above. Type both again."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        new, again = self.fields["new_password1"], self.fields["new_password2"]
        new.label, again.label = "New password", "The new password again"
        new.help_text, again.help_text = RULES, ""
        for field in self.fields.values():
            field.error_messages["required"] = "Type it here."


class ChangePasswordForm(NewPasswordForm, auth_forms.PasswordChangeForm):
    """The password of now, and a new one."""

    error_messages = {
        **NewPasswordForm.error_messages,
        "password_incorrect": "This is not your password. Type it again.",
    }

    field_order = ["old_password", "new_password1", "new_password2"]


class SettingsForm(forms.Form):
    """How a person likes to read."""

    zone = forms.ChoiceField(
        label="Time zone",
        required=False,
        choices=lambda: [("", f"The desk’s, {settings.DESK_TIME_ZONE}"), *zone_choices()],
        help_text="Times on the desk are shown in it.",
        error_messages={"invalid_choice": "Choose a time zone from the list."},
    )
    theme = forms.ChoiceField(label="Colours", choices=Theme, widget=forms.RadioSelect)
    density = forms.ChoiceField(label="Density", choices=Density, widget=forms.RadioSelect)
    keys_enabled = forms.BooleanField(
        label="Single keys act, as V for verify",
        required=False,
        help_text="Off also hides their hints. Everything has a button as well.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("theme", "density"):
            self.fields[name].error_messages = {
                "required": "Choose one.",
                "invalid_choice": "Choose one of these.",
            }


class ZoneForm(forms.Form):
    """The zone that the browser reports."""

    zone = forms.CharField(max_length=100, validators=[validate_zone])
