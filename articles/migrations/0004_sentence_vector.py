"""Sentences can have a vector of what they mean."""

import articles.models.vectored
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0003_outlet_articles'),
    ]

    operations = [
        migrations.AddField(
            model_name='sentence',
            name='code',
            field=articles.models.vectored.BitField(editable=False, help_text='Its signs', length=384, null=True, serialize=False),
        ),
        migrations.AddField(
            model_name='sentence',
            name='vector',
            field=models.BinaryField(help_text='Float16, the least byte first; length one', null=True, serialize=False),
        ),
        migrations.AddField(
            model_name='sentence',
            name='vector_model',
            field=models.CharField(editable=False, help_text='What made the vector', max_length=80, null=True, serialize=False),
        ),
        migrations.AddIndex(
            model_name='sentence',
            index=models.Index(condition=models.Q(('vector_model', None)), fields=['id'], name='sentence_without_vector'),
        ),
        migrations.AddConstraint(
            model_name='sentence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('code', None), ('vector', None), ('vector_model', None)), models.Q(('code__isnull', False), ('vector__isnull', False), ('vector__length', 768), ('vector_model__isnull', False)), _connector='OR'), name='sentence_vector_whole'),
        ),
    ]
