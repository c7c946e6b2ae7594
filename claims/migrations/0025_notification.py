"""What a person is told of others' work."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0024_word_pairs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Notification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("mentioned", "mentioned you"),
                            ("replied", "replied in a thread of yours"),
                            ("commented", "commented on a claim of yours"),
                            ("assigned", "assigned a claim to you"),
                            ("taken over", "took over a claim that you held"),
                            ("reversed", "reversed your verdict"),
                            ("disagreed", "came to another verdict than you"),
                            ("handed over", "handed a claim over to you"),
                        ],
                        max_length=12,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notifications",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(fields=["person", "-id"], name="notification_of_person"),
                    models.Index(
                        condition=models.Q(("read_at", None)),
                        fields=["person", "-id"],
                        name="notification_unread",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "mentioned",
                                    "replied",
                                    "commented",
                                    "assigned",
                                    "taken over",
                                    "reversed",
                                    "disagreed",
                                    "handed over",
                                ],
                            )
                        ),
                        name="notification_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("by")), _negated=True),
                        name="notification_of_another",
                    ),
                ],
            },
        ),
    ]
