"""Who is meant by "the general" and "the new force", who led before, and what the lines of a fact sheet tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # "the general" is who was just named, or the last officer of that rank
    ("fr", "Le Turc Çevik Bir commande l'ONUSOM II. Le général a demandé à la Belgique un sursis de trois mois.", ["demand actor=cevik-bir target=BE"], []),
    ("fr", "Michael Lollesgaard a condamné l'attaque. Le général danois dirige la MINUAAH depuis le 31 janvier.", ["post person=michael-lollesgaard mission=unmha"], ["leadership leader=DK"]),
    ("fr", "Le président Tshisekedi a reçu le général Cruz. Le général a demandé une enquête.", ["demand actor=cruz"], []),
    ("fr", "L'ONU a condamné l'attaque. Le général a demandé une enquête.", [], ["demand actor=un"]),
    ("en", "General Michael Lollesgaard leads UNMHA. The general condemned the attack.", ["condemn actor=michael-lollesgaard"], []),
    ("en", "General Smith met Colonel Jones in Gao. The colonel condemned the attack.", ["condemn actor=jones"], ["condemn actor=smith"]),
    ("en", "Michael Lollesgaard condemned the attack. The Danish general has led UNMHA since 31 January.", ["post person=michael-lollesgaard mission=unmha"], ["leadership leader=DK"]),
    ("en", "General Jones leads UNMHA. The major powers condemned the attack.", [], ["condemn actor=jones"]),
    ("en", "General Jones leads UNMHA. The General Assembly condemned the attack.", [], ["condemn actor=jones"]),
    ("nl", "De Turk Cevik Bir leidt UNOSOM II. De generaal vroeg België om uitstel.", ["demand actor=cevik-bir target=BE"], []),
    # who led before, until somebody else did
    ("fr", "Le général Michael Lollesgaard, à la tête de la MINUAAH depuis le 31 janvier, y a succédé au Néerlandais Patrick Cammaert.", ["post person=patrick-cammaert mission=unmha until:2022-01-31"], []),
    ("en", "General Jane Smith has led UNMHA since 31 January, when she took over from General Patrick Cammaert.", ["post person=patrick-cammaert until:2022-01-31"], []),
    # of two missions, the one that began last
    ("fr", "La SFOR succédera à l'IFOR en Bosnie-Herzégovine. Vingt volontaires ont servi dans l'IFOR. La nouvelle force comptera 31 000 hommes.", ["strength mission=sfor n=31000"], ["strength mission=ifor"]),
    ("fr", "La MINUSCA a remplacé la MISCA. L'ancienne force comptait 6 000 hommes.", ["strength mission=misca n=6000"], ["strength mission=minusca"]),
    ("en", "MINUSCA has replaced MISCA. The old force had 6,000 soldiers.", ["strength mission=misca n=6000"], ["strength mission=minusca"]),
    ("nl", "SFOR volgt IFOR in Bosnië op. Twintig Belgen dienden in IFOR. De nieuwe missie telt 31.000 militairen.", ["strength mission=sfor n=31000"], ["strength mission=ifor"]),
    # who keeps units of its own where a mission is
    ("fr", "La MINURCAT compte 3 300 militaires. Le Népal et la Mongolie laissent leurs unités dans l'est du Tchad.", ["contribution contributor=NP mission=minurcat", "contribution contributor=MN mission=minurcat"], []),
    ("en", "MINURCAT has 3,300 troops. Nepal and Mongolia are leaving their units in eastern Chad.", ["contribution contributor=NP mission=minurcat", "contribution contributor=MN mission=minurcat"], []),
    ("fr", "La MONUSCO compte 13 000 soldats. Le Rwanda garde ses soldats dans l'est de la RDC.", ["presence actor=RW"], ["contribution"]),
    # entries of a list are asked, decided or announced as the words before them say
    ("fr", "Nous demandons :\n- à l'ELN de relâcher les deux techniciens ;\n- au Conseil de sécurité de proroger le mandat de la MINUSMA.", ["demand target=eln", "demand target=un-security-council"], ["release actual", "extend actual"]),
    ("fr", "Le Conseil de sécurité a décidé :\n1) de prolonger la MINUSMA d'un an ;\n2) de réduire la FINUL.", ["extend actor=un-security-council mission=minusma", "reduce mission=unifil"], []),
    ("fr", "Le ministre a annoncé :\n– le retrait des soldats belges du Niger ;\n– la fin de Barkhane.", ["withdraw actor=BE place=NE planned", "end mission=barkhane planned"], ["withdraw actual", "end actual"]),
    ("fr", "L'ONU demande que :\n- le M23 se retire de Goma ;\n- le Rwanda retire ses troupes.", ["demand actor=un target=m23", "demand actor=un target=RW"], ["withdraw actual"]),
    ("en", "Belgium urges:\n• M23 to withdraw from Goma;\n• Rwanda to withdraw its troops from Congo.", ["demand actor=BE target=m23", "demand actor=BE target=RW"], ["withdraw actual"]),
    ("en", "Human Rights Watch called for:\n- the release of all journalists held by Mali;\n- an investigation by the government of Mali.", ["demand actor=hrw target=ML"], ["release actual", "investigate actual", "demand target=hrw"]),
    ("en", "The minister announced:\n- France will leave Mali;\n- Belgium will stay in Niger.", ["withdraw actor=FR place=ML planned"], []),
    ("nl", "België vraagt:\n- M23 om zich terug te trekken uit Goma;\n- Rwanda om zijn troepen terug te trekken.", ["demand actor=BE target=m23", "demand actor=BE target=RW"], ["withdraw actual"]),
    # what is done by somebody is no main verb
    ("en", "Norway called for a ceasefire backed by the UN.", ["demand actor=NO"], ["demand target=NO"]),
    ("en", "Human Rights Watch called for the release of all journalists held by Mali.", ["demand actor=hrw target=ML"], ["demand target=hrw"]),
    # what is done again at another time, the verb left out
    ("fr", "Barkhane a quitté Kidal en octobre et Tessalit le 13 novembre 2021.", ["withdraw actor=barkhane place=tessalit at:2021-11-13"], []),
    ("fr", "Le Conseil a prolongé la MINUSMA en juin 2021, la FINUL en août 2021 et la FISNUA en novembre 2021.", ["extend mission=unifil at:2021-08", "extend mission=unisfa at:2021-11"], []),
    ("fr", "Le ministre a rencontré le président malien lundi et son homologue nigérien mardi.", [], ["consult actor=NE target=NE"]),
    ("fr", "La MINUSMA a perdu un soldat lundi et, mardi, le Conseil a prolongé la FINUL.", [], ["attack mission=unifil"]),
    ("en", "France withdrew 100 men from Mali in March 2021 and 200 in May 2021.", ["withdraw actor=FR place=ML n=200 at:2021-05"], []),
    ("en", "Barkhane left Kidal in October and Tessalit on 13 November 2021.", ["withdraw place=tessalit at:2021-11-13"], []),
    ("nl", "Frankrijk trok in maart 100 man terug uit Mali en in mei 200.", ["withdraw actor=FR n=100", "withdraw actor=FR n=200"], []),
    # some of the people of a mission, told in passing
    ("fr", "Dix Casques bleus de la FINUL, dont trois Irlandais et deux Ghanéens, ont été blessés mardi à Naqoura.", ["attack mission=unifil injured=10", "contribution contributor=IE mission=unifil", "contribution contributor=GH mission=unifil"], ["contribution n=3"]),
    ("fr", "Trois soldats de la FINUL, dont un Irlandais, sont morts à Tyr.", ["attack mission=unifil killed=3"], []),
    ("fr", "La LRA, dont un chef, Dominic Ongwen, s'est rendu en janvier en République centrafricaine, compte 200 hommes.", [], ["visit actor=lra"]),
    # a pronoun of one thing is none of the people just told of
    ("fr", "Des soldats français ont débarqué à Bunia. Ils appartiennent à l'opération Artémis. Placée sous commandement français, elle comptera 1 400 hommes.", ["strength mission=artemis n=1400", "leadership leader=FR mission=artemis"], ["contribution n=1400"]),
    ("fr", "Un deuxième détachement français arrive. Des soldats maliens servent dans l'opération Barkhane. Elle compte 5 000 hommes.", ["strength mission=barkhane n=5000"], ["contribution n=5000"]),
    ("fr", "L'armée malienne a repris Kidal. Elle a perdu dix soldats.", ["attack target=ML killed=10"], []),
    ("en", "Malian soldiers serve in Operation Barkhane. It has 5,000 men.", ["strength mission=barkhane n=5000"], []),
    ("en", "UNMISS soldiers are in Wau. It will be recalled that the Secretary-General removed the Force Commander on 1 November.", [], ["recall"]),
    ("nl", "Franse militairen landden in Bunia. Ze horen bij operatie Artemis. Die telt 1400 man.", ["strength mission=artemis n=1400"], []),
    # whose people serve beside those told of
    ("fr", "Vingt Luxembourgeois servent dans l'IFOR avec leurs camarades belges, grecs et autrichiens.", ["contribution contributor=BE mission=ifor", "contribution contributor=GR mission=ifor", "contribution contributor=AT mission=ifor"], []),
    ("fr", "Vingt Luxembourgeois servent dans l'IFOR avec leurs collègues bosniens.", ["contribution contributor=LU mission=ifor"], ["contribution contributor=BA"]),
    ("fr", "Le ministre a rencontré ses homologues belges et grecs.", [], ["contribution"]),
    ("en", "Twenty Luxembourgers serve in IFOR with their Belgian and Greek comrades.", ["contribution contributor=BE mission=ifor", "contribution contributor=GR mission=ifor"], []),
    ("nl", "Twintig Luxemburgers dienen in IFOR samen met hun Belgische en Griekse kameraden.", ["contribution contributor=BE mission=ifor", "contribution contributor=GR mission=ifor"], []),
    # lines of a fact sheet
    ("fr", "KFOR\n\nÉchéance : 31 octobre 2024.", ["period mission=kfor until:2024-10-31"], []),
    ("en", "UNIFIL\n\nMandate until: 31 August 2025", ["period mission=unifil until:2025-08-31"], []),
    ("fr", "AMISOM\n\nCommandement : général de corps d'armée Silas Ntigurirwa (Burundi), depuis décembre 2013.", ["post person=silas-ntigurirwa mission=amisom function=force-commander since:2013-12/.."], []),
    ("en", "UNIFIL\n\nCommand: Major General Aroldo Lazaro (Spain), since February 2022", ["post person=aroldo-lazaro mission=unifil since:2022-02/.."], []),
    ("nl", "UNIFIL\n\nBevel: generaal Aroldo Lazaro (Spanje), sinds februari 2022", ["post person=aroldo-lazaro mission=unifil since:2022-02/.."], []),
    ("fr", "Fiche – AMISOM\n\nMandat : combat les Chabab aux côtés de l'armée somalienne.", ["purpose mission=amisom"], ["support actor=al-shabaab", "cooperate actor=al-shabaab"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_who_is_taken_up(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)
