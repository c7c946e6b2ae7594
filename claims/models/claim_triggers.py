"""What the database does by itself, or refuses, when a claim is written."""

from __future__ import annotations

import pgtrigger

TRIGGERS = [
    # What the search finds it by, and the date it follows its article in.
    pgtrigger.Trigger(
        name="claim_found_by",
        operation=pgtrigger.Insert
        | pgtrigger.UpdateOf("quote", "statement", "attribution", "article_id", "dated_at"),
        when=pgtrigger.Before,
        func="""
                    NEW.dated_at := (
                        SELECT dated_at FROM articles_article WHERE id = NEW.article_id
                    );
                    NEW.words := to_tsvector('desk', translate(
                        left(NEW.quote, 50000) || ' ' || left(NEW.statement, 10000)
                        || ' ' || left(NEW.attribution, 10000), '-/<', '   '));
                    RETURN NEW;
                """,
    ),
    pgtrigger.Trigger(
        name="claim_quotes_its_revision",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("revision_id", "start", "end", "quote"),
        when=pgtrigger.Before,
        declare=[("body", "text")],
        func="""
                    SELECT text INTO body FROM articles_revision WHERE id = NEW.revision_id;
                    IF substr(body, NEW.start + 1, NEW."end" - NEW.start) <> NEW.quote THEN
                        RAISE EXCEPTION 'claim_quotes_its_revision: the quote is not at its place'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
    ),
    pgtrigger.Trigger(
        name="claim_vector_of_its_words",
        operation=pgtrigger.UpdateOf("quote"),
        when=pgtrigger.Before,
        condition=pgtrigger.Q(old__quote__df=pgtrigger.F("new__quote")),
        func="""
                    NEW.vector = NULL;
                    NEW.code = NULL;
                    NEW.vector_model = NULL;
                    RETURN NEW;
                """,
    ),
    # An article that moves takes its claims along by ON UPDATE CASCADE, row by row; its own
    # claims are never linked to each other, so any link left here crosses stories. A
    # suggestion, which nobody can unlink, holds nothing: it rests meanwhile.
    pgtrigger.Trigger(
        name="claim_leaves_no_linked_story",
        operation=pgtrigger.UpdateOf("story_id"),
        when=pgtrigger.Before,
        condition=pgtrigger.Q(old__story__df=pgtrigger.F("new__story")),
        func="""
                    IF EXISTS (
                        SELECT FROM claims_link link
                        JOIN claims_claim other
                            ON other.id IN (link.a_id, link.b_id) AND other.id <> NEW.id
                        WHERE NEW.id IN (link.a_id, link.b_id)
                        AND link.kind <> 'related' AND link.state = 'confirmed'
                        AND other.story_id <> NEW.story_id
                    ) THEN
                        RAISE EXCEPTION 'claim_leaves_no_linked_story: linked in its old story'
                            USING ERRCODE = 'check_violation',
                            CONSTRAINT = 'claim_leaves_no_linked_story';
                    END IF;
                    RETURN NEW;
                """,
    ),
    pgtrigger.Protect(name="claim_kept", operation=pgtrigger.Delete),
]
