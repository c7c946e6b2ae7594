"""Origins, the credits they follow from, and what people said of them."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_outlet_register'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Origin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(help_text='Counted from 1 in each story')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='origins', to='articles.story')),
            ],
            options={
                'ordering': ['story', 'number'],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='origin',
            field=models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', serialize=False, to='articles.origin'),
        ),
        migrations.CreateModel(
            name='OriginEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('joined', 'joined'), ('split', 'split'), ('origin undone', 'undone')], max_length=13)),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='origin_events', to=settings.AUTH_USER_MODEL)),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='origin_events', to='articles.story')),
                ('undoes', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='articles.originevent')),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='OriginSide',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_apart', models.BooleanField(help_text='Split from the others')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='origin_sides', to='articles.article')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sides', to='articles.originevent')),
            ],
            options={
                'ordering': ['event', 'article'],
            },
        ),
        migrations.CreateModel(
            name='Credit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.CharField(help_text='As registered, else its usual name', max_length=200)),
                ('kind', models.CharField(choices=[('credit', 'credits'), ('contribution', 'names as contributor')], max_length=12)),
                ('field', models.CharField(help_text='Where it stands: text, byline, source …', max_length=10)),
                ('words', models.TextField()),
                ('start', models.PositiveIntegerField(help_text='In the newest text, code points', null=True)),
                ('end', models.PositiveIntegerField(null=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='credits', to='articles.article')),
            ],
            options={
                'ordering': ['article', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('article', 'agency'), name='credit_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['credit', 'contribution'])), name='credit_kind_known'), models.CheckConstraint(condition=models.Q(models.Q(('end', None), ('start', None)), models.Q(('end__gt', models.F('start')), ('end__isnull', False), ('start__isnull', False)), _connector='OR'), name='credit_place_whole')],
            },
        ),
        migrations.AddConstraint(
            model_name='origin',
            constraint=models.UniqueConstraint(fields=('story', 'number'), name='origin_number_unique'),
        ),
        migrations.AddConstraint(
            model_name='origin',
            constraint=models.UniqueConstraint(fields=('id', 'story'), name='origin_story_key'),
        ),
        migrations.AddConstraint(
            model_name='origin',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='origin_number_from_one'),
        ),
        migrations.AddConstraint(
            model_name='originevent',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['joined', 'split', 'origin undone'])), name='origin_event_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='originevent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'origin undone'), ('undoes__isnull', False)), models.Q(models.Q(('kind', 'origin undone'), _negated=True), ('undoes', None), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='origin_event_undoes_iff_undone', violation_error_message='Say why.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='originevent',
            trigger=pgtrigger.compiler.Trigger(name='origin_event_unchanged', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='91c2778386c713890ecaf10e1052b71ca08e2c60', operation='UPDATE', pgid='pgtrigger_origin_event_unchanged_8d57e', table='articles_originevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='originevent',
            trigger=pgtrigger.compiler.Trigger(name='origin_event_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='7d9face65e6d06c285804024dbd15fff70f84c94', operation='DELETE', pgid='pgtrigger_origin_event_kept_9fd9e', table='articles_originevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='originside',
            constraint=models.UniqueConstraint(fields=('event', 'article'), name='origin_side_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='originside',
            trigger=pgtrigger.compiler.Trigger(name='origin_side_unchanged', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='645c031b5522edfabcb233713957c293b561855f', operation='UPDATE', pgid='pgtrigger_origin_side_unchanged_46ab8', table='articles_originside', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='originside',
            trigger=pgtrigger.compiler.Trigger(name='origin_side_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='ca45bd64a359375712094c88d26d27f88fb69c76', operation='DELETE', pgid='pgtrigger_origin_side_kept_2d484', table='articles_originside', when='BEFORE')),
        ),
        # An origin is of its articles' story. Deferred, as fixtures bring rows in any order.
        migrations.RunSQL(
            "ALTER TABLE articles_article ADD CONSTRAINT article_origin_of_its_story"
            " FOREIGN KEY (origin_id, story_id) REFERENCES articles_origin (id, story_id)"
            " DEFERRABLE INITIALLY DEFERRED",
            "ALTER TABLE articles_article DROP CONSTRAINT article_origin_of_its_story",
        ),
    ]
