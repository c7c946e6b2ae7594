"""The queue is in the order of priority, due time, wait and key, whatever it is asked for."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0026_count_claims'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('removed_at', None), ('waiting_since__isnull', False)), fields=['priority', 'due_order', 'waiting_since', 'id'], name='claim_queue'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('removed_at', None), ('waiting_since__isnull', False)), fields=['story', 'priority', 'due_order', 'waiting_since', 'id'], name='claim_queue_story'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('removed_at', None), ('waiting_since__isnull', False)), fields=['outlet', 'priority', 'due_order', 'waiting_since', 'id'], name='claim_queue_outlet'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('removed_at', None), ('waiting_since__isnull', False), ('assignee__isnull', False)), fields=['assignee', 'priority', 'due_order', 'waiting_since', 'id'], name='claim_assigned'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('removed_at', None), ('waiting_since__isnull', False), ('assigned_group__isnull', False)), fields=['assigned_group', 'priority', 'due_order', 'waiting_since', 'id'], name='claim_assigned_group'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('is_linked', True), ('removed_at', None)), fields=['priority', 'due_order', 'waiting_since', 'id'], name='claim_linked'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('is_in_open_conflict', True), ('removed_at', None)), fields=['priority', 'due_order', 'waiting_since', 'id'], name='claim_in_conflict'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('is_suggested', True), ('removed_at', None)), fields=['priority', 'due_order', 'waiting_since', 'id'], name='claim_suggested'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('is_evidenced', True), ('removed_at', None)), fields=['priority', 'due_order', 'waiting_since', 'id'], name='claim_evidenced'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('point_outlets__gt', 1), ('removed_at', None)), fields=['point_origins', 'point_outlets'], name='claim_spread'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('removed_at', None), ('waiting_since__isnull', False)), fields=['waiting_since', 'id'], name='claim_waiting_since'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('removed_at', None), ('waiting_since__isnull', False), ('current_verdict__isnull', False)), fields=['status', 'priority', 'due_order', 'waiting_since', 'id'], name='claim_waits_again'),
        ),
    ]
