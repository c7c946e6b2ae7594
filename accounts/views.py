"""Login, passwords and a person's own settings."""

from __future__ import annotations

from typing import Any

from django.conf import settings as desk
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_not_required
from django.contrib.messages.views import SuccessMessageMixin
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import own_keys, preferences
from accounts import people as members
from accounts.forms import (
    ChangePasswordForm,
    LoginForm,
    NewPasswordForm,
    SettingsForm,
    ZoneForm,
)
from accounts.key_forms import BY_FIELD, KeyMapForm
from accounts.key_map import Action
from accounts.requests import DeskRequest
from accounts.roles import member_required
from web import paging
from web.toasts import toast, warn

PEOPLE_A_PAGE = 50
LONGEST_NAME = 150  # characters, as a login
PAUSE_SECONDS = round(desk.AXES_COOLOFF_TIME * 3600)

login = auth_views.LoginView.as_view(
    template_name="accounts/login.html",
    authentication_form=LoginForm,
    redirect_authenticated_user=True,
)
logout = login_not_required(auth_views.LogoutView.as_view())


@login_not_required
def locked_out(
    request: HttpRequest, original: HttpResponse | None = None, credentials: Any = None
) -> HttpResponse:
    """The login page once a name has no tries left, without asking whether the password fits."""
    form = LoginForm(request, initial={"username": request.POST.get("username", "")})
    context = {"form": form, "is_paused": True, "next": request.POST.get("next", "")}
    response = render(request, "accounts/login.html", context, status=429)
    response["Retry-After"] = str(PAUSE_SECONDS)
    add_never_cache_headers(response)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def settings(request: DeskRequest) -> HttpResponse:
    user = request.user
    chosen = {name: getattr(user, name) for name in SettingsForm.base_fields}
    form = SettingsForm(request.POST or None, initial=chosen)
    if form.is_valid():
        preferences.choose(user, **form.cleaned_data)
        toast(request, "Your settings are saved.")
        return redirect("accounts:settings")
    status = 422 if form.is_bound else 200
    return render(request, "accounts/settings.html", {"form": form}, status=status)


@require_POST
@member_required
def zone(request: DeskRequest) -> HttpResponse:
    """The browser's own zone, told once by a script while the account has none."""
    form = ZoneForm(request.POST)
    if not form.is_valid():
        return HttpResponse("This is no time zone.\n", "text/plain", status=422)
    preferences.adopt_zone(request.user, **form.cleaned_data)
    return HttpResponse(status=204)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def keys(request: DeskRequest) -> HttpResponse:
    """The key map: every action with its key, which the person may change."""
    changed = own_keys.changed(request.user)
    form = KeyMapForm(request.POST or None, changed=changed)
    if form.is_valid():
        own_keys.change(request.user, form.wanted)
        toast(request, "Your keys are saved.")
        return redirect("accounts:keys")
    status = 422 if form.errors else 200
    return render(request, "accounts/keys.html", {"form": form}, status=status)


@require_POST
@member_required
def reset_keys(request: DeskRequest) -> HttpResponse:
    """One action, or all, with the key it had at first."""
    before = own_keys.changed(request.user)
    asked = BY_FIELD.get(request.POST.get("action", ""))
    gone = list(before) if "all" in request.POST else [asked] if asked in before else []
    undo = reverse("accounts:restore_keys", args=[own_keys.token_of(before)]) if gone else ""
    try:
        own_keys.reset(request.user, gone)
    except own_keys.KeyConflict as conflict:
        warn(request, " ".join(conflict.why.values()))
    else:
        toast(request, _reset_words(gone), undo=undo)
    return redirect("accounts:keys")


def _reset_words(gone: list[Action]) -> str:
    if len(gone) == 1:
        return f"“{gone[0].label}” has its first key again."
    return "All keys are as they were at first." if gone else "It has its first key already."


@require_POST
@member_required
def restore_keys(request: DeskRequest, token: str) -> HttpResponse:
    """Take a reset back."""
    try:
        own_keys.change(request.user, own_keys.read_token(token))
    except (BadSignature, own_keys.KeyConflict):
        warn(request, "Your keys were changed meanwhile. Nothing changed.")
    else:
        toast(request, "Undone. Your keys are as you had chosen.")
    return redirect("accounts:keys")


@require_safe
@member_required
def people(request: DeskRequest) -> HttpResponse:
    """The members of the desk; for htmx those whom `?q=` may mean, to be called in a comment."""
    words = request.GET.get("q", "")[:LONGEST_NAME].replace("\0", "")
    found = members.called_like(words) if words else members.members()
    if request.htmx:
        offered = found.order_by("username")[: members.OFFERED]
        return render(request, "accounts/_people_offered.html", {"people": offered})
    page = paging.page(found, order=["username", "pk"], size=PEOPLE_A_PAGE, params=request.GET)
    return render(request, "accounts/people.html", {"page": page, "words": words})


class ChangePassword(SuccessMessageMixin, auth_views.PasswordChangeView):  # type: ignore[type-arg]
    template_name = "accounts/password.html"
    form_class = ChangePasswordForm
    success_url = reverse_lazy("accounts:settings")
    success_message = "Your password is changed."


password = member_required(ChangePassword.as_view())

reset = auth_views.PasswordResetView.as_view(
    template_name="accounts/reset.html",
    subject_template_name="accounts/reset_subject.txt",
    email_template_name="accounts/reset_mail.txt",
    success_url=reverse_lazy("accounts:reset_sent"),
)
reset_sent = auth_views.PasswordResetDoneView.as_view(template_name="accounts/reset_sent.html")


class NewPassword(SuccessMessageMixin, auth_views.PasswordResetConfirmView):  # type: ignore[type-arg]
    template_name = "accounts/new_password.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("accounts:login")
    success_message = "Your password is changed. Sign in with it."


new_password = NewPassword.as_view()
