"""Passages by which shared copy is found, and the pairs of articles that share some."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0011_batches'),
    ]

    operations = [
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(help_text='Of the paragraph, counted from 0')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('grams', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), help_text='See docs/matching.md, “Shared copy”', size=None)),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copy_passages', to='articles.revision')),
            ],
            options={
                'ordering': ['revision', 'position'],
                'indexes': [django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['grams'], name='passage_grams')],
                'constraints': [models.UniqueConstraint(fields=('revision', 'position'), name='passage_position_unique'), models.CheckConstraint(condition=models.Q(('end__gt', models.F('start'))), name='passage_not_empty'), models.CheckConstraint(condition=models.Q(('grams__len__gt', 0)), name='passage_has_grams')],
            },
        ),
        migrations.CreateModel(
            name='SharedCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('grams', models.PositiveIntegerField(help_text='In common, in the paragraphs that are copy')),
                ('share_a', models.FloatField(help_text='Of the grams of a, 0 to 1')),
                ('share_b', models.FloatField(help_text='Of the grams of b, 0 to 1')),
                ('a', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies_as_a', to='articles.article')),
                ('b', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies_as_b', to='articles.article')),
            ],
            options={
                'verbose_name_plural': 'shared copies',
                'ordering': ['a', 'b'],
                'constraints': [models.UniqueConstraint(fields=('a', 'b'), name='shared_copy_once'), models.CheckConstraint(condition=models.Q(('a__lt', models.F('b'))), name='shared_copy_in_order'), models.CheckConstraint(condition=models.Q(('grams__gt', 0), ('share_a__gt', 0), ('share_a__lte', 1), ('share_b__gt', 0), ('share_b__lte', 1)), name='shared_copy_shares_in_range')],
            },
        ),
    ]
