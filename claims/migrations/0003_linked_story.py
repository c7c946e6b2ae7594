"""A claim does not leave the story of the claims it is linked to."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0002_composite_keys'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='claim',
            trigger=pgtrigger.compiler.Trigger(name='claim_leaves_no_linked_story', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."story_id" IS DISTINCT FROM (NEW."story_id"))', func="\n                    IF EXISTS (\n                        SELECT FROM claims_link link\n                        JOIN claims_claim other\n                            ON other.id IN (link.a_id, link.b_id) AND other.id <> NEW.id\n                        WHERE NEW.id IN (link.a_id, link.b_id)\n                        AND link.kind <> 'related' AND link.state <> 'rejected'\n                        AND other.story_id <> NEW.story_id\n                    ) THEN\n                        RAISE EXCEPTION 'claim_leaves_no_linked_story: linked in its old story'\n                            USING ERRCODE = 'check_violation',\n                            CONSTRAINT = 'claim_leaves_no_linked_story';\n                    END IF;\n                    RETURN NEW;\n                ", hash='a2477089f8dcf247d02b66c61f82c2b0e00721e1', operation='UPDATE OF "story_id"', pgid='pgtrigger_claim_leaves_no_linked_story_b8cec', table='claims_claim', when='BEFORE')),
        ),
    ]
