"""Small files in the published formats, written by the tests; every one may be spoilt in one place."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path


def _words(text: str) -> list[str]:
    return re.split("[ ,]", text)


COUNCIL_2024 = _words("CHN DZA CHE ECU FRA GBR GUY JPN KOR MLT MOZ RUS SLE SVN USA")
COUNCIL_1990 = _words("CAN CHN CIV COL CUB ETH FIN FRA GBR MYS ROU SUN USA YEM COD")
SECURITY_COUNCIL_2025 = _words(
    "undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,description,agenda,subjects,"
    "modality,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link"
)
SECURITY_COUNCIL_2026 = _words(
    "undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,description,agenda,subjects,"
    "vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,modality,undl_link"
)
GENERAL_ASSEMBLY_2025 = _words(
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,"
    "subjects,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link"
)
GENERAL_ASSEMBLY_2026 = [
    *GENERAL_ASSEMBLY_2025[:13],
    "vote_note",
    *GENERAL_ASSEMBLY_2025[13:],
]
Row = dict[str, str]


def council_rows(
    votes: Mapping[str, str],
    resolution: str = "S/RES/9001 (2024)",
    date: str = "2024-06-05",
    undl_id: int = 4099001,
    **cells: str,
) -> list[Row]:
    """The rows of one vote event in the Security Council's file; `votes` is member code to letter."""
    return [
        {
            "ms_code": code,
            "ms_vote": letter,
            "description": f"Security Council resolution {resolution.split('/')[2]} [on a made-up subject]",
            "agenda": "A made-up item",
            **_shared(votes, resolution, date, undl_id),
            **cells,
        }
        for code, letter in votes.items()
    ]


def assembly_rows(
    votes: Mapping[str, str],
    resolution: str = "A/RES/78/9001",
    date: str = "2024-06-05",
    undl_id: int = 4099002,
    **cells: str,
) -> list[Row]:
    return [
        {
            "ms_code": code,
            "ms_vote": letter,
            "session": "78",
            "title": "A made-up subject : resolution / adopted by the General Assembly",
            "agenda_title": "A/78/251 9 A made-up item. MADE-UP SUBJECTS",
            **{
                key: f"{value}.0" if key.startswith("total_") else value
                for key, value in _shared(votes, resolution, date, undl_id).items()
            },
            **cells,
        }
        for code, letter in votes.items()
    ]


def _shared(votes: Mapping[str, str], resolution: str, date: str, undl_id: int) -> Row:
    letters = list(votes.values())
    return {
        "undl_id": str(undl_id),
        "date": date,
        "resolution": resolution,
        "total_yes": str(letters.count("Y")),
        "total_no": str(letters.count("N")),
        "total_abstentions": str(letters.count("A")),
        "total_non_voting": str(letters.count("X")),
        "total_ms": str(len(letters)),
        "undl_link": f"https://digitallibrary.un.org/record/{undl_id}",
    }


def all_in_favour(members: Sequence[str]) -> dict[str, str]:
    return dict.fromkeys(members, "Y")


def table(header: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    """CSV text; cells that a row does not name are empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, header, restval="", lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


VOTEVIEW = {
    "S118_members.csv": """\
congress,chamber,icpsr,state_icpsr,district_code,state_abbrev,party_code,occupancy,last_means,bioname,bioguide_id,born
118,President,99913,99,0,USA,100,,,"EXAMPLE, President",,1942
118,Senate,90001,41,0,AL,200,,,"ABLE, Ann",A000001,1950
118,Senate,90002,42,0,AR,100,,,"BAKER, Bob",B000002,1951
118,Senate,90003,43,0,CA,328,,,"CHARLIE, Cy",C000003,1952
""",
    "S118_rollcalls.csv": """\
congress,chamber,rollnumber,date,session,clerk_rollnumber,yea_count,nay_count,nominate_mid_1,bill_number,vote_result,vote_desc,vote_question,dtl_desc
118,Senate,1,2023-01-23,1,1,2,1,0.1,S1,Cloture Motion Agreed to,A bill,On the Cloture Motion,
118,Senate,2,2023-01-24,1,2,1,1,0.1,S1,Amendment Rejected,An amendment,On the Amendment,
""",
    "S118_votes.csv": """\
congress,chamber,rollnumber,icpsr,cast_code,prob
118,Senate,1,90001,1,99.0
118,Senate,1,90002,3,99.0
118,Senate,1,90003,6,99.0
118,Senate,1,99913,1,99.0
118,Senate,2,90001,2,99.0
118,Senate,2,90002,5,99.0
118,Senate,2,90003,7,99.0
118,Senate,2,99913,9,99.0
""",
}

UNVOTES = {
    "unvotes.csv": """\
rcid,country,country_code,vote
3,United States,US,yes
3,Russia,RU,no
3,Yemen Arab Republic,NA,abstain
9001,Namibia,NA,yes
9001,Russia,RU,no
9001,Federal Republic of Germany,NA,abstain
""",
    "roll_calls.csv": """\
rcid,session,importantvote,date,unres,amend,para,short,descr
3,2,0,1947-10-21,R/2/66,1,0,"AMENDMENTS, RULES",to amend the rules
9001,45,0,1991-12-30,R/45/9001,0,1,,A paragraph
""",
}

DATAVERSE = """\
rcid,ccode,member,vote,Country,session,date,unres,amend,para,yes,no,abstain,short
5,2,1,1,USA,1,1946-06-01,R/1/5,0,0,1,1,1,SUBJECT
5,365,1,3,RUS,1,1946-06-01,R/1/5,0,0,1,1,1,SUBJECT
5,200,1,2,UKG,1,1946-06-01,R/1/5,0,0,1,1,1,SUBJECT
5,220,1,8,FRN,1,1946-06-01,R/1/5,0,0,1,1,1,SUBJECT
5,255,0,9,GMY,1,1946-06-01,R/1/5,0,0,1,1,1,SUBJECT
"""


def write_all(folder: Path, contents: Mapping[str, str]) -> list[Path]:
    return [write(folder, name, text) for name, text in contents.items()]
