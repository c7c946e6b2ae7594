"""Phrases and authors are looked up; no text has to be read for them but those that fit.

A tsvector's index knows which texts hold a word, not where. So for a phrase of words that nearly
every text has, each of these texts had to be read. `desk_pairs` says which words stand near which: a
number for each two that are at most three places apart, so that a phrase may have two small words
between. The number is a hash: pairs lead to a few texts too many, and never to one too few.
"""

from django.db import migrations

# The cost keeps the planner from computing it row by row. It calls nothing outside pg_catalog.
FUNCTION = """
CREATE FUNCTION desk_pairs(words tsvector) RETURNS integer[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
    WITH placed AS MATERIALIZED (
        SELECT word.lexeme, place FROM unnest(words) word, unnest(word.positions) place
    )
    SELECT array_agg(DISTINCT hashtext(a.lexeme || ' ' || b.lexeme || ' ' || apart) & 65535)
    FROM placed a, generate_series(1, 3) apart, placed b
    WHERE b.place = a.place + apart
$$
"""
# Without statistics, for which every ANALYZE would compute the pairs of 30,000 texts.
PAIRS = """
CREATE INDEX article_pairs ON articles_article USING gin (desk_pairs(words))
    WITH (gin_pending_list_limit = 1024);
ALTER INDEX article_pairs ALTER COLUMN 1 SET STATISTICS 0;
"""
BYLINES = "CREATE INDEX article_byline ON articles_article USING gin (ts_filter(words, '{b}'))"


class Migration(migrations.Migration):

    dependencies = [('articles', '0023_dated_by_trigger')]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION desk_pairs(tsvector)"),
        migrations.RunSQL(PAIRS, "DROP INDEX article_pairs"),
        migrations.RunSQL(BYLINES, "DROP INDEX article_byline"),
    ]
