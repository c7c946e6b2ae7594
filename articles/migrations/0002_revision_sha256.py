"""The hash of a revision is the hash of its text, whoever writes the row."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """
            ALTER TABLE articles_revision ADD CONSTRAINT revision_sha256_of_text
            CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
            """,
            "ALTER TABLE articles_revision DROP CONSTRAINT revision_sha256_of_text",
        ),
    ]
