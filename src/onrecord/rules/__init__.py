"""How a body decides: dated rules with references, and what a rule makes of a vote.

The rules are YAML files in `rules/data`; their facts come from the Charter, the bodies' rules of procedure and the
treaties each file names.
"""

from onrecord.rules.catalogue import (
    ProceduralVote,
    RuleError,
    body_file,
    decision_rule,
    is_procedural,
    procedural_votes,
    rule_of,
    shipped,
)
from onrecord.rules.documents import RuleFileError
from onrecord.rules.model import AllOf, Among, AnyOf, Decision, DecisionRule, Majority, Veto
from onrecord.rules.outcome import decide, outcome, outcome_of_counts, result_of_counts, stopping_votes
from onrecord.rules.reading import BodyFile
from onrecord.rules.words import in_words

__all__ = [
    "AllOf",
    "Among",
    "AnyOf",
    "BodyFile",
    "Decision",
    "DecisionRule",
    "Majority",
    "ProceduralVote",
    "RuleError",
    "RuleFileError",
    "Veto",
    "body_file",
    "decide",
    "decision_rule",
    "in_words",
    "is_procedural",
    "outcome",
    "outcome_of_counts",
    "procedural_votes",
    "result_of_counts",
    "rule_of",
    "shipped",
    "stopping_votes",
]
