"""What a text said before of the Council's rules, and of whom."""

from __future__ import annotations

from onrecord.reading.claims.vote import Members


class Memory:
    """When the text last spoke of the Council or the Assembly and of what their rules say."""

    __slots__ = (
        "assembly_at", "council_at", "lone", "lone_at", "matter_at", "procedure_at", "rule_at", "several",
        "several_at", "statement", "supposed_at", "united_nations", "veto_at",
    )  # fmt: skip

    def __init__(self) -> None:
        self.assembly_at = self.council_at = self.matter_at = self.procedure_at = self.rule_at = self.supposed_at = -99
        self.lone_at = self.veto_at = -99
        self.lone: Members | None = None
        """The one member that a sentence named."""
        self.united_nations = False
        """Whether the text speaks of the United Nations anywhere."""
        self.statement = ""
        self.several: Members | None = None
        self.several_at = -99
