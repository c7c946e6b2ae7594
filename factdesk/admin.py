"""The worker's jobs in the admin, to look at."""

from __future__ import annotations

from django.contrib import admin
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.administration import ReadOnlyAdmin

admin.site.unregister(ProcrastinateJob)


@admin.register(ProcrastinateJob)
class JobAdmin(ReadOnlyAdmin):
    list_display = ["id", "task_name", "status", "attempts", "scheduled_at", "args"]
    list_filter = ["status", "task_name"]
