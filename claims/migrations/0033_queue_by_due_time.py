"""The queue is in the order of priority, due time, wait and key."""

from django.db import migrations, models

IN_QUEUE = models.Q(('removed_at', None), ('waiting_since__isnull', False))
IN_ORDER = ['priority', 'due_order', 'waiting_since', 'id']


class Migration(migrations.Migration):

    dependencies = [('claims', '0032_recount_priority')]

    operations = [
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=IN_QUEUE, fields=IN_ORDER, name='claim_queue'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=IN_QUEUE, fields=['story', *IN_ORDER], name='claim_queue_story'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=IN_QUEUE, fields=['outlet', *IN_ORDER], name='claim_queue_outlet'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=IN_QUEUE & models.Q(('assignee__isnull', False)), fields=['assignee', *IN_ORDER], name='claim_assigned'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=IN_QUEUE & models.Q(('assigned_group__isnull', False)), fields=['assigned_group', *IN_ORDER], name='claim_assigned_group'),
        ),
    ]
