"""Composite foreign keys: what a claim repeats from its article and verdict stays true.

ON UPDATE CASCADE carries a corrected story or outlet from the article to its claims. The key to
the verdict says that it is this claim's own and that the claim has its status. Deferred, so that
fixtures may bring the rows in any order.
"""

from django.db import migrations

KEYS = {
    "claim_follows_its_article": (
        "(article_id, story_id, outlet_id) REFERENCES articles_article (id, story_id, outlet_id)"
        " ON UPDATE CASCADE"
    ),
    "claim_revision_of_its_article": (
        "(revision_id, article_id) REFERENCES articles_revision (id, article_id)"
    ),
    "claim_status_of_its_verdict": (
        "(current_verdict_id, id, status) REFERENCES claims_verdict (id, claim_id, status)"
    ),
}


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial"), ("articles", "0002_revision_sha256")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE claims_claim ADD CONSTRAINT {name} FOREIGN KEY {key}"
            " DEFERRABLE INITIALLY DEFERRED",
            f"ALTER TABLE claims_claim DROP CONSTRAINT {name}",
        )
        for name, key in KEYS.items()
    ]
