"""Pins, assignments and due times are told in the history of a claim."""

from django.db import migrations, models

KINDS = [('marked', 'marked'), ('moved', 'moved its ends'), ('edited', 'edited'), ('removed', 'removed'), ('restored', 'put back'), ('suggested', 'suggested a link'), ('linked', 'linked'), ('unlinked', 'unlinked'), ('rejected', 'not a match'), ('reopened', 'back in the queue'), ('attributed', 'who says so confirmed'), ('taken', 'taken'), ('released', 'let go'), ('skipped', 'skipped'), ('decided', 'decided'), ('undone', 'verdict undone'), ('evidence added', 'evidence added'), ('evidence removed', 'evidence removed'), ('not mentioned', 'not mentioned elsewhere'), ('silence withdrawn', 'no longer “not mentioned”'), ('followed', 'went along with its text'), ('source changed', 'source changed'), ('linked text changed', 'a linked claim’s source changed'), ('relocated', 'place settled'), ('relocation undone', 'place open again'), ('settled', 'figure settled'), ('unsettled', 'figure open again'), ('opinion', 'gave an opinion'), ('opinion withdrawn', 'took back an opinion'), ('opinion void', 'opinion set aside'), ('pinned', 'pinned'), ('unpinned', 'no longer pinned'), ('taken over', 'taken over'), ('assigned', 'assigned'), ('handed over', 'handed over'), ('due time', 'due time')]


class Migration(migrations.Migration):

    dependencies = [('claims', '0033_queue_by_due_time')]

    operations = [
        migrations.RemoveConstraint(model_name='event', name='event_kind_known'),
        migrations.AlterField(
            model_name='event',
            name='kind',
            field=models.CharField(choices=KINDS, max_length=20),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', [value for value, _ in KINDS])), name='event_kind_known'),
        ),
    ]
