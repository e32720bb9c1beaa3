"""The kinds of claim: frozen classes with fields only, which readers make and settlers answer."""
