"""The workload page counts verdicts over an index alone."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0041_house_names")]

    operations = [
        migrations.RemoveIndex(model_name="verdict", name="verdict_newest"),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(
                fields=["-decided_at", "-id"],
                include=["decided_by", "status", "waited_since"],
                name="verdict_newest",
            ),
        ),
    ]
