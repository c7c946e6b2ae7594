"""The trigger on links says in other words what it refuses."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0004_verdict_waited_since'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='link',
            name='link_joins_two_articles',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='link',
            trigger=pgtrigger.compiler.Trigger(name='link_joins_two_articles', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE one claims_claim%ROWTYPE; other claims_claim%ROWTYPE;', func="\n                    SELECT * INTO one FROM claims_claim WHERE id = NEW.a_id;\n                    SELECT * INTO other FROM claims_claim WHERE id = NEW.b_id;\n                    IF one.article_id = other.article_id THEN\n                        RAISE EXCEPTION 'link_joins_two_articles: both claims stand in one article'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF NEW.kind <> 'related' AND one.story_id <> other.story_id THEN\n                        RAISE EXCEPTION 'link_joins_two_articles: only related leaves a story'\n                            USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ", hash='23a12fe63860ff0c60389fef5785737b4283d074', operation='INSERT OR UPDATE OF "a_id", "b_id", "kind"', pgid='pgtrigger_link_joins_two_articles_2f221', table='claims_link', when='BEFORE')),
        ),
    ]
