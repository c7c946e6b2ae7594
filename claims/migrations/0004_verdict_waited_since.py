"""A verdict keeps since when its claim had waited, so that undo puts it back at its place."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0003_linked_story")]

    operations = [
        migrations.AddField("verdict", "waited_since", models.DateTimeField(blank=True, null=True)),
    ]
