"""From a sentence to the claims it makes: a module, or a few with one beginning, for each kind of claim."""
