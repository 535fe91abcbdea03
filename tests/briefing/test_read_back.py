"""What our own reader does not read back as what the reports say: told in a source's own words, else said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from missionwatch import briefing, flow
from missionwatch.briefing.sentences import Speaker
from missionwatch.flow import telling
from tests.picture.conftest import Newsroom, on, people

if TYPE_CHECKING:
    from missionwatch.records import Briefing

RAID = {"target": "mission:minusma", "mission": "mission:minusma"}


@pytest.fixture
def raided(news: Newsroom) -> Newsroom:
    for name, source, killed in (("a", "wire", 3), ("b", "paper", 7)):
        report = news.report(name, "2022-02-03", source, language="nl")
        news.says(report, "event", RAID, type="attack", time=on("2022-02-01"), killed=people(killed))
    denial = news.report("c", "2022-02-04", "gov")
    news.says(denial, "event", RAID, type="attack", time=on("2022-02-01"), negated=True, holders=["ML"])
    return news


def test_what_follows_a_sentence_in_its_source_s_words_is_in_their_words_too(raided: Newsroom) -> None:
    seen = raided.picture()
    (claim,) = seen.missions[1].developments
    plain = [one.text for one in Speaker(seen, "en").tell(claim)][1:]
    assert plain == [
        "Reports differ on the number killed: Wire reports three people killed; Paper reports seven people killed.",
        "Mali says otherwise.",
    ]
    speaker = Speaker(seen, "en", frozenset({claim.id}))
    cited = [one.text for one in speaker.tell(claim)]
    assert cited[1:] == [
        "Reports differ on the number killed: Wire: “a says event 0” (in Dutch); Paper: “b says event 1” (in Dutch).",
        "Government writes: “c says event 2”.",
    ]
    assert all(any(quote in text for quote in speaker.cited) for text in cited)


@pytest.mark.parametrize(("language", "begins"), [("en", "Read back"), ("nl", "Onze eigen"), ("fr", "Notre propre")])
def test_what_is_still_not_read_back_is_said(
    raided: Newsroom, monkeypatch: pytest.MonkeyPatch, language: str, begins: str
) -> None:
    seen, read = raided.picture(), []

    def never(written: Briefing, *_: object) -> tuple[object, frozenset[str]]:
        read.append(written)
        return written.sections[0].sentences[:1], frozenset({f"claim {len(read)}"})

    assert not any(
        line.startswith(begins) for line in flow.brief(seen, flow.judge(seen), language=language, form="flash").unknown
    )
    monkeypatch.setattr(telling, "_unheld", never)
    made = flow.brief(seen, flow.judge(seen), language=language, form="flash")
    assert len(read) == 3  # what is told anew may be read anew, but not for ever
    (line,) = made.unknown  # also in a form that has no such part
    assert line.startswith(begins)
    assert line.endswith(made.sections[0].sentences[0].text)
    assert line in briefing.to_markdown(made)
