"""Claims can be pinned, assigned and due, and their priority is made of more than links.

The column is a new one, because that costs nothing on a large table: the claims of which nothing is
known, most of all, have the new number without being written. The next migration counts the others.
"""

import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

NO_DUE_TIME = datetime.datetime(9999, 1, 1, tzinfo=datetime.timezone.utc)


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('claims', '0030_second_eyes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(model_name='claim', name='claim_queue'),
        migrations.RemoveIndex(model_name='claim', name='claim_queue_story'),
        migrations.RemoveIndex(model_name='claim', name='claim_queue_outlet'),
        migrations.RemoveConstraint(model_name='claim', name='claim_priority_known'),
        migrations.RemoveField(model_name='claim', name='priority'),
        migrations.AddField(
            model_name='claim',
            name='priority',
            field=models.SmallIntegerField(default=1131, editable=False),
        ),
        migrations.AddField(
            model_name='claim',
            name='due_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='claim',
            name='due_order',
            field=models.DateTimeField(default=NO_DUE_TIME, editable=False),
        ),
        migrations.AddField(
            model_name='claim',
            name='pinned_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='claim',
            name='pinned_by',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claim',
            name='assignee',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assigned_claims', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claim',
            name='assigned_group',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='assigned_claims', to='auth.group'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('assignee', None), ('assigned_group', None), _connector='OR'), name='claim_assigned_to_one', violation_error_message='Assign it to a person or to a group, not to both.'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('priority__gte', -10000), ('priority__lte', 1131)), name='claim_priority_known'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('pinned_at', None), ('pinned_by', None), ('priority__gte', 0)), models.Q(('pinned_at__isnull', False), ('pinned_by__isnull', False), ('priority__lt', 0)), _connector='OR'), name='claim_pinned_comes_first'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('due_at', None), ('due_order', NO_DUE_TIME)), models.Q(('due_at__isnull', False), ('due_order', models.F('due_at'))), _connector='OR'), name='claim_due_in_order'),
        ),
    ]
