"""What was decided: the tables of votes, members, terms, sponsors, topics and figures, and every question to them.

`store.py` answers; `masters` is what people edit, `data` what `compiling` makes of it, and `sources` reads each
published format that can be laid over it.
"""
