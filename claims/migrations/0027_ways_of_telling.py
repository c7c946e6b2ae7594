"""Each kind of notification can be switched off, on the page or by mail."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0026_comments'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Mute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('mentioned', 'mentioned you'), ('replied', 'replied in a thread of yours'), ('commented', 'commented on a claim of yours'), ('assigned', 'assigned a claim to you'), ('taken over', 'took over a claim that you held'), ('reversed', 'reversed your verdict'), ('disagreed', 'came to another verdict than you'), ('handed over', 'handed a claim over to you')], max_length=12)),
                ('way', models.CharField(choices=[('page', 'On the page'), ('mail', 'By mail')], max_length=4)),
            ],
        ),
        migrations.RemoveIndex(
            model_name='notification',
            name='notification_unread',
        ),
        migrations.AddField(
            model_name='notification',
            name='is_for_mail',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='notification',
            name='is_shown',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='notification',
            name='mailed_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name='notification',
            index=models.Index(condition=models.Q(('is_shown', True), ('read_at', None)), fields=['person', '-id'], name='notification_unread'),
        ),
        migrations.AddIndex(
            model_name='notification',
            index=models.Index(condition=models.Q(('is_for_mail', True), ('mailed_at', None), ('read_at', None)), fields=['person', 'at'], name='notification_to_mail'),
        ),
        migrations.AddConstraint(
            model_name='notification',
            constraint=models.CheckConstraint(condition=models.Q(('is_shown', True), ('is_for_mail', True), _connector='OR'), name='notification_told_somehow'),
        ),
        migrations.AddConstraint(
            model_name='notification',
            constraint=models.CheckConstraint(condition=models.Q(('mailed_at', None), ('is_for_mail', True), _connector='OR'), name='notification_mailed_if_wanted'),
        ),
        migrations.AddField(
            model_name='mute',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mutes', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='mute',
            constraint=models.UniqueConstraint(fields=('person', 'kind', 'way'), name='mute_once'),
        ),
        migrations.AddConstraint(
            model_name='mute',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['mentioned', 'replied', 'commented', 'assigned', 'taken over', 'reversed', 'disagreed', 'handed over'])), name='mute_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='mute',
            constraint=models.CheckConstraint(condition=models.Q(('way__in', ['page', 'mail'])), name='mute_way_known'),
        ),
    ]
