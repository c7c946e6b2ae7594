"""A suggestion says why it was made."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0010_claim_vector'),
    ]

    operations = [
        migrations.AddField(
            model_name='link',
            name='reasons',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, default=list, help_text='Why it was suggested', size=None),
        ),
    ]
