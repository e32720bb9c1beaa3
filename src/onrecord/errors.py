"""The errors a user can cause, each with a message that says what was wrong, where, and what to do."""


class OnrecordError(Exception):
    """Base of all errors that are the caller's to mend; the command line prints them in one line and exits 2."""


class RecordError(OnrecordError):
    """The record does not hold what was asked for."""


class InputError(OnrecordError):
    """A file or text handed in cannot be used."""
