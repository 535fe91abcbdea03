"""What stands apart from what it belongs to: the day in a clause before, the post in a clause behind the name, the year of an entry before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

POSTS = [
    ("en", "The Norwegian Robert Mood, who is the commander of UNSMIS, called off all patrols.", ["post person=robert-mood mission=unsmis"], ["suspend actor=NO"]),
    ("en", "Charles Lukusa, who will become foreign minister of Congo in May, spoke in Goma.", ["post person=charles-lukusa state=CD planned at:2022-05"], []),
    ("en", "Mr Holm, who has been head of UNMISS since May, spoke in Juba.", ["post person=holm mission=unmiss since:2021-05/.."], []),
    ("en", "Lars Holm became commander of UNIFIL in December.", ["post mission=unifil at:2021-12"], ["post planned"]),
    ("en", "Lars Holm becomes commander of UNIFIL in May.", ["post mission=unifil planned at:2022-05"], ["at:2021-05"]),
    ("en", "General Jan Vos is hereby appointed Force Commander of KFOR. He takes up that post on 15 May.", ["post person=jan-vos mission=kfor planned at:2022-05-15"], ["post actual"]),
    ("en", "Lars Holm, whose brother is president of Nicaragua, spoke in Oslo.", [], ["post"]),
    ("en", "Lars Holm, who is not the commander of UNIFIL, spoke in Oslo.", [], ["post"]),
    ("fr", "Mankeur Ndiaye, qui est le chef de la MINUSCA, a pris la parole à Bangui.", ["post person=mankeur-ndiaye mission=minusca"], []),
    ("fr", "Violeta Chamorro, qui deviendra présidente du Nicaragua le 25 avril, a pris la parole.", ["post state=NI planned at:2022-04-25"], []),
    ("nl", "Yassine Fall, die minister van Buitenlandse Zaken van Senegal is, bezocht Bamako.", ["post person=yassine-fall state=SN"], []),
    ("nl", "Mankeur Ndiaye, die hoofd is van MINUSCA, sprak in Bangui.", ["post person=mankeur-ndiaye mission=minusca"], []),
]  # fmt: skip

DAYS = [
    ("en", "It was in May that France withdrew from Mali.", ["withdraw actor=FR place=ML at:2021-05"], []),
    ("en", "It is two years since France withdrew from Mali.", ["withdraw actor=FR at:2020"], ["since:2020/.."]),
    ("en", "Three weeks have passed since Niger expelled the French ambassador.", ["expel actor=NE at:[2022-01-14..2022-01-20]"], []),
    ("en", "It was not until May that France withdrew from Mali.", ["withdraw actor=FR at:2021-05 actual"], ["not"]),
    ("en", "It was not in May that France withdrew from Mali.", ["withdraw actor=FR"], ["at:2021-05"]),
    ("en", "It will be in May that France withdraws from Mali.", ["withdraw actor=FR planned at:2022-05"], []),
    ("en", "It has been quiet since France withdrew from Mali.", ["withdraw actor=FR"], ["at:2022-02-07"]),
    ("en", "A week ago today the army seized power in Bamako.", ["coup at:2022-01-31"], ["at:2022-02-07"]),
    ("en", "Niger expelled the French ambassador a year ago.", ["expel actor=NE at:2021"], []),
    ("en", "Two years ago to the day, MINUSMA left Kidal.", ["withdraw mission=minusma at:2020-02-07"], []),
    ("fr", "Voilà deux ans que la France a quitté le Mali.", ["withdraw actor=FR at:2020"], []),
    ("fr", "Cela fait dix jours que le Mali a demandé à la MINUSMA de partir.", ["demand actor=ML at:2022-01-28"], []),
    ("fr", "Voilà dix ans que la France est présente au Mali.", ["presence actor=FR place=ML since:2012/.."], []),
    ("fr", "C'est il y a trois semaines que le Niger a expulsé l'ambassadeur de France.", ["expel actor=NE at:[2022-01-14..2022-01-20]"], []),
    ("fr", "Il y a un an, la France quittait le Mali.", ["withdraw actor=FR at:2021"], []),
    ("fr", "Il y a aujourd'hui un an, la France quittait le Mali.", ["withdraw actor=FR at:2021-02-07"], []),
    ("nl", "Het is tien dagen geleden dat Mali MINUSMA vroeg te vertrekken.", ["demand actor=ML at:2022-01-28"], []),
    ("nl", "Het was in mei dat Frankrijk Mali verliet.", ["withdraw actor=FR at:2021-05"], []),
    ("nl", "Vandaag een week geleden greep het leger in Bamako de macht.", ["coup at:2022-01-31"], ["at:2022-02-07"]),
]  # fmt: skip

ENTRIES = [
    ("en", "Rwanda: a chronology\n\n7 April 1994. Ten Belgian soldiers of UNAMIR are killed.\n\n20 April. Belgium withdraws its last soldiers from UNAMIR.\n\n3 January. Rwanda expels two aid workers.",
     ["withdraw actor=BE mission=unamir at:1994-04-20", "expel actor=RW at:1995-01-03"], ["at:2021-04-20", "at:2022-01-03"]),
    ("en", "Rwanda: a chronology\n\n22 June 1994. France sends 2,500 troops to Rwanda. It brings them home on 21 August. It had asked for a mandate in May.",
     ["withdraw actor=FR at:1994-08-21 actual", "demand actor=FR at:1994-05"], ["planned"]),
    ("fr", "Mali : les dates\n\n5 mars 2013 : Le Tchad envoie 2 000 soldats au Mali.\n\n12 mai : Le Tchad retire ses soldats du Mali.", ["withdraw actor=TD at:2013-05-12"], ["at:2021-05-12"]),
    ("nl", "Mali: de data\n\n5 maart 2013 – Tsjaad stuurt 2000 militairen naar Mali.\n\n12 mei – Tsjaad trekt zijn militairen terug uit Mali.", ["withdraw actor=TD at:2013-05-12"], ["at:2021-05-12"]),
]  # fmt: skip

TAKEN_UP = [
    ("en", "MINUSMA was set up in 2013. It has 13,000 men.", ["strength mission=minusma n=13000"], []),
    ("en", "UNMEE left its base, the Council was told. Its helicopters have been barred from Eritrea.", [], ["target=un-security-council"]),
    ("en", "France left Mali in May, and UNOCI, with its 6,000 soldiers, cannot leave.", ["strength mission=unoci n=6000", "withdraw actor=FR"], []),
]  # fmt: skip


BANDS = [
    ("en", "The Angolan government blamed UNITA. The rebels denied it.", ["deny actor=unita"], []),
    ("en", "Al-Shabaab attacked a base in Somalia. The militants withdrew from Baidoa on Friday.", ["withdraw actor=al-shabaab place=baidoa"], []),
    ("en", "The ADF and CODECO fought near Beni. The rebels seized 20 women.", ["detain"], ["detain actor=adf", "detain actor=codeco"]),
    ("en", "JNIM attacked a camp near Kidal. The Tuareg rebels denied it.", ["deny"], ["deny actor=jnim"]),
    ("en", "Rebels attacked Sake. The M23 denied it. The rebels left Sake on Friday.", ["withdraw place=sake"], ["withdraw actor=m23"]),
    ("en", "Wagner trains the army of Mali. The rebels attacked Kidal on Friday.", ["attack place=kidal"], ["attack actor=wagner"]),
    ("fr", "Le M23 a pris Goma en janvier. Vendredi, les rebelles ont attaqué Sake.", ["attack actor=m23 place=sake"], []),
    ("nl", "De Angolese regering beschuldigt UNITA. De rebellen ontkennen.", ["deny actor=unita"], []),
    ("en", "On the way back the column was ambushed by M23 near Sake.", ["attack actor=m23 place=sake"], ["withdraw actor=m23"]),
    ("en", "On its way home the Irish patrol was attacked by Hezbollah.", ["withdraw actor=IE"], ["withdraw actor=hezbollah"]),
]  # fmt: skip

RELIEF = [
    ("en", "Norway has 100 men in MINUSMA. The next Norwegian team takes over in August.", ["deploy actor=NO planned at:2022-08"], []),
    ("en", "A Danish squadron takes over the sector of UNFICYP in June.", ["deploy actor=DK mission=unficyp planned at:2022-06"], []),
    ("en", "Sweden has 100 men in MINUSMA. Their replacements flew out on Sunday.", ["deploy actor=SE mission=minusma at:2022-02-06"], []),
    ("en", "Sweden has 100 men in MINUSMA. The replacements for the trucks arrived on Sunday.", [], ["deploy"]),
    ("en", "The Malian army took over the base of MINUSMA in Gao.", [], ["deploy"]),
    ("en", "The new Danish government takes over in May.", [], ["deploy"]),
    ("en", "A new Danish general takes over in May.", [], ["deploy"]),
    ("fr", "La Suède compte 100 soldats à la MINUSMA. La relève est arrivée dimanche.", ["deploy actor=SE mission=minusma at:2022-02-06"], []),
    ("fr", "La Norvège compte 100 soldats à la MINUSMA. L'équipe norvégienne suivante prend la relève en août.", ["deploy actor=NO planned at:2022-08"], []),
    ("nl", "Zweden heeft 100 militairen in MINUSMA. Hun vervangers vertrokken zondag.", ["deploy actor=SE mission=minusma at:2022-02-06"], ["withdraw"]),
    ("nl", "Noorwegen heeft 100 militairen in MINUSMA. In augustus neemt het volgende Noorse team het over.", ["deploy actor=NO planned at:2022-08"], []),
    ("en", "Germany has 100 soldiers in MINUSMA. Its contingent is due to return in August.", ["withdraw actor=DE mission=minusma planned at:2022-08"], []),
    ("en", "The German contingent of MINUSMA will return to its base.", [], ["withdraw"]),
    ("en", "The displaced Malians will return in May.", [], ["withdraw"]),
    ("en", "President Macron is due to return in May.", [], ["withdraw"]),
]  # fmt: skip

GAPS = [
    ("en", "In ISAF, the Dutch have 1,700 troops in Uruzgan and the British over 5,000 in Helmand.", ["contribution contributor=NL place=uruzgan n=1700", "contribution contributor=GB mission=isaf n=5000"], []),
    ("en", "France has 1,500 soldiers in Niger, the United States 1,100 and Germany 100.", ["presence actor=US place=NE n=1100", "presence actor=DE place=NE n=100"], ["place=US"]),
    ("en", "France, which keeps around 1,500 troops in Niger, and the United States, with some 1,100, have suspended military cooperation.", ["presence actor=US place=NE n=1100"], []),
    ("en", "Italy has 1,000 soldiers in UNIFIL and visited India 900 times.", [], ["contribution contributor=IN"]),
    ("en", "France has 1,500 soldiers in Niger, and in May the United States lost 12.", [], ["presence actor=US"]),
    ("fr", "L'Allemagne a 300 soldats à Gao et la Suède 200 à Tombouctou pour la MINUSMA.", ["contribution contributor=SE mission=minusma place=timbuktu n=200"], ["contributor=SE place=gao"]),
    ("nl", "Frankrijk heeft 1500 militairen in Niger, de Verenigde Staten 1100 en Duitsland 100.", ["presence actor=US place=NE n=1100", "presence actor=DE place=NE n=100"], []),
]  # fmt: skip

SUCCESSORS = [
    ("en", "General Roméo Dallaire commands UNAMIR. On 19 August Major-General Guy Tousignant, another Canadian, relieves Dallaire.", ["post person=guy-tousignant mission=unamir function=force-commander"], []),
    ("en", "General Roméo Dallaire commanded UNAMIR. He was succeeded by General Guy Tousignant in August.", ["post person=guy-tousignant mission=unamir at:2021-08"], []),
    ("en", "Ghassan Salame leads UNSMIL. His American deputy Stephanie Williams, appointed in March, will stay.", ["post person=stephanie-williams mission=unsmil function=deputy-head-of-mission"], []),
    ("en", "Ghassan Salame leads UNSMIL. Deputy Jan Vos asked a question.", [], ["post person=jan-vos"]),
    ("fr", "Ghassan Salamé dirige la MANUL. Son adjointe, Stephanie Williams, restera.", ["post person=stephanie-williams mission=unsmil function=deputy-head-of-mission"], []),
    ("nl", "Ghassan Salame leidt UNSMIL. Zijn plaatsvervanger, Stephanie Williams, blijft.", ["post person=stephanie-williams mission=unsmil function=deputy-head-of-mission"], []),
    ("en", "Karen Doyle will run UNSMIL from May.", ["post mission=unsmil planned since:2022-05/.."], ["since:2021-05/.."]),
    ("en", "Forty-four members of the Ground Self-Defense Force, under Major Kenji Aramaki, carry water for UNDOF.", [], ["post mission=undof"]),
]  # fmt: skip

SHOT = [
    ("en", "M23 shot three soldiers of MONUSCO near Goma.", ["attack actor=m23 target=monusco place=goma"], []),
    ("en", "A journalist shot a film about MINUSMA.", [], ["attack"]),
    ("en", "Eleven men of MINUSMA have been killed since September.", ["attack target=minusma killed=11"], []),
    ("en", "Three peacekeepers of UNFICYP died on Wednesday when Turkish planes bombed their car.", ["attack killed=3 target=unficyp"], ["period"]),
]  # fmt: skip

WE = [
    ("en", '"We are leaving Mali in May," said the Danish minister of defence, Troels Lund.', ["withdraw actor=DK place=ML planned at:2022-05"], ["withdraw actor=troels-lund"]),
    ("en", '"We landed in Mali in August," said Danish Colonel Mads Vos.', ["deploy actor=DK place=ML at:2021-08"], ["visit"]),
    ("en", '"We are worried," said Danish Colonel Mads Vos.', ["assessment by=mads-vos"], ["by=DK"]),
    ("fr", "« Nous quittons le Mali en mai », a déclaré le ministre danois de la Défense, Troels Lund.", ["withdraw actor=DK place=ML"], ["withdraw actor=troels-lund"]),
    ("nl", "„We zijn in augustus in Mali aangekomen”, zegt de Deense kapitein.", ["deploy actor=DK place=ML at:2021-08"], []),
    ("en", "UNIFIL was attacked; it condemned the attack.", ["condemn actor=unifil"], []),
    ("en", "The Houthis are not impressed: they attacked a ship on Monday.", ["attack actor=houthis"], []),
    ("en", "Aspides is defensive: it shields ships against the Houthis.", ["purpose mission=eunavfor-aspides"], []),
    ("en", "Italy has led KFOR since May; it has 4,500 soldiers.", [], ["contribution contributor=IT n=4500"]),
    # who leads a part of a mission leads no mission
    ("en", "Colonel Orla Keane leads the Irish group in UNDOF.", ["post person=orla-keane mission=undof"], ["leadership", "function=force-commander"]),
    ("en", "Colonel Mads Vos is the commander of the Danish battalion in KFOR.", ["post mission=kfor function=mission-commander"], ["function=force-commander"]),
    ("en", "General Jan Vos leads the UN force in Lebanon.", ["post mission=unifil function=force-commander"], []),
]  # fmt: skip

CALLED = [
    ("en", "South Africa provides most of the roughly 1,900 soldiers of the mission, known as SAMIM.", ["strength mission=sadc-samim n=1900"], ["contribution n=1900"]),
    ("en", "The force, called MISCA, has 5,000 soldiers.", ["strength mission=misca n=5000"], []),
    ("fr", "La force, appelée MISCA, compte 5 000 soldats.", ["strength mission=misca n=5000"], []),
    ("nl", "De missie, bekend als SAMIM, telt 1900 militairen.", ["strength mission=sadc-samim n=1900"], []),
    ("en", "The last Danes of MINUSMA flew out to Dakar on Monday.", ["withdraw actor=DK mission=minusma"], ["deploy", "place=dakar"]),
    ("en", "Danish soldiers flew out to Mali on Monday.", ["deploy actor=DK place=ML"], ["withdraw"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected", "forbidden"),
    [*POSTS, *DAYS, *ENTRIES, *TAKEN_UP, *BANDS, *RELIEF, *GAPS, *SUCCESSORS, *SHOT, *WE, *CALLED],
)
def test_told_apart(read: Read, language: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    says(read, language, text, expected, forbidden)
