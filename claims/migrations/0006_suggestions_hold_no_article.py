"""Suggestions, which nobody can unlink, do not keep an article in its story."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0005_words_of_a_refused_link'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='claim',
            name='claim_leaves_no_linked_story',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claim',
            trigger=pgtrigger.compiler.Trigger(name='claim_leaves_no_linked_story', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."story_id" IS DISTINCT FROM (NEW."story_id"))', func="\n                    IF EXISTS (\n                        SELECT FROM claims_link link\n                        JOIN claims_claim other\n                            ON other.id IN (link.a_id, link.b_id) AND other.id <> NEW.id\n                        WHERE NEW.id IN (link.a_id, link.b_id)\n                        AND link.kind <> 'related' AND link.state = 'confirmed'\n                        AND other.story_id <> NEW.story_id\n                    ) THEN\n                        RAISE EXCEPTION 'claim_leaves_no_linked_story: linked in its old story'\n                            USING ERRCODE = 'check_violation',\n                            CONSTRAINT = 'claim_leaves_no_linked_story';\n                    END IF;\n                    RETURN NEW;\n                ", hash='c44afe6721e8e97aae877bc87282f17033fd2837', operation='UPDATE OF "story_id"', pgid='pgtrigger_claim_leaves_no_linked_story_b8cec', table='claims_claim', when='BEFORE')),
        ),
    ]
