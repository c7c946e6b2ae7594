"""How gunicorn serves Fact Desk, in the demo and in production. Found by --config."""

import gc
import os
import tempfile

from django.urls import get_resolver
from gunicorn.arbiter import Arbiter

from factdesk import lifeline

worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
timeout = 60
graceful_timeout = 10
keepalive = 5
# Imported once and shared by the workers; nothing connects to the database before the fork.
preload_app = True
# The workers touch a file as a sign of life; on a busy disk that can block them.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else tempfile.gettempdir()  # noqa: S108
# The control socket would go to the home folder, which is not always there or ours.
control_socket_disable = True


def when_ready(server: Arbiter) -> None:
    """Import every view and read every address before the fork, so that the workers share them;
    under `./desk demo` stop when it ends.

    What is loaded by then is never garbage, and looking through all of it held up a page now and
    then, by as long as a page takes.
    """
    _ = get_resolver().reverse_dict
    gc.collect()
    gc.freeze()
    lifeline.hold()
