"""What is a claim answered? One module a kind of claim: verdict, reason and the rows that say so."""
