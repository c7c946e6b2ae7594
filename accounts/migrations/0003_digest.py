"""How often a person gets mail with what they have not read."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_groups'),
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='digest',
            field=models.TextField(choices=[('off', 'Never'), ('hourly', 'Once an hour'), ('daily', 'Once a day, at seven in the morning')], default='daily', verbose_name='mail'),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('digest__in', ['off', 'hourly', 'daily'])), name='user_digest_known'),
        ),
    ]
