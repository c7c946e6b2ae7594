"""Where two linked claims do not agree, and what a person made of it."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0006_suggestions_hold_no_article'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Discrepancy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('grade', models.CharField(choices=[('conflict', 'Conflict'), ('note', 'Note')], max_length=10)),
                ('subject', models.TextField(blank=True, help_text='What the values are of: “people on board”')),
                ('value_a', models.TextField()),
                ('value_b', models.TextField()),
                ('start_a', models.PositiveIntegerField()),
                ('end_a', models.PositiveIntegerField()),
                ('start_b', models.PositiveIntegerField()),
                ('end_b', models.PositiveIntegerField()),
                ('is_current', models.BooleanField(default=True)),
                ('found_at', models.DateTimeField()),
                ('resolution', models.CharField(blank=True, choices=[('one is wrong', 'One is wrong'), ('updated later', 'Updated later'), ('different things', 'Different things'), ('compatible', 'Both can hold')], max_length=20)),
                ('reason', models.TextField(blank=True)),
                ('resolved_at', models.DateTimeField(blank=True, null=True)),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='discrepancies', to='claims.link')),
                ('resolved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('wrong', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.claim')),
            ],
            options={
                'verbose_name_plural': 'discrepancies',
                'ordering': ['pk'],
                'indexes': [models.Index(condition=models.Q(('grade', 'conflict'), ('is_current', True), ('resolution', '')), fields=['link', 'id'], name='discrepancy_open')],
                'constraints': [models.UniqueConstraint(fields=('link', 'kind', 'subject', 'value_a', 'value_b'), name='discrepancy_stored_once'), models.CheckConstraint(condition=models.Q(('kind', ''), _negated=True), name='discrepancy_kind_named'), models.CheckConstraint(condition=models.Q(('grade__in', ['conflict', 'note'])), name='discrepancy_grade_known'), models.CheckConstraint(condition=models.Q(('end_a__gte', models.F('start_a')), ('end_b__gte', models.F('start_b'))), name='discrepancy_spans_forward'), models.CheckConstraint(condition=models.Q(('resolution', ''), ('resolution__in', ['one is wrong', 'updated later', 'different things', 'compatible']), _connector='OR'), name='discrepancy_resolution_known'), models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), ('resolution', ''), ('resolved_at', None), ('resolved_by', None)), models.Q(models.Q(('resolution', ''), _negated=True), ('resolved_at__isnull', False), ('resolved_by__isnull', False)), _connector='OR'), name='discrepancy_resolver_iff_resolved'), models.CheckConstraint(condition=models.Q(('resolution', ''), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('reason')), 0), _connector='OR'), name='discrepancy_resolved_with_a_reason', violation_error_message='Settling a figure needs a reason.'), models.CheckConstraint(condition=models.Q(models.Q(('resolution', 'one is wrong'), ('wrong__isnull', False)), models.Q(models.Q(('resolution', 'one is wrong'), _negated=True), ('wrong', None)), _connector='OR'), name='discrepancy_wrong_iff_one_is_wrong', violation_error_message='Say which of the two is wrong.')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='discrepancy',
            trigger=pgtrigger.compiler.Trigger(name='discrepancy_wrong_is_an_end', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."wrong_id" IS NOT NULL)', func="\n                    IF NOT EXISTS (\n                        SELECT FROM claims_link link\n                        WHERE link.id = NEW.link_id AND NEW.wrong_id IN (link.a_id, link.b_id)\n                    ) THEN\n                        RAISE EXCEPTION 'discrepancy_wrong_is_an_end: neither end of the link'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='d2cc8b841d311f426faff1f1f39f71ced30d6c8a', operation='INSERT OR UPDATE OF "wrong_id"', pgid='pgtrigger_discrepancy_wrong_is_an_end_d3271', table='claims_discrepancy', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='discrepancy',
            trigger=pgtrigger.compiler.Trigger(name='discrepancy_stays_what_it_is', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."link_id" IS DISTINCT FROM (NEW."link_id") OR OLD."value_a" IS DISTINCT FROM (NEW."value_a") OR OLD."value_b" IS DISTINCT FROM (NEW."value_b"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='73789f31ec8f8d8335b931ecd0a3e74e00589cda', operation='UPDATE', pgid='pgtrigger_discrepancy_stays_what_it_is_d6e6c', table='claims_discrepancy', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='discrepancy',
            trigger=pgtrigger.compiler.Trigger(name='discrepancy_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='92cc4162d9730baf63e06e137fd52ef94a6ddf4c', operation='DELETE', pgid='pgtrigger_discrepancy_kept_3b18c', table='claims_discrepancy', when='BEFORE')),
        ),
    ]
