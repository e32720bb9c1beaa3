"""Text to claims: what a text asserts about votes, members, rules and figures, with offsets, and no verdict.

`read.py` runs the layers in order: document, sentences, chunks with numbers and dates, who is named and who says what,
then `extract`, which makes `claims`. The words lie in `tables`, CSV that a non-programmer can mend.
"""
