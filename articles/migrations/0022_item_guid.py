from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0021_origins_load_twice")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="guid",
            field=models.TextField(
                blank=True,
                default="",
                help_text="What its sender calls it in every version: IPTC's guid or uri",
                verbose_name="item identifier",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                condition=models.Q(("guid", ""), _negated=True),
                fields=("outlet", "guid"),
                name="article_guid_unique",
                violation_error_message="This outlet's item of that identifier is on the desk.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("guid__length__lte", 500)), name="article_guid_length"
            ),
        ),
    ]
