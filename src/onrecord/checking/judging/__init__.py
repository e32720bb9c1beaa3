"""Does a claim hold of this one vote event? One module a kind of claim about a vote."""
