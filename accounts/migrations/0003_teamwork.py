"""How often a person gets mail, their own keys, whether they are away, and what they have sent."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_groups'),
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='away_since',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='user',
            name='digest',
            field=models.TextField(choices=[('off', 'Never'), ('hourly', 'Once an hour'), ('daily', 'Once a day, at seven in the morning')], default='daily', verbose_name='mail'),
        ),
        migrations.AddField(
            model_name='user',
            name='has_own_keys',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('digest__in', ['off', 'hourly', 'daily'])), name='user_digest_known'),
        ),
        migrations.CreateModel(
            name='OwnKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='own_keys', to=settings.AUTH_USER_MODEL)),
                ('place', models.TextField()),
                ('action', models.TextField()),
                ('key', models.TextField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'place', 'action'), name='own_key_once'), models.UniqueConstraint(fields=('person', 'place', 'key'), name='own_key_distinct'), models.CheckConstraint(condition=models.Q(('key', models.F('action')), _negated=True), name='own_key_differs'), models.CheckConstraint(condition=models.Q(('key__regex', '^[^\\s]( [^\\s])?$'), ('key', django.db.models.functions.text.Lower('key'))), name='own_key_shape')],
            },
        ),
        migrations.CreateModel(
            name='Sending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sendings', to=settings.AUTH_USER_MODEL)),
                ('digest', models.TextField(help_text='SHA-256 in hex of address, token and fields')),
                ('at', models.DateTimeField()),
                ('made', models.PositiveBigIntegerField(help_text='Key of the row that it made', null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('by', 'digest'), name='sending_once_each'), models.CheckConstraint(condition=models.Q(('digest__regex', '^[0-9a-f]{64}$')), name='sending_digest_form')],
            },
        ),
    ]
