"""Count how pressing each claim is, and say of it what the queue is asked for, by what is known of it;
see `claims.priority` and `claims.signs`.
"""

from django.db import migrations

RECOUNT = """
WITH told AS (
    SELECT claim.cluster_id,
        count(DISTINCT claim.outlet_id) AS outlets,
        least(
            count(DISTINCT claim.outlet_id),
            count(DISTINCT coalesce(article.origin_id, -claim.article_id))
        ) AS origins
    FROM claims_claim claim
    JOIN articles_article article ON article.id = claim.article_id
    WHERE claim.removed_at IS NULL AND claim.cluster_id IS NOT NULL
    GROUP BY claim.cluster_id
),
figures AS (
    SELECT link_id, bool_or(resolution = '') AS is_open
    FROM claims_discrepancy
    WHERE is_current AND grade = 'conflict'
    GROUP BY link_id
),
conflict AS (
    SELECT DISTINCT unnest(ARRAY[link.a_id, link.b_id]) AS claim_id
    FROM claims_link link
    JOIN claims_claim a ON a.id = link.a_id AND a.removed_at IS NULL
    JOIN claims_claim b ON b.id = link.b_id AND b.removed_at IS NULL
    LEFT JOIN figures ON figures.link_id = link.id
    WHERE link.state = 'confirmed' AND link.kind IN ('same', 'contradicts')
    AND coalesce(figures.is_open, link.kind = 'contradicts')
),
counted AS (
    SELECT claim.id,
        1131
        - CASE WHEN conflict.claim_id IS NULL THEN 0 ELSE 1000 END
        - CASE WHEN claim.open_relocation_id IS NULL THEN 0 ELSE 100 END
        - CASE
            WHEN told.outlets >= 8 THEN 30
            WHEN told.outlets >= 4 THEN 20
            WHEN told.outlets >= 2 THEN 10
            ELSE 0
        END
        - CASE WHEN told.outlets >= 2 AND told.origins = 1 THEN 1 ELSE 0 END AS priority
    FROM claims_claim claim
    LEFT JOIN told ON told.cluster_id = claim.cluster_id
    LEFT JOIN conflict ON conflict.claim_id = claim.id
    WHERE claim.removed_at IS NULL
)
UPDATE claims_claim SET priority = counted.priority
FROM counted
WHERE counted.id = claims_claim.id AND claims_claim.priority <> counted.priority;
"""
LINKED = """
UPDATE claims_claim SET is_linked = true WHERE id IN (
    SELECT unnest(ARRAY[link.a_id, link.b_id])
    FROM claims_link link
    JOIN claims_claim a ON a.id = link.a_id AND a.removed_at IS NULL
    JOIN claims_claim b ON b.id = link.b_id AND b.removed_at IS NULL
    WHERE link.state = 'confirmed'
)
"""
IN_CONFLICT = """
UPDATE claims_claim SET is_in_open_conflict = true WHERE id IN (
    SELECT unnest(ARRAY[link.a_id, link.b_id])
    FROM claims_discrepancy figure
    JOIN claims_link link ON link.id = figure.link_id
    JOIN claims_claim a ON a.id = link.a_id AND a.removed_at IS NULL
    JOIN claims_claim b ON b.id = link.b_id AND b.removed_at IS NULL
    WHERE figure.is_current AND figure.grade = 'conflict' AND figure.resolution = ''
    AND link.state = 'confirmed' AND link.kind IN ('same', 'contradicts')
)
"""
SUGGESTED = """
UPDATE claims_claim SET is_suggested = true WHERE id IN (
    SELECT unnest(ARRAY[link.a_id, link.b_id])
    FROM claims_link link
    JOIN claims_claim a ON a.id = link.a_id AND a.removed_at IS NULL
    JOIN claims_claim b ON b.id = link.b_id AND b.removed_at IS NULL
    WHERE link.state = 'suggested' AND a.story_id = b.story_id AND a.outlet_id <> b.outlet_id
    AND coalesce(link.score >= %(least)s, true)
)
"""
TOLD = """
UPDATE claims_claim claim
SET point_outlets = told.outlets, point_origins = least(told.outlets, told.origins)
FROM (
    SELECT one.cluster_id, count(DISTINCT one.outlet_id) AS outlets,
        count(DISTINCT coalesce(article.origin_id, -one.article_id)) AS origins
    FROM claims_claim one
    JOIN articles_article article ON article.id = one.article_id
    WHERE one.removed_at IS NULL AND one.cluster_id IS NOT NULL
    GROUP BY one.cluster_id
) told
WHERE told.cluster_id = claim.cluster_id AND claim.removed_at IS NULL AND told.outlets > 1
"""
EVIDENCED = """
UPDATE claims_claim SET is_evidenced = true
WHERE id IN (SELECT claim_id FROM claims_evidence WHERE removed_at IS NULL)
"""
SUGGEST_FROM = 0.15  # matching.SUGGEST_FROM when this was written


class Migration(migrations.Migration):

    dependencies = [('claims', '0025_teamwork')]

    operations = [
        migrations.RunSQL(RECOUNT, migrations.RunSQL.noop),
        migrations.RunSQL(LINKED, migrations.RunSQL.noop),
        migrations.RunSQL(IN_CONFLICT, migrations.RunSQL.noop),
        migrations.RunSQL([(SUGGESTED, {"least": SUGGEST_FROM})], migrations.RunSQL.noop),
        migrations.RunSQL(TOLD, migrations.RunSQL.noop),
        migrations.RunSQL(EVIDENCED, migrations.RunSQL.noop),
    ]
