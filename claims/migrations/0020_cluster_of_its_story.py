"""A claim's cluster is of the claim's own story: a composite foreign key, beside the services."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0019_relocations")]

    operations = [
        migrations.AddConstraint(
            model_name="cluster",
            constraint=models.UniqueConstraint(fields=["id", "story"], name="cluster_story_key"),
        ),
        migrations.RunSQL(
            "ALTER TABLE claims_claim ADD CONSTRAINT claim_cluster_of_its_story"
            " FOREIGN KEY (cluster_id, story_id) REFERENCES claims_cluster (id, story_id)"
            " DEFERRABLE INITIALLY DEFERRED",
            "ALTER TABLE claims_claim DROP CONSTRAINT claim_cluster_of_its_story",
        ),
    ]
