"""People can be away; nothing is assigned to them then."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('accounts', '0004_own_keys')]

    operations = [
        migrations.AddField(
            model_name='user',
            name='away_since',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
