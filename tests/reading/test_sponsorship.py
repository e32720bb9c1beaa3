"""Who is said to have put a text forward, in whatever words and wherever they stand."""

from __future__ import annotations

from functools import lru_cache

import pytest

from onrecord.reading.claims.vote import Sponsor
from onrecord.reading.lexicon import Lexicon, lexicon
from onrecord.reading.read import read
from onrecord.record.layers import SHIPPED, Layers
from onrecord.record.store import Record


@lru_cache(maxsize=1)
def words() -> Lexicon:
    return lexicon(Record(Layers((SHIPPED,))).aliases)


def sponsors(text: str) -> list[Sponsor]:
    return [claim for claim in read(text, words()).claims if isinstance(claim, Sponsor)]


def said(text: str, claim: Sponsor) -> str:
    return text[claim.start : claim.end]


def names(claim: Sponsor) -> list[str]:
    return [named.text for named in claim.members.named]


NAMED = [
    # sentence, who, the stretch that says so
    # verbs
    ("Norway tabled the draft on Monday.", ["Norway"], "Norway tabled the draft on Monday"),
    ("Brazil and Ghana had submitted it together with Gabon.", ["Brazil", "Ghana", "Gabon"], None),
    ("The resolution, which Lisbon penned, got nine votes.", ["Lisbon"], "which Lisbon penned"),
    ("The motion Ottawa sponsored went down.", ["Ottawa"], "Ottawa sponsored"),
    ("Peru put the text forward in May.", ["Peru"], None),
    ("Chile, one of the elected members, wrote the resolution.", ["Chile"], None),
    ("Kenya's envoy, whose country drafted the text, kept silent.", ["Kenya"], "whose country drafted the text"),
    ("London, which holds the pen, kept silent.", ["London"], "London, which holds the pen"),
    ("The Irish wrote it.", ["The Irish"], None),
    ("The draft belonged to Norway and Chad.", ["Norway", "Chad"], None),
    ("The text was drafted, as so often in this matter, by Norway.", ["Norway"], None),
    ("Norway carried the paper into the room.", ["Norway"], None),
    ("The Council voted on the draft; Peru, Chile and Cuba had tabled them.", ["Peru", "Chile", "Cuba"], None),
    ("Norway had written every line of the resolution.", ["Norway"], None),
    ("Denmark and Chad laboured over the words of the resolution.", ["Denmark", "Chad"], None),
    ("The text was from Norway and two others.", ["Norway"], "The text was from Norway and two others"),
    ("The draft is of Norway and Chad.", ["Norway", "Chad"], None),
    ("That draft was Peru's and Chile's doing.", ["Peru", "Chile"], None),
    ("Norway put a draft in.", ["Norway"], None),
    ("Norway had put the text down.", ["Norway"], None),
    ("Norway brought a text of its own.", ["Norway"], None),
    ("A draft that Norway had brought got five votes.", ["Norway"], None),
    ("The Council voted on a text. Peru and Chile brought it.", ["Peru", "Chile"], None),
    ("The Council voted on a text. Behind it stood Peru and Chile.", ["Peru", "Chile"], None),
    ("The Council voted on a text. It was Chad, of all countries, that had drafted it.", ["Chad"], None),
    ("It had been drafted, one hears, in Oslo.", ["Oslo"], None),
    ("Norway wrote a Mali text itself.", ["Norway"], None),
    ("The Council rejected the Chad+Norway draft.", ["Chad", "Norway"], None),
    ("2669 was a Danish text.", ["Danish"], "2669 was a Danish text"),
    ("Norway had used its veto to stop the Danish draft.", ["Danish"], "the Danish draft"),
    ("The draft got six votes. Chad and Peru had drafted each of them.", ["Chad", "Peru"], None),
    ("The draft got six votes. Chad and Peru had written both versions.", ["Chad", "Peru"], None),
    ("The draft got six votes. Ankara had co-sponsored.", ["Ankara"], "Ankara had co-sponsored"),
    ("The draft got six votes. Norway had led on it.", ["Norway"], None),
    ("The draft got six votes. Norway had done the drafting.", ["Norway"], None),
    ("The draft got six votes. Norway had helped to write it.", ["Norway"], None),
    ("Six votes were cast for it. Norway had introduced it.", ["Norway"], None),
    ("Six votes were cast for it. It was the Irish who moved it.", ["the Irish"], None),
    ("The draft got six votes. Jordan was one of those who tabled it.", ["Jordan"], None),
    ("Six voted for it. Others – Chad, Mali and Peru – put it to the vote.", ["Chad", "Mali", "Peru"], None),
    ("The rebuke, which Peru had tabled, got six votes.", ["Peru"], None),
    ("Both times the text was Peruvian, and it got six votes.", ["Peruvian"], None),
    # passives
    ("Two drafts fell. One had been written by Chad.", ["Chad"], None),
    ("Two drafts fell. The first had been laid by Chad.", ["Chad"], None),
    ("A six-month delay, put forward by Chad, got six votes.", ["Chad"], None),
    ("The draft was tabled by Chad as president of the Council.", ["Chad"], None),
    ("The draft was tabled by Chad together with Peru.", ["Chad", "Peru"], None),
    ("The text was drafted by Egypt and Qatar.", ["Egypt", "Qatar"], "The text was drafted by Egypt and Qatar"),
    ("A draft on Cyprus tabled last week by Malta fell.", ["Malta"], None),
    ("The draft had been jointly submitted by Togo and Benin.", ["Togo", "Benin"], None),
    ("The draft was put forward by its old ally, Cuba.", ["Cuba"], None),
    ("The text was brought by Senegal.", ["Senegal"], None),
    ("Behind the draft stood Norway and Ireland.", ["Norway", "Ireland"], None),
    ("Egypt pulled its draft, and then Chad and Mali picked it up and tabled it.", ["Chad", "Mali"], None),
    ("4/ Japan + Albania penned it.", ["Japan", "Albania"], "Japan + Albania penned it"),
    # nouns and predicates
    ("Spain was the sponsor.", ["Spain"], "Spain was the sponsor"),
    ("Its authors were Chad and Mali.", ["Chad", "Mali"], None),
    ("Drafters: Rome and Vienna.", ["Rome", "Vienna"], None),
    ("Sweden, the penholder, saw its resolution vetoed.", ["Sweden"], None),
    ("The draft was Swiss.", ["Swiss"], "The draft was Swiss"),
    ("The text, resolution 9000, was Mexico's.", ["Mexico"], None),
    ("The resolution was the work of Fiji and Samoa.", ["Fiji", "Samoa"], None),
    ("The draft came from our two, Niger and Tunisia.", ["Niger", "Tunisia"], None),
    ("Finland and Estonia were behind the resolution.", ["Finland", "Estonia"], None),
    # by, from, of
    ("A text by Croatia and Austria was voted on.", ["Croatia", "Austria"], "A text by Croatia and Austria"),
    ("The draft, from Zambia and Kenya, failed.", ["Zambia", "Kenya"], None),
    ("A draft on aid to Syria by Jordan and Australia passed.", ["Jordan", "Australia"], None),
    # adjectives and possessives
    ("The Bolivian draft fell.", ["Bolivian"], "The Bolivian draft"),
    ("Kuwait's text on Yemen passed.", ["Kuwait"], "Kuwait's text on Yemen"),
    ("The Franco-German draft fell.", ["Franco", "German"], None),
    ("The Albanian- and the Ecuadorian text passed.", ["Ecuadorian"], None),
    ("A U.S.-drafted resolution passed.", ["U.S."], "A U.S.-drafted resolution"),
    ("The British and Dutch draft passed.", ["The British", "Dutch"], None),
    ("The China-Russia draft failed.", ["China", "Russia"], None),
    ("Moscow's own resolution fell.", ["Moscow"], None),
    # whose it was said to be
    ("Chad and Mali were the ones who put the draft forward.", ["Chad", "Mali"], None),
    ("Malta was the country that wrote the draft.", ["Malta"], "Malta was the country that wrote the draft"),
    ("Cairo dropped it, and then Togo took the draft over.", ["Togo"], "Togo took the draft over"),
    ("The Nepalese presidency tabled the draft.", ["Nepalese"], None),
    ("Chile, whose draft it was, kept silent.", ["Chile"], "Chile, whose draft it was"),
    ("The pen on the resolution was in Norwegian hands.", ["Norwegian"], None),
    ("The pen was Denmark's, and the draft passed.", ["Denmark"], None),
    ("The draft carried Ghana's name.", ["Ghana"], "The draft carried Ghana's name"),
    ("The draft bore the signature of Peru.", ["Peru"], None),
    ("The draft bore three names: Rome, Vienna and Berne.", ["Rome", "Vienna", "Berne"], None),
    ("Lisbon even had its name on the draft.", ["Lisbon"], None),
    ("The draft had been tabled by the penholder, the United Kingdom.", ["United Kingdom"], None),
    ("Kenya was bold. It tabled, on behalf of the coast states, a draft on piracy.", ["Kenya"], None),
    ("The mission, proposed by Oslo together with Lima, was approved by 14 votes.", ["Oslo", "Lima"], None),
    ("The text was Finland's from first word to last.", ["Finland"], "The text was Finland's from first word to last"),
    (
        "The Polish motion calling on Iran to stop was voted down.",
        ["Polish"],
        "The Polish motion calling on Iran to stop",
    ),
    ("The author? Gabon.", ["Gabon"], None),
    ("The Council voted on a text. It was Chad's.", ["Chad"], "It was Chad's"),
    ("The Council voted on a text. The words were Peru's.", ["Peru"], "The words were Peru's"),
    ("The second paper was Peru and Chile's.", ["Peru", "Chile"], None),
    ("The Council voted on a text. Chad was behind it.", ["Chad"], "Chad was behind it"),
    ("The Council voted on a text. What Chad had tabled was short.", ["Chad"], None),
    ("The Council voted on a text. Chad had thought it up.", ["Chad"], "Chad had thought it up"),
    ("Chad shepherded the resolution through the talks.", ["Chad"], None),
    ("The Council voted on a text. Then Chad brought its own, and two hands rose.", ["Chad"], "Chad brought its own"),
    ("The Council voted on two texts. The first was by Chad.", ["Chad"], "The first was by Chad"),
    ("The mission, set up in May with 13 votes in favour, was proposed by Peru.", ["Peru"], None),
    ("The motion, drafted together with Peru, was adopted.", ["Peru"], "drafted together with Peru"),
    ("It was tabled by Chad and Peru, we hear, and adopted.", ["Chad", "Peru"], "It was tabled by Chad and Peru"),
]


@pytest.mark.parametrize(("text", "who", "stretch"), NAMED, ids=[row[0] for row in NAMED])
def test_names_who_put_a_text_forward(text: str, who: list[str], stretch: str | None) -> None:
    claim = sponsors(text)[0]
    assert names(claim) == who
    if stretch is not None:
        assert said(text, claim) == stretch


GROUPS = [
    ("The text was drafted by the ten elected members.", "GROUP:E10"),
    ("All ten of the elected members had put their names to the text.", "GROUP:E10"),
    ("It was an E10 text that passed.", "GROUP:E10"),
]


@pytest.mark.parametrize(("text", "group"), GROUPS)
def test_a_group_may_be_the_author(text: str, group: str) -> None:
    assert sponsors(text)[0].members.groups == (group,)


@pytest.mark.parametrize(
    ("text", "adjective"),
    [
        ("A plan that the non-aligned members had put forward got nine votes in the Council.", "non-aligned"),
        ("The African group had drafted the resolution.", "African"),
        ("A European draft passed.", "European"),
    ],
)
def test_a_region_may_be_the_author(text: str, adjective: str) -> None:
    assert sponsors(text)[0].members.adjective == adjective


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Forty countries had co-sponsored the text.", 40),
        ("The draft, co-sponsored by 58 states, fell.", 58),
        ("More than ninety states put their names to the resolution.", 90),
        ("An eight-power draft fell.", 8),
        ("The draft fell. It had 70 co-sponsors.", 70),
        ("The draft fell. Over 41 states had signed it.", 41),
    ],
)
def test_a_number_of_sponsors_may_be_given_alone(text: str, number: int) -> None:
    claim = sponsors(text)[-1]
    assert claim.quantity is not None
    assert claim.quantity.value == number


@pytest.mark.parametrize(
    ("text", "adjective", "number"),
    [
        ("The draft got six votes. Five of the non-aligned had submitted it.", "the non-aligned", 5),
        ("The draft, tabled by three of the African members, got six votes.", "the African members", 3),
    ],
)
def test_so_many_of_a_region_may_be_the_authors(text: str, adjective: str, number: int) -> None:
    claim = sponsors(text)[0]
    assert claim.members.adjective is not None
    assert claim.members.text == adjective
    assert claim.members.quantity == number


@pytest.mark.parametrize(
    "answer", ["Japan and Malta.", "Japan and Malta, of course.", "Japan and Malta, naturally.", "Japan and Malta did."]
)
def test_a_question_who_drafted_it_is_answered_by_bare_names(answer: str) -> None:
    assert names(sponsors(f"Who wrote the resolution? {answer}")[0]) == ["Japan", "Malta"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The first text came from Malta, the second from Chad.", [["Malta"], ["Chad"]]),
        ("Malta tabled the first text, Chad the second.", [["Malta"], ["Chad"]]),
        ("The first draft was Malta's, the other Chad's.", [["Malta"], ["Chad"]]),
        ("The Maltese wrote one draft and Chad tabled the other.", [["Maltese"], ["Chad"]]),
    ],
)
def test_of_two_texts_each_is_somebodys(text: str, who: list[list[str]]) -> None:
    assert [[n.removeprefix("The ") for n in names(claim)] for claim in sponsors(text)] == who


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Whose text was it?", "Malta's."),
        ("It passed, and guess who held the pen?", "Malta again."),
        ("Q: So who wrote the resolution?", "A: Malta did, all of it."),
        ("Who tabled the draft?", "Malta, as it happens."),
    ],
)
def test_a_question_whose_text_it_was_is_answered(question: str, answer: str) -> None:
    assert names(sponsors(f"The Council voted on a text. {question} {answer}")[0]) == ["Malta"]


@pytest.mark.parametrize(
    ("text", "naming"),
    [
        ("Eleven members voted for the Bolivian draft.", True),
        ("It abstained on Peru's text.", True),
        ("Eleven members voted for a Bolivian draft.", False),
        ("Eleven members voted for the Bolivian draft on Haiti.", False),
        ("It was the Bolivian draft that fell.", False),
        ("The draft was Bolivian.", False),
    ],
)
def test_words_that_only_say_which_text_is_meant_are_told_apart(text: str, naming: bool) -> None:
    assert sponsors(text)[0].naming is naming


@pytest.mark.parametrize(
    "text",
    [
        "The draft got six votes. Mexico has suggested that permanent members refrain from vetoes.",
        "The Council endorsed President Trump's plan by 13 votes.",
    ],
)
def test_what_is_no_text_of_the_council_has_no_sponsor(text: str) -> None:
    assert not sponsors(text)


@pytest.mark.parametrize(
    "text",
    [
        "France did not sponsor the text.",
        "The resolution was not tabled by France.",
        "France was not a sponsor of the text.",
    ],
)
def test_what_is_denied_is_a_claim_too(text: str) -> None:
    assert sponsors(text)[0].negated


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("The Bolivian draft fell.", True),
        ("Kuwait's text passed.", True),
        ("The Bolivian-drafted resolution fell.", False),
        ("Kuwait drafted the text.", False),
    ],
)
def test_a_bare_nationality_is_looser_than_a_verb(text: str, loose: bool) -> None:
    assert sponsors(text)[0].loose is loose


@pytest.mark.parametrize(
    ("text", "known"),
    [("Norway tabled it.", True), ("Norway tabled the draft.", True), ("Norway tabled a draft on Cyprus.", False)],
)
def test_a_text_spoken_of_before_is_told_from_a_new_one(text: str, known: bool) -> None:
    assert sponsors(text)[0].known is known


NOTHING = [
    "Norway may table a draft.",
    "Norway is expected to introduce a resolution.",
    "Will Norway table the draft?",
    "If Norway tables the draft, it will pass.",
    "They were urged to support the Norwegian draft.",
    "A vote on the Norwegian draft is expected on Monday.",
    "Norway drafted ten thousand men.",
    "Norway submitted its report to the Council.",
    "The text of the resolution was leaked.",
    "Norway backed the text.",
    "The Council voted on a text. Norway brought it down.",
    "Norway put the revolt down.",
    "The text was from July.",
    "Never has Norway voted for an American draft.",
    "Palestine's application was vetoed.",
    "Russia vetoed the text. Chad has tabled a draft on Mali.",
    "One veto was enough. It was Russia's.",
    "What Norway said was balanced.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_sponsorship_of_a_text_put_to_the_vote(text: str) -> None:
    assert sponsors(text) == []
