"""What the record says to a text: its claims tied to vote events, each settled with evidence and a reason.

`check.py` runs it: `threads` and `linking` find the vote that claims are about, `judging` says whether a claim holds
of one, `settlers` answer each kind of claim. It joins reading and record, and renders nothing.
"""
