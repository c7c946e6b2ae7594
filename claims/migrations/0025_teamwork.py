"""What people do together: comments, notifications, acts on many claims, second opinions, views.

The column of the priority is a new one, because that costs nothing on a large table: the claims of
which nothing is known, most of all, have the new number without being written. The next migration
counts the others.
"""

import datetime

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

# A reason is of the status of its verdict or opinion. Deferred, so that fixtures may bring the rows
# in any order.
KEYS = {
    "verdict_reason_of_its_status": "claims_verdict",
    "opinion_reason_of_its_status": "claims_opinion",
}


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('articles', '0025_teamwork'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('claims', '0024_word_pairs'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='evidence',
            name='evidence_unchanged',
        ),
        migrations.RemoveConstraint(
            model_name='claim',
            name='claim_priority_known',
        ),
        migrations.RemoveConstraint(
            model_name='event',
            name='event_kind_known',
        ),
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_queue',
        ),
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_queue_story',
        ),
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_queue_outlet',
        ),
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_quote_trigrams',
        ),
        migrations.RemoveIndex(
            model_name='claim',
            name='claim_statement_trigrams',
        ),
        migrations.RemoveIndex(
            model_name='verdict',
            name='verdict_newest',
        ),
        migrations.RemoveField(
            model_name='claim',
            name='priority',
        ),
        migrations.AddField(
            model_name='claim',
            name='priority',
            field=models.SmallIntegerField(default=1131, editable=False),
        ),
        migrations.AddField(
            model_name='claim',
            name='assigned_group',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='assigned_claims', to='auth.group'),
        ),
        migrations.AddField(
            model_name='claim',
            name='assignee',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assigned_claims', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claim',
            name='due_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='claim',
            name='due_order',
            field=models.DateTimeField(default=datetime.datetime(9999, 1, 1, 0, 0, tzinfo=datetime.timezone.utc), editable=False),
        ),
        migrations.AddField(
            model_name='claim',
            name='is_evidenced',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name='claim',
            name='is_in_open_conflict',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name='claim',
            name='is_linked',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name='claim',
            name='is_suggested',
            field=models.BooleanField(default=False, editable=False),
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
            name='point_origins',
            field=models.PositiveSmallIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name='claim',
            name='point_outlets',
            field=models.PositiveSmallIntegerField(default=1, editable=False),
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
            constraint=models.CheckConstraint(condition=models.Q(('assignee', None), ('assigned_group', None), _connector='OR'), name='claim_assigned_to_one', violation_error_message='Assign it to a person or to a group, not to both.'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('due_at', None), ('due_order', datetime.datetime(9999, 1, 1, 0, 0, tzinfo=datetime.timezone.utc))), models.Q(('due_at__isnull', False), ('due_order', models.F('due_at'))), _connector='OR'), name='claim_due_in_order'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('point_origins__gte', 1), ('point_outlets__gte', models.F('point_origins'))), name='claim_point_has_an_origin'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='archive_url',
            field=models.URLField(blank=True, help_text='Where it stays as it was read', max_length=2000, verbose_name='archived copy'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='kind',
            field=models.CharField(blank=True, choices=[('primary document', 'Primary document'), ('official', 'Official statement'), ('independent report', 'Independent report'), ('expert', 'Expert'), ('data', 'Data')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(('kind', ''), ('kind__in', ['primary document', 'official', 'independent report', 'expert', 'data']), _connector='OR'), name='evidence_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(('archive_url', ''), ('archive_url__startswith', 'https://'), _connector='OR'), name='evidence_archive_is_https', violation_error_message='An archived copy has an https address.'),
        ),
        migrations.AddIndex(
            model_name='evidence',
            index=models.Index(condition=models.Q(('removed_at', None), models.Q(('kind', ''), _negated=True)), fields=['kind', 'claim'], name='evidence_by_kind'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='evidence_unchanged', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."added_at" IS DISTINCT FROM (NEW."added_at") OR OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."archive_url" IS DISTINCT FROM (NEW."archive_url") OR OLD."citation" IS DISTINCT FROM (NEW."citation") OR OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."linked_claim_id" IS DISTINCT FROM (NEW."linked_claim_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."url" IS DISTINCT FROM (NEW."url"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='f33a77947245930d014fc136927be4585aca31d3', operation='UPDATE', pgid='pgtrigger_evidence_unchanged_f2e97', table='claims_evidence', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evidence',
            trigger=pgtrigger.compiler.Trigger(name='evidence_told_on_its_claim', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE has_some boolean;', func='\n                    has_some := EXISTS (\n                        SELECT FROM claims_evidence\n                        WHERE claim_id = NEW.claim_id AND removed_at IS NULL\n                    );\n                    UPDATE claims_claim SET is_evidenced = has_some\n                    WHERE id = NEW.claim_id AND is_evidenced <> has_some;\n                    RETURN NEW;\n                ', hash='854b748b8b5fd25a22e2b417a023c5817043dda8', operation='INSERT OR UPDATE OF "removed_at"', pgid='pgtrigger_evidence_told_on_its_claim_b4993', table='claims_evidence', when='AFTER')),
        ),
        migrations.AddField(
            model_name='verdict',
            name='decided_with',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='verdict',
            name='reason',
            field=models.TextField(blank=True, help_text='Why it reverses what another had decided'),
        ),
        migrations.AddConstraint(
            model_name='verdict',
            constraint=models.CheckConstraint(condition=models.Q(('decided_with', None), models.Q(('decided_with', models.F('decided_by')), _negated=True), _connector='OR'), name='verdict_by_two_people'),
        ),
        migrations.AddIndex(
            model_name='verdict',
            index=models.Index(fields=['-decided_at', '-id'], include=('decided_by', 'status', 'waited_since'), name='verdict_newest'),
        ),
        migrations.AlterField(
            model_name='event',
            name='kind',
            field=models.CharField(choices=[('marked', 'marked'), ('moved', 'moved its ends'), ('edited', 'edited'), ('removed', 'removed'), ('restored', 'put back'), ('suggested', 'suggested a link'), ('linked', 'linked'), ('unlinked', 'unlinked'), ('rejected', 'not a match'), ('reopened', 'back in the queue'), ('attributed', 'who says so confirmed'), ('taken', 'taken'), ('released', 'let go'), ('skipped', 'skipped'), ('decided', 'decided'), ('undone', 'verdict undone'), ('evidence added', 'evidence added'), ('evidence removed', 'evidence removed'), ('not mentioned', 'not mentioned elsewhere'), ('silence withdrawn', 'no longer “not mentioned”'), ('followed', 'went along with its text'), ('source changed', 'source changed'), ('linked text changed', 'a linked claim’s source changed'), ('relocated', 'place settled'), ('relocation undone', 'place open again'), ('settled', 'figure settled'), ('unsettled', 'figure open again'), ('reinstated', 'verdict stands again'), ('opinion', 'gave an opinion'), ('opinion withdrawn', 'took back an opinion'), ('opinion void', 'opinion set aside'), ('pinned', 'pinned'), ('unpinned', 'no longer pinned'), ('taken over', 'taken over'), ('assigned', 'assigned'), ('handed over', 'handed over'), ('due time', 'due time')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['marked', 'moved', 'edited', 'removed', 'restored', 'suggested', 'linked', 'unlinked', 'rejected', 'reopened', 'attributed', 'taken', 'released', 'skipped', 'decided', 'undone', 'evidence added', 'evidence removed', 'not mentioned', 'silence withdrawn', 'followed', 'source changed', 'linked text changed', 'relocated', 'relocation undone', 'settled', 'unsettled', 'reinstated', 'opinion', 'opinion withdrawn', 'opinion void', 'pinned', 'unpinned', 'taken over', 'assigned', 'handed over', 'due time'])), name='event_kind_known'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(fields=['-at', '-id'], name='event_newest'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(fields=['by', '-at', '-id'], name='event_of_person'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(fields=['kind', '-at', '-id'], name='event_of_kind'),
        ),
        migrations.CreateModel(
            name='BulkAct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bulk_acts', to=settings.AUTH_USER_MODEL)),
                ('kind', models.CharField(choices=[('verified', 'Verify'), ('disputed', 'Dispute'), ('unresolved', 'Leave unresolved'), ('released', 'Let go'), ('skipped', 'Skip'), ('assigned', 'Assign'), ('pinned', 'Pin'), ('unpinned', 'Unpin'), ('reverted', 'Take back')], max_length=12)),
                ('state', models.CharField(choices=[('chosen', 'Chosen'), ('previewed', 'Previewed'), ('started', 'Started'), ('done', 'Done'), ('undone', 'Undone')], default='chosen', max_length=10)),
                ('chosen_at', models.DateTimeField()),
                ('query', models.TextField(blank=True, help_text='Of the queue it was chosen from, with its “?”')),
                ('is_cut', models.BooleanField(default=False, help_text='More claims fitted than one act takes')),
                ('rationale', models.TextField(blank=True)),
                ('url', models.URLField(blank=True, max_length=2000, verbose_name='address')),
                ('citation', models.CharField(blank=True, max_length=1000)),
                ('title', models.CharField(blank=True, max_length=300)),
                ('note', models.TextField(blank=True)),
                ('evidence_kind', models.CharField(blank=True, choices=[('primary document', 'Primary document'), ('official', 'Official statement'), ('independent report', 'Independent report'), ('expert', 'Expert'), ('data', 'Data')], max_length=20)),
                ('archive_url', models.URLField(blank=True, max_length=2000, verbose_name='archived copy')),
                ('like', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='applied_by', to='claims.verdict')),
                ('assignee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('assigned_group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='auth.group')),
                ('due_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('since', models.DateTimeField(blank=True, null=True)),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('changed', models.PositiveIntegerField(default=0, help_text='How many claims it changed')),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('taken_back', models.PositiveIntegerField(default=0, help_text='For how many it was undone')),
            ],
            options={
                'ordering': ['-chosen_at', '-pk'],
                'indexes': [models.Index(fields=['by', '-chosen_at'], name='bulk_act_of_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['verified', 'disputed', 'unresolved', 'released', 'skipped', 'assigned', 'pinned', 'unpinned', 'reverted'])), name='bulk_act_kind_known'), models.CheckConstraint(condition=models.Q(('state__in', ['chosen', 'previewed', 'started', 'done', 'undone'])), name='bulk_act_state_known'), models.CheckConstraint(condition=models.Q(('state', 'chosen'), models.Q(('kind__in', ['verified', 'disputed', 'unresolved']), _negated=True), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('rationale')), 0), _connector='OR'), name='bulk_act_verdict_has_a_rationale'), models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', False), ('state__in', ('done', 'undone'))), models.Q(models.Q(('state__in', ('done', 'undone')), _negated=True), ('changed', 0), ('done_at', None)), _connector='OR'), name='bulk_act_done_iff_applied'), models.CheckConstraint(condition=models.Q(('assignee', None), models.Q(('assigned_group', None), ('assignee__isnull', False), ('kind', 'assigned')), _connector='OR'), name='bulk_act_assigned_to_one'), models.CheckConstraint(condition=models.Q(('evidence_kind', ''), ('evidence_kind__in', ['primary document', 'official', 'independent report', 'expert', 'data']), _connector='OR'), name='bulk_act_evidence_kind_known'), models.CheckConstraint(condition=models.Q(('archive_url', ''), ('archive_url__startswith', 'https://'), _connector='OR'), name='bulk_act_archive_is_https'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'reverted'), ('person__isnull', False), ('until__gt', models.F('since'))), models.Q(models.Q(('kind', 'reverted'), _negated=True), ('person', None), ('since', None), ('until', None)), _connector='OR'), name='bulk_act_person_iff_reverted'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'undone'), ('undone_at__isnull', False), ('undone_by__isnull', False)), models.Q(models.Q(('state', 'undone'), _negated=True), ('taken_back', 0), ('undone_at', None), ('undone_by', None)), _connector='OR'), name='bulk_act_undoer_iff_undone')],
            },
        ),
        migrations.CreateModel(
            name='BulkPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='claims.bulkact')),
                ('position', models.PositiveIntegerField(help_text='In the order of the queue, from 1')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bulk_parts', to='claims.claim')),
                ('version', models.PositiveIntegerField(help_text='Of the claim as the preview showed it')),
                ('outcome', models.CharField(choices=[('to change', 'Changes'), ('left out', 'Left out'), ('changed', 'Changed'), ('taken back', 'Taken back'), ('moved on', 'Moved on since')], default='to change', max_length=10)),
                ('reason', models.TextField(blank=True, help_text='Why it is left out, or was not taken back')),
                ('verdict', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.verdict')),
                ('holder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undo_token', models.TextField(blank=True)),
                ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.event')),
            ],
            options={
                'ordering': ['act', 'position'],
                'indexes': [models.Index(fields=['act', 'outcome', 'position'], name='bulk_part_outcome')],
                'constraints': [models.UniqueConstraint(fields=('act', 'position'), name='bulk_part_place_unique'), models.UniqueConstraint(fields=('act', 'claim', 'event'), name='bulk_part_once', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('outcome__in', ['to change', 'left out', 'changed', 'taken back', 'moved on'])), name='bulk_part_outcome_known'), models.CheckConstraint(condition=models.Q(models.Q(('outcome__in', ('left out', 'moved on')), models.Q(('reason', ''), _negated=True)), models.Q(models.Q(('outcome__in', ('left out', 'moved on')), _negated=True), ('reason', '')), _connector='OR'), name='bulk_part_reason_iff_left')],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('claim', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='claims.claim')),
                ('thread', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='claims.comment')),
                ('text', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField()),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('resolved_at', models.DateTimeField(blank=True, null=True)),
                ('resolved_by', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [models.Index(condition=models.Q(('thread', None)), fields=['claim', '-id'], name='comment_threads'), models.Index(condition=models.Q(('thread__isnull', False)), fields=['thread', 'id'], name='comment_replies'), models.Index(condition=models.Q(('removed_at', None), ('resolved_at', None), ('thread', None)), fields=['claim'], name='comment_open_threads')],
                'constraints': [models.CheckConstraint(condition=models.Q(('text__length__gte', 1), ('text__length__lte', 5000)), name='comment_text_length'), models.CheckConstraint(condition=models.Q(models.Q(('resolved_at', None), ('resolved_by', None)), models.Q(('resolved_at__isnull', False), ('resolved_by__isnull', False)), _connector='OR'), name='comment_resolver_iff_resolved'), models.CheckConstraint(condition=models.Q(('thread', None), ('resolved_at', None), _connector='OR'), name='comment_only_threads_resolve')],
            },
        ),
        migrations.CreateModel(
            name='FeedKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='feed_key', to=settings.AUTH_USER_MODEL)),
                ('number', models.PositiveIntegerField(default=1)),
                ('counted_from', models.DateTimeField()),
                ('used', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='feed_key_numbered')],
            },
        ),
        migrations.CreateModel(
            name='Mute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mutes', to=settings.AUTH_USER_MODEL)),
                ('kind', models.CharField(choices=[('mentioned', 'mentioned you'), ('replied', 'replied in a thread of yours'), ('commented', 'commented on a claim of yours'), ('assigned', 'assigned a claim to you'), ('taken over', 'took over a claim that you held'), ('reversed', 'reversed your verdict'), ('disagreed', 'came to another verdict than you'), ('handed over', 'handed a claim over to you'), ('settled', 'settled two opinions, one of them yours')], max_length=12)),
                ('way', models.CharField(choices=[('page', 'On the page'), ('mail', 'By mail')], max_length=4)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'kind', 'way'), name='mute_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['mentioned', 'replied', 'commented', 'assigned', 'taken over', 'reversed', 'disagreed', 'handed over', 'settled'])), name='mute_kind_known'), models.CheckConstraint(condition=models.Q(('way__in', ['page', 'mail'])), name='mute_way_known')],
            },
        ),
        migrations.CreateModel(
            name='Notification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='notifications', to=settings.AUTH_USER_MODEL)),
                ('kind', models.CharField(choices=[('mentioned', 'mentioned you'), ('replied', 'replied in a thread of yours'), ('commented', 'commented on a claim of yours'), ('assigned', 'assigned a claim to you'), ('taken over', 'took over a claim that you held'), ('reversed', 'reversed your verdict'), ('disagreed', 'came to another verdict than you'), ('handed over', 'handed a claim over to you'), ('settled', 'settled two opinions, one of them yours')], max_length=12)),
                ('claim', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.claim')),
                ('comment', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.comment')),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField()),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('is_shown', models.BooleanField(default=True)),
                ('is_for_mail', models.BooleanField(default=False)),
                ('mailed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['person', '-id'], name='notification_of_person'), models.Index(condition=models.Q(('is_shown', True), ('read_at', None)), fields=['person', '-id'], name='notification_unread'), models.Index(condition=models.Q(('is_for_mail', True), ('mailed_at', None), ('read_at', None)), fields=['person', 'at'], name='notification_to_mail')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['mentioned', 'replied', 'commented', 'assigned', 'taken over', 'reversed', 'disagreed', 'handed over', 'settled'])), name='notification_kind_known'), models.CheckConstraint(condition=models.Q(('person', models.F('by')), _negated=True), name='notification_of_another'), models.CheckConstraint(condition=models.Q(('is_shown', True), ('is_for_mail', True), _connector='OR'), name='notification_told_somehow'), models.CheckConstraint(condition=models.Q(('mailed_at', None), ('is_for_mail', True), _connector='OR'), name='notification_mailed_if_wanted')],
            },
        ),
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='saved_views', to=settings.AUTH_USER_MODEL)),
                ('name', models.CharField(max_length=60)),
                ('query', models.CharField(blank=True, max_length=500)),
                ('tab', models.CharField(choices=[('waiting', 'Waiting'), ('assigned', 'Assigned to me'), ('mine', 'Mine'), ('decided', 'Decided')], default='waiting', max_length=12)),
                ('is_shared', models.BooleanField(default=False, verbose_name='shared with the desk')),
                ('position', models.PositiveIntegerField()),
                ('made_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('removed_at', None)), fields=['owner', 'position', 'id'], name='saved_view_own'), models.Index(condition=models.Q(('is_shared', True), ('removed_at', None)), fields=['name', 'id'], name='saved_view_shared')],
                'constraints': [models.CheckConstraint(condition=django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('name')), 0), name='saved_view_named', violation_error_message='Give the view a name.'), models.UniqueConstraint(condition=models.Q(('removed_at', None)), fields=('owner', 'name'), name='saved_view_name_once', violation_error_message='You have a view of this name already.'), models.CheckConstraint(condition=models.Q(('tab__in', ['waiting', 'assigned', 'mine', 'decided'])), name='saved_view_tab_known')],
            },
        ),
        migrations.CreateModel(
            name='StatusName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('unreviewed', 'Unreviewed'), ('verified', 'Verified'), ('disputed', 'Disputed'), ('unresolved', 'Unresolved')], max_length=12, unique=True)),
                ('name', models.CharField(max_length=30)),
                ('changed_at', models.DateTimeField()),
                ('changed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['unreviewed', 'verified', 'disputed', 'unresolved'])), name='status_name_status_known'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='status_name_given'), models.UniqueConstraint(django.db.models.functions.text.Lower('name'), name='status_name_unique', violation_error_message='Two statuses cannot have one name.')],
            },
        ),
        migrations.CreateModel(
            name='SubReason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('verified', 'Verified'), ('disputed', 'Disputed'), ('unresolved', 'Unresolved')], max_length=12)),
                ('words', models.CharField(max_length=60)),
                ('added_at', models.DateTimeField()),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('retired_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['verified', 'disputed', 'unresolved'])), name='sub_reason_status_known'), models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='sub_reason_words_given'), models.UniqueConstraint(models.F('status'), django.db.models.functions.text.Lower('words'), name='sub_reason_once', violation_error_message='This reason is there already.'), models.UniqueConstraint(fields=('id', 'status'), name='sub_reason_status_key')],
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='claims.claim')),
                ('status', models.CharField(choices=[('verified', 'Verified'), ('disputed', 'Disputed'), ('unresolved', 'Unresolved')], max_length=12)),
                ('rationale', models.TextField()),
                ('reason', models.TextField(blank=True, help_text='Why to reverse what another had decided')),
                ('sub_reason', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.subreason')),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.revision')),
                ('quote', models.TextField()),
                ('version', models.PositiveIntegerField()),
                ('answers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answered_by', to='claims.opinion')),
                ('is_blind', models.BooleanField(default=False)),
                ('waited_since', models.DateTimeField(blank=True, null=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to=settings.AUTH_USER_MODEL)),
                ('state', models.CharField(choices=[('open', 'Needs a second pair of eyes'), ('in disagreement', 'In disagreement'), ('agreed', 'Made a verdict with another'), ('settled', 'Settled by a desk admin'), ('withdrawn', 'Taken back'), ('void', 'Set aside, the claim changed')], default='open', max_length=16)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('verdict', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='claims.verdict')),
            ],
            options={
                'ordering': ['at', 'pk'],
                'indexes': [models.Index(condition=models.Q(('answers__isnull', True), ('is_blind', True)), fields=['claim'], name='opinion_blind')],
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['verified', 'disputed', 'unresolved'])), name='opinion_status_known'), models.CheckConstraint(condition=models.Q(('state__in', ['open', 'in disagreement', 'agreed', 'settled', 'withdrawn', 'void'])), name='opinion_state_known'), models.CheckConstraint(condition=django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('rationale')), 0), name='opinion_has_a_rationale'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('state__in', ('open', 'in disagreement'))), models.Q(models.Q(('state__in', ('open', 'in disagreement')), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='opinion_ended_iff_over'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('agreed', 'settled')), ('verdict__isnull', False)), models.Q(models.Q(('state__in', ('agreed', 'settled')), _negated=True), ('verdict', None)), _connector='OR'), name='opinion_verdict_iff_it_led_to_one'), models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('claim', 'by'), name='opinion_one_live_each'), models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('claim',), name='opinion_one_waits_for_another'), models.UniqueConstraint(condition=models.Q(('state__in', ['in disagreement', 'agreed', 'settled'])), fields=('answers',), name='opinion_answered_once'), models.UniqueConstraint(fields=('claim', 'at'), name='opinion_once_a_moment')],
            },
        ),
        migrations.CreateModel(
            name='OpinionEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('opinion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rests_on', to='claims.opinion')),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.evidence')),
            ],
            options={
                'verbose_name_plural': 'evidence of opinions',
                'constraints': [models.UniqueConstraint(fields=('opinion', 'evidence'), name='opinion_evidence_once')],
            },
        ),
        migrations.AddField(
            model_name='event',
            name='act',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='claims.bulkact'),
        ),
        migrations.AddField(
            model_name='event',
            name='opinion',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.opinion'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('act__isnull', False)), fields=['act'], name='event_of_act'),
        ),
        migrations.AddField(
            model_name='opinion',
            name='evidence',
            field=models.ManyToManyField(related_name='opinions', through='claims.OpinionEvidence', to='claims.evidence'),
        ),
        migrations.AddField(
            model_name='verdict',
            name='sub_reason',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.subreason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='comment',
            trigger=pgtrigger.compiler.Trigger(name='comment_in_its_thread', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."thread_id" IS NOT NULL)', func="\n                    IF NOT EXISTS (\n                        SELECT FROM claims_comment WHERE id = NEW.thread_id\n                        AND claim_id = NEW.claim_id AND thread_id IS NULL\n                    ) THEN\n                        RAISE EXCEPTION 'comment_in_its_thread: no thread of this claim'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='83f02308d26294dc8482a0b272b3e62ced07de10', operation='INSERT OR UPDATE OF "thread_id", "claim_id"', pgid='pgtrigger_comment_in_its_thread_dc351', table='claims_comment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='comment',
            trigger=pgtrigger.compiler.Trigger(name='comment_stays_whose_it_is', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."thread_id" IS DISTINCT FROM (NEW."thread_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='4ae77d6fd659abb8ea26e5df554b7b08267a7127', operation='UPDATE', pgid='pgtrigger_comment_stays_whose_it_is_289da', table='claims_comment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='comment',
            trigger=pgtrigger.compiler.Trigger(name='comment_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='595a5d5b5a8895fcbeddccf0773b1ba340790cc1', operation='DELETE', pgid='pgtrigger_comment_kept_c0e91', table='claims_comment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinionevidence',
            trigger=pgtrigger.compiler.Trigger(name='opinion_evidence_unchanged', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='6776e76f6eb5342eded476ced2ed6dbf288f41be', operation='UPDATE', pgid='pgtrigger_opinion_evidence_unchanged_22cd9', table='claims_opinionevidence', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinionevidence',
            trigger=pgtrigger.compiler.Trigger(name='opinion_evidence_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='264d9ef9187a2c45a2d60afefe0ec05ca7dab259', operation='DELETE', pgid='pgtrigger_opinion_evidence_kept_fe159', table='claims_opinionevidence', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinion',
            trigger=pgtrigger.compiler.Trigger(name='opinion_verified_has_evidence', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."status" = \'verified\')', constraint='CONSTRAINT', func="\n                    IF NOT EXISTS (\n                        SELECT FROM claims_opinionevidence WHERE opinion_id = NEW.id\n                    ) THEN\n                        RAISE EXCEPTION 'opinion_verified_has_evidence: verified needs evidence'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='5de78fe13c387f6426198b3bc4df393447d17bce', operation='INSERT', pgid='pgtrigger_opinion_verified_has_evidence_c3e13', table='claims_opinion', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinion',
            trigger=pgtrigger.compiler.Trigger(name='opinion_unchanged', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answers_id" IS DISTINCT FROM (NEW."answers_id") OR OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_blind" IS DISTINCT FROM (NEW."is_blind") OR OLD."quote" IS DISTINCT FROM (NEW."quote") OR OLD."rationale" IS DISTINCT FROM (NEW."rationale") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."revision_id" IS DISTINCT FROM (NEW."revision_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."sub_reason_id" IS DISTINCT FROM (NEW."sub_reason_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."waited_since" IS DISTINCT FROM (NEW."waited_since"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='b422afc78261a8687b4c5fdba7ac68097640a757', operation='UPDATE', pgid='pgtrigger_opinion_unchanged_d88b0', table='claims_opinion', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinion',
            trigger=pgtrigger.compiler.Trigger(name='opinion_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='091ff9294473e09fb70b2d8b6d4e1bf1c94def22', operation='DELETE', pgid='pgtrigger_opinion_kept_bc47c', table='claims_opinion', when='BEFORE')),
        ),
        *(
            migrations.RunSQL(
                f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY (sub_reason_id, status)"
                " REFERENCES claims_subreason (id, status) DEFERRABLE INITIALLY DEFERRED",
                f"ALTER TABLE {table} DROP CONSTRAINT {name}",
            )
            for name, table in KEYS.items()
        ),
    ]
