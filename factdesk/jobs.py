"""Housekeeping of the worker itself."""

from __future__ import annotations

from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status


@app.periodic(cron="*/5 * * * *")
@app.task(name="retry_stalled", queueing_lock="retry_stalled")
async def retry_stalled(timestamp: int) -> None:
    """Put jobs back that a killed worker left half done; all jobs here can be done twice."""
    for job in await app.job_manager.get_stalled_jobs():
        try:
            await app.job_manager.retry_job(job)
        except UniqueViolation:  # the same work waits already, under the same queueing lock
            await app.job_manager.finish_job(job, Status.ABORTED, delete_job=True)
