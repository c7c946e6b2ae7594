"""Claims can have a vector of what they mean, which goes with their words."""

import articles.models.vectored
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0004_sentence_vector'),
        ('claims', '0009_settled_figures'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='claim',
            name='code',
            field=articles.models.vectored.BitField(editable=False, help_text='Its signs', length=384, null=True, serialize=False),
        ),
        migrations.AddField(
            model_name='claim',
            name='vector',
            field=models.BinaryField(help_text='Float16, the least byte first; length one', null=True, serialize=False),
        ),
        migrations.AddField(
            model_name='claim',
            name='vector_model',
            field=models.CharField(editable=False, help_text='What made the vector', max_length=80, null=True, serialize=False),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('vector_model', None)), fields=['id'], name='claim_without_vector'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claim',
            trigger=pgtrigger.compiler.Trigger(name='claim_vector_of_its_words', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."quote" IS DISTINCT FROM (NEW."quote"))', func='\n                    NEW.vector = NULL;\n                    NEW.code = NULL;\n                    NEW.vector_model = NULL;\n                    RETURN NEW;\n                ', hash='3a8862af944be7b0e2651d27fb6616618901e961', operation='UPDATE OF "quote"', pgid='pgtrigger_claim_vector_of_its_words_409fe', table='claims_claim', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('code', None), ('vector', None), ('vector_model', None)), models.Q(('code__isnull', False), ('vector__isnull', False), ('vector__length', 768), ('vector_model__isnull', False)), _connector='OR'), name='claim_vector_whole'),
        ),
    ]
