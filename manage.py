#!/usr/bin/env python3
"""Django's command line. `./desk manage …` runs it with the database started."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factdesk.settings")
    execute_from_command_line(sys.argv)
