"""Phrases are looked up in claims, as in articles."""

from django.db import migrations

PAIRS = """
CREATE INDEX claim_pairs ON claims_claim USING gin (desk_pairs(words))
    WITH (gin_pending_list_limit = 1024) WHERE removed_at IS NULL;
ALTER INDEX claim_pairs ALTER COLUMN 1 SET STATISTICS 0;
"""


class Migration(migrations.Migration):

    dependencies = [('articles', '0024_word_pairs'), ('claims', '0023_changed_claims')]

    operations = [migrations.RunSQL(PAIRS, "DROP INDEX claim_pairs")]
