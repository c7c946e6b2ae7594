"""Articles are found by their newest words: a text search of the desk, and a date to order by.

The columns `words` are in no model; `articles.fulltext` says why.
"""

import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import UnaccentExtension
from django.db import migrations, models


# The parts of hyphenated words are stored, the whole is not: “coast-guard” is then two words in a
# row, as “coast guard” is. The dictionary unaccent passes on what it has folded.
CONFIGURATION = """
CREATE TEXT SEARCH CONFIGURATION desk (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION desk
    ALTER MAPPING FOR word, hword_part WITH unaccent, english_stem;
ALTER TEXT SEARCH CONFIGURATION desk DROP MAPPING FOR hword, asciihword, numhword;
"""
# Out of line and as they are: an article's words are read one lexeme at a time.
WORDS = """
ALTER TABLE articles_article ADD COLUMN words tsvector;
ALTER TABLE articles_article ALTER COLUMN words SET STORAGE EXTERNAL;
"""
# A short list of what is not sorted in yet, because every search reads all of it.
INDEX = (
    "CREATE INDEX article_words ON articles_article USING gin (words)"
    " WITH (gin_pending_list_limit = 1024)"
)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0004_sentence_vector'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        UnaccentExtension(),
        migrations.RunSQL(CONFIGURATION, "DROP TEXT SEARCH CONFIGURATION desk"),
        migrations.RunSQL(WORDS, "ALTER TABLE articles_article DROP COLUMN words"),
        migrations.AddField(
            model_name='article',
            name='dated_at',
            field=models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce('published_at', 'imported_at'), output_field=models.DateTimeField()),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['-dated_at', '-id'], name='article_dated'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='article_words_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    SELECT\n                        setweight(to_tsvector('desk', translate(\n                            NEW.headline, '-/<', '   ')), 'A')\n                        || setweight(to_tsvector('desk', translate(\n                            NEW.byline || ' ' || NEW.credit, '-/<', '   ')), 'B')\n                        || setweight(to_tsvector('desk', translate(\n                            left(NEW.standfirst, 10000), '-/<', '   ')), 'C')\n                        || setweight(to_tsvector('desk', translate(\n                            left(text, 100000), '-/<', '   ')), 'D')\n                    INTO NEW.words\n                    FROM articles_revision\n                    WHERE article_id = NEW.id ORDER BY number DESC LIMIT 1;\n                    RETURN NEW;\n                ", hash='796868ddfc317c5613ed2e8bc707aef1a82877c5', operation='UPDATE OF "headline", "standfirst", "byline", "credit"', pgid='pgtrigger_article_words_kept_cc483', table='articles_article', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='revision',
            trigger=pgtrigger.compiler.Trigger(name='revision_words_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n                    UPDATE articles_article SET headline = headline WHERE id = NEW.article_id;\n                    RETURN NEW;\n                ', hash='cf5482656fb37def4b2a1caa2a533e91cfc78caa', operation='INSERT', pgid='pgtrigger_revision_words_kept_9bb5d', table='articles_revision', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(fields=('id', 'dated_at'), name='article_dated_at_key'),
        ),
        migrations.RunSQL(
            "UPDATE articles_article SET headline = headline", migrations.RunSQL.noop
        ),
        # What the update left to check is checked, or the table could not be altered.
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RunSQL(INDEX, "DROP INDEX article_words"),
    ]
