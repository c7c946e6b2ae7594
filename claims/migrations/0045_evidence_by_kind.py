from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("claims", "0044_blind_review"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="evidence",
            index=models.Index(
                condition=models.Q(("removed_at", None), models.Q(("kind", ""), _negated=True)),
                fields=["kind", "claim"],
                name="evidence_by_kind",
            ),
        ),
    ]
