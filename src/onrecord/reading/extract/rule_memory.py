"""What a text said before of the Council's rules, and of whom."""

from __future__ import annotations

from onrecord.reading.claims.vote import Members


class Memory:
    """When the text last spoke of the Council or the Assembly and of what their rules say."""

    __slots__ = (
        "assembly_at", "council_at", "council_named_at", "lone", "lone_at", "matter_at", "procedure_at", "rule_at",
        "several", "several_at", "statement", "supposed_at", "united_nations", "veto_at",
    )  # fmt: skip

    def __init__(self) -> None:
        self.assembly_at = self.council_at = self.matter_at = self.procedure_at = self.rule_at = self.supposed_at = -99
        self.council_named_at = self.lone_at = self.veto_at = -99
        self.lone: Members | None = None
        """The one member that a sentence named."""
        self.united_nations = False
        """Whether the text speaks of the United Nations anywhere."""
        self.statement = ""
        self.several: Members | None = None
        self.several_at = -99

    def on_the_assembly(self, index: int) -> bool:
        """Whether a sentence still speaks of the Assembly: the only body named, or the last one of late."""
        if self.assembly_at < 0:
            return False
        return self.council_named_at < 0 or (self.council_named_at < self.assembly_at >= index - STILL)


STILL = 3
"""Sentences for which a text still speaks of the body that it turned to."""
