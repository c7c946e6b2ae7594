"""The three roles as groups; what each may do is decided in accounts.roles."""

from django.db import migrations

GROUPS = ("reporter", "reviewer", "desk admin")


def make_groups(apps, schema_editor):
    group = apps.get_model("auth", "Group")
    for name in GROUPS:
        group.objects.get_or_create(name=name)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        # Backwards the groups stay: accounts are in them, and an unused group harms nobody.
        migrations.RunPython(make_groups, migrations.RunPython.noop),
    ]
