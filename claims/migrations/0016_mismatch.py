"""“Not a match” can have a reason."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0005_found_by_words'),
        ('claims', '0015_silence'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='dismissal',
            name='mismatch',
            field=models.CharField(blank=True, choices=[('subject', 'about something else'), ('occasion', 'another time or place'), ('topic', 'the same topic only'), ('no claim', 'nothing that can be checked')], help_text='Why it is not a match, if said', max_length=12),
        ),
        migrations.AddField(
            model_name='link',
            name='mismatch',
            field=models.CharField(blank=True, choices=[('subject', 'about something else'), ('occasion', 'another time or place'), ('topic', 'the same topic only'), ('no claim', 'nothing that can be checked')], help_text='Why it is not a match, if said', max_length=12),
        ),
        migrations.AddConstraint(
            model_name='dismissal',
            constraint=models.CheckConstraint(condition=models.Q(('mismatch', ''), ('mismatch__in', ['subject', 'occasion', 'topic', 'no claim']), _connector='OR'), name='dismissal_mismatch_known'),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.CheckConstraint(condition=models.Q(('mismatch', ''), ('mismatch__in', ['subject', 'occasion', 'topic', 'no claim']), _connector='OR'), name='link_mismatch_known'),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.CheckConstraint(condition=models.Q(('mismatch', ''), ('state', 'rejected'), _connector='OR'), name='link_mismatch_only_rejected'),
        ),
    ]
