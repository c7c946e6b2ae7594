"""A story may need two people for each verdict, and tells who changed that."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('articles', '0024_word_pairs'),
    ]

    operations = [
        migrations.AddField(
            model_name='story',
            name='blind_share',
            field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='reviewed blind'),
        ),
        migrations.AddField(
            model_name='story',
            name='needs_second_eyes',
            field=models.BooleanField(default=False, editable=False, verbose_name='second pair of eyes'),
        ),
        migrations.AddConstraint(
            model_name='story',
            constraint=models.CheckConstraint(condition=models.Q(('blind_share__range', (0, 100))), name='story_blind_share_in_percent'),
        ),
        migrations.AddConstraint(
            model_name='story',
            constraint=models.CheckConstraint(condition=models.Q(('blind_share', 0), ('needs_second_eyes', True), _connector='OR'), name='story_blind_share_is_for_two'),
        ),
        migrations.CreateModel(
            name='StoryEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='articles.story')),
                ('field', models.CharField(max_length=40)),
                ('before', models.TextField(blank=True)),
                ('after', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='story_events', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['story', '-at', '-id'], name='story_event_history')],
                'constraints': [models.CheckConstraint(condition=models.Q(('field', ''), _negated=True), name='story_event_field_given'), models.CheckConstraint(condition=models.Q(('before', models.F('after')), _negated=True), name='story_event_changes_something')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='storyevent',
            trigger=pgtrigger.compiler.Trigger(name='story_event_unchanged', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='7783b01e2652b17960d3c82e103fd93e71866b4d', operation='UPDATE', pgid='pgtrigger_story_event_unchanged_eb675', table='articles_storyevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='storyevent',
            trigger=pgtrigger.compiler.Trigger(name='story_event_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='c30ae642523dc2062e94a026c09319fe2e58454d', operation='DELETE', pgid='pgtrigger_story_event_kept_fc934', table='articles_storyevent', when='BEFORE')),
        ),
    ]
