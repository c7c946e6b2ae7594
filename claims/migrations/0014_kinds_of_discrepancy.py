"""A discrepancy is of a kind that the comparison knows."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0013_attribution'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='discrepancy',
            name='discrepancy_kind_named',
        ),
        migrations.AddConstraint(
            model_name='discrepancy',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['count', 'duration', 'age', 'money', 'percent', 'points', 'distance', 'area', 'volume', 'mass', 'speed', 'temperature', 'power', 'ordinal', 'score', 'time', 'date', 'weekday', 'polarity', 'name', 'attribution'])), name='discrepancy_kind_known'),
        ),
    ]
