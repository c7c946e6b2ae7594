"""What the desk is compared with: plain Django views that read or write exactly the same rows.

Django's default middleware, a session, a CSRF token, the ORM, one template. Rows that the desk has
to find are asked for by their keys, and the page is filled up to the bytes that the desk rendered.
"""
