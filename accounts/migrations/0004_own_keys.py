"""A person may have keys of their own."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_digest'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='has_own_keys',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.CreateModel(
            name='OwnKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.TextField()),
                ('action', models.TextField()),
                ('key', models.TextField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='own_keys', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'place', 'action'), name='own_key_once'), models.UniqueConstraint(fields=('person', 'place', 'key'), name='own_key_distinct'), models.CheckConstraint(condition=models.Q(('key', models.F('action')), _negated=True), name='own_key_differs'), models.CheckConstraint(condition=models.Q(('key__regex', '^[^\\s]( [^\\s])?$'), ('key', django.db.models.functions.text.Lower('key'))), name='own_key_shape')],
            },
        ),
    ]
