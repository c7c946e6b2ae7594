"""Claims are found by their words and follow the date of their article."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


KEY = (
    "(article_id, dated_at) REFERENCES articles_article (id, dated_at)"
    " ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED"
)
INDEX = (
    "CREATE INDEX claim_words ON claims_claim USING gin (words)"
    " WITH (gin_pending_list_limit = 1024) WHERE removed_at IS NULL"
)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0005_found_by_words'),
        ('claims', '0011_suggestion_reasons'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE claims_claim ADD COLUMN words tsvector",
            "ALTER TABLE claims_claim DROP COLUMN words",
        ),
        migrations.AddField(
            model_name='claim',
            name='dated_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claim',
            trigger=pgtrigger.compiler.Trigger(name='claim_found_by', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    NEW.dated_at := (\n                        SELECT dated_at FROM articles_article WHERE id = NEW.article_id\n                    );\n                    NEW.words := to_tsvector('desk', translate(\n                        left(NEW.quote, 50000) || ' ' || left(NEW.statement, 10000)\n                        || ' ' || left(NEW.attribution, 10000), '-/<', '   '));\n                    RETURN NEW;\n                ", hash='f0969d241768aa044bff56b9018876567d4119b3', operation='INSERT OR UPDATE OF "quote", "statement", "attribution", "article_id", "dated_at"', pgid='pgtrigger_claim_found_by_426f3', table='claims_claim', when='BEFORE')),
        ),
        migrations.RunSQL("UPDATE claims_claim SET quote = quote", migrations.RunSQL.noop),
        # What the update left to check is checked, or the table could not be altered.
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='claim',
            name='dated_at',
            field=models.DateTimeField(editable=False),
        ),
        migrations.RunSQL(
            f"ALTER TABLE claims_claim ADD CONSTRAINT claim_dated_as_its_article FOREIGN KEY {KEY}",
            "ALTER TABLE claims_claim DROP CONSTRAINT claim_dated_as_its_article",
        ),
        migrations.RunSQL(INDEX, "DROP INDEX claim_words"),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('removed_at', None)), fields=['-dated_at', '-id'], name='claim_dated'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('removed_at', None)), fields=['status', '-dated_at', '-id'], name='claim_dated_status'),
        ),
    ]
