"""A history tells when a figure was settled and when it was opened again."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0008_mention'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='event',
            name='event_kind_known',
        ),
        migrations.AlterField(
            model_name='event',
            name='kind',
            field=models.CharField(choices=[('marked', 'marked'), ('moved', 'moved its ends'), ('edited', 'edited'), ('removed', 'removed'), ('restored', 'put back'), ('suggested', 'suggested a link'), ('linked', 'linked'), ('unlinked', 'unlinked'), ('rejected', 'not a match'), ('reopened', 'back in the queue'), ('taken', 'taken'), ('released', 'let go'), ('skipped', 'skipped'), ('decided', 'decided'), ('undone', 'verdict undone'), ('evidence added', 'evidence added'), ('evidence removed', 'evidence removed'), ('settled', 'figure settled'), ('unsettled', 'figure open again')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['marked', 'moved', 'edited', 'removed', 'restored', 'suggested', 'linked', 'unlinked', 'rejected', 'reopened', 'taken', 'released', 'skipped', 'decided', 'undone', 'evidence added', 'evidence removed', 'settled', 'unsettled'])), name='event_kind_known'),
        ),
    ]
