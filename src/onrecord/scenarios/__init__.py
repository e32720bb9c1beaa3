"""What if: recorded votes under other rules, and what given positions would come to.

The rules are `onrecord.rules`; the votes are the record's. Nothing here is a forecast.
"""

from onrecord.scenarios.ballots import Ballot, Ballots, Change, ballots, recorded_ballots
from onrecord.scenarios.replay import Flip, Replay, replay, replay_ballots
from onrecord.scenarios.seats import members_on
from onrecord.scenarios.whip import Way, Ways, Whip, WhipError, whip

__all__ = [
    "Ballot",
    "Ballots",
    "Change",
    "Flip",
    "Replay",
    "Way",
    "Ways",
    "Whip",
    "WhipError",
    "ballots",
    "members_on",
    "recorded_ballots",
    "replay",
    "replay_ballots",
    "whip",
]
