"""The workload page: what waits, what was decided and by whom, and how long it took."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import DeskRequest
from accounts.roles import reviewer_required
from claims import workload as workloads
from claims import workload_charts, workload_csv
from claims.period_form import PeriodForm
from claims.states import VerdictStatus


@require_safe
@reviewer_required
def workload(request: DeskRequest) -> HttpResponse:
    form = PeriodForm(request.GET)
    work = workloads.of(form.period)
    context = {
        "form": form,
        "work": work,
        "ages": list(zip(workload_charts.AGE_CLASSES, workloads.AGE_NAMES, strict=True)),
        "statuses": VerdictStatus.choices,
        "status_legend": list(
            zip(workload_charts.STATUS_CLASSES, VerdictStatus.labels, strict=True)
        ),
        "waiting": workload_charts.waiting(work),
        "decided": workload_charts.decided(work),
        "people": workload_charts.people(work),
        "times": workload_charts.times(work),
    }
    return render(request, "claims/workload.html", context)


@require_safe
@reviewer_required
def workload_table(request: DeskRequest, table: str) -> HttpResponse:
    """One of the page's tables over the same days."""
    if table not in workload_csv.TABLES:
        raise Http404("No table is called so.")
    work = workloads.of(PeriodForm(request.GET).period)
    response = HttpResponse(workload_csv.text(work, table), content_type="text/csv; charset=utf-8")
    name = f"{table}-{work.period.first}-{work.period.last}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
