"""What a person is told of, and how: their own choices."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.requests import DeskRequest
from accounts.roles import member_required
from claims import switches as choices
from claims.notification_forms import SwitchesForm
from claims.states import Way
from web.toasts import toast


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def switches(request: DeskRequest) -> HttpResponse:
    wanted = {way.value: kinds for way, kinds in choices.wanted(request.user).items()}
    initial = {**wanted, "digest": request.user.digest}
    form = SwitchesForm(request.POST or None, initial=initial)
    if form.is_valid():
        choices.choose(request.user, form.wants, digest=form.cleaned_data["digest"])
        toast(request, "Your choices are saved.")
        return redirect("claims:switches")
    context = {"form": form, "ways": list(Way), "rows": form.rows}
    status = 422 if form.is_bound else 200
    return render(request, "claims/switches.html", context, status=status)
