"""What states and organisations do: decide and send, refuse, grow and shrink, follow another's example."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

CASES = [
    # who decides to move troops has decided, and has not moved them yet; who decides to extend a mandate extends it
    ("nl", "De NAVO heeft besloten 600 soldaten naar Kosovo te sturen.", ["decide actor=nato", "deploy actor=nato n=600 planned"], []),
    ("nl", "De Raad heeft besloten het mandaat van EUFOR Althea te verlengen.", ["extend mission=eufor-althea"], ["decide"]),
    ("en", "Denmark has decided to pull its troops out of Mali.", ["decide actor=DK", "withdraw actor=DK place=ML planned"], []),
    ("en", "The Council decided to extend the mandate of EUFOR Althea.", ["extend mission=eufor-althea"], ["decide"]),
    ("fr", "La Suède a résolu de dépêcher deux frégates en mer Rouge.", ["decide actor=SE", "deploy actor=SE planned"], []),
    ("fr", "Le Conseil a décidé de proroger le mandat de l'EUFOR Althea.", ["extend mission=eufor-althea"], ["decide"]),
    ("en", "The Security Council voted to extend the mandate of UNMISS until 30 April.", ["extend actor=un-security-council mission=unmiss until:../2022-04-30"], ["until:../2021-04-30"]),
    ("en", "The Security Council will vote to extend the mandate of UNMISS.", ["extend mission=unmiss planned"], ["extend actual"]),
    ("fr", "Le Conseil de sécurité a décidé de proroger le mandat de la MINUSS jusqu'au 30 avril.", ["extend mission=unmiss until:../2022-04-30"], ["until:../2021-04-30"]),
    ("fr", "Le Conseil devrait décider de proroger le mandat de la MINUSS.", ["extend mission=unmiss planned"], ["extend actual"]),
    # a state leaves an organisation; its soldiers leave a building
    ("en", "Mali, Burkina Faso and Niger left ECOWAS on 29 January.", ["withdraw actor=NE target=ecowas at:2022-01-29"], []),
    ("en", "The Malian government has left ECOWAS.", ["withdraw actor=ML target=ecowas"], []),
    ("en", "France left Niger in December 2021.", ["withdraw actor=FR place=NE at:2021-12"], []),
    ("en", "Germany and Sweden are leaving Mali.", ["withdraw actor=DE place=ML", "withdraw actor=SE place=ML"], []),
    ("en", "France decided to leave Niger.", ["decide actor=FR", "withdraw actor=FR place=NE planned"], []),
    ("en", "Oslo has come down in favour of leaving Mali.", ["decide actor=NO"], ["withdraw actual"]),
    ("en", "The French president has left Niger.", [], ["withdraw"]),
    ("en", "France left Mali without an answer.", [], ["withdraw"]),
    ("en", "France left Mali to its fate.", [], ["withdraw"]),
    ("nl", "Frankrijk heeft Niger in december verlaten.", ["withdraw actor=FR place=NE at:2021-12"], []),
    ("nl", "Frankrijk verlaat de top in Brussel.", [], ["withdraw"]),
    ("en", "This does not mean that Denmark is leaving Mali.", ["withdraw actor=DK place=ML not"], []),
    ("en", "The soldiers of Ireland ran out of water at Jadotville.", [], ["withdraw"]),
    ("en", "The soldiers left NATO headquarters.", [], ["withdraw"]),
    ("fr", "Le Niger se retire de la CEDEAO.", ["withdraw actor=NE target=ecowas"], []),
    ("nl", "Mali heeft zich gisteren teruggetrokken uit de G5 Sahel en de gezamenlijke troepenmacht van de G5 Sahel.", ["withdraw actor=ML target=g5-sahel mission=g5-sahel-joint-force"], ["place=ML"]),
    ("en", "Mali withdrew from the G5 Sahel Joint Force.", ["withdraw actor=ML mission=g5-sahel-joint-force"], ["place=ML"]),
    ("nl", "Mali verlaat ECOWAS.", ["withdraw actor=ML target=ecowas"], []),
    # who refuses to do something rejects it, whatever it is; but not who refuses to comment
    ("nl", "Polen weigert soldaten naar Mali te sturen.", ["reject actor=PL", "deploy actor=PL place=ML not"], []),
    ("nl", "De Taliban weigeren hun wapens in te leveren.", ["reject actor=taliban"], []),
    ("nl", "De woordvoerder van de NAVO weigerde commentaar te geven.", [], ["reject"]),
    ("en", "France refused to withdraw its troops.", ["reject actor=FR", "withdraw actor=FR not"], []),
    ("en", "The Houthis still refuse to leave the island.", ["reject actor=houthis"], []),
    ("en", "Mali declined to say how many mercenaries there are.", [], ["reject"]),
    # a force grows or shrinks by what the numbers say
    ("nl", "De Oostenrijkse bijdrage aan EUFOR Althea stijgt van 180 naar 300 militairen.", ["reinforce actor=AT n=300"], ["reduce"]),
    ("nl", "Het Spaanse contingent in Libanon groeit van 600 tot 700 militairen.", ["reinforce actor=ES place=LB n=700"], []),
    ("nl", "Zweden heeft 300 militairen in Mali. Volgend jaar daalt dat aantal van 300 naar 180.", ["reduce actor=SE n=180 planned"], []),
    ("nl", "Het aantal vluchtelingen uit Mali daalde van 3000 naar 2000.", [], ["reduce"]),
    ("nl", "Het Deense contingent werkt van 8 tot 17 uur.", [], ["reinforce"]),
    ("en", "Austria's contribution to EUFOR Althea will rise from 180 to 300 soldiers.", ["reinforce actor=AT n=300 planned"], []),
    ("en", "The number of Dutch soldiers in Iraq has fallen from 300 to 120.", ["reduce actor=NL place=IQ n=120"], []),
    ("en", "Kenya's contingent in Somalia shrank from 4,000 men to 3,600.", ["reduce actor=KE place=SO n=3600"], []),
    ("en", "The number of Dutch soldiers in Iraq will fall from 300 to 120.", ["reduce actor=NL place=IQ n=120 planned"], []),
    ("en", "The number of victims in Mali rose from 300 to 500.", [], ["reinforce"]),
    ("en", "The British contribution to the UN budget rose from 3 to 5 million euros.", [], ["reinforce"]),
    ("fr", "Le contingent espagnol au Liban passe de 600 à 700 hommes.", ["reinforce actor=ES place=LB n=700"], []),
    ("fr", "Le nombre de soldats néerlandais en Irak est tombé de 300 à 120.", ["reduce actor=NL place=IQ n=120"], []),
    ("fr", "La Suède compte 300 soldats au Mali. L'an prochain, leur nombre tombera à 180.", ["reduce actor=SE n=180 planned"], []),
    ("fr", "Le nombre de réfugiés maliens est tombé de 3 000 à 2 000.", [], ["reduce"]),
    ("fr", "La contribution britannique au budget de l'ONU passe de 3 à 5 millions d'euros.", [], ["reinforce"]),
    # who does the same as another does what that one did
    ("nl", "Denemarken schortte de samenwerking met Niger op; Zweden deed hetzelfde.", ["suspend actor=SE target=NE actual"], []),
    ("nl", "Litouwen stuurde veertig instructeurs naar Oekraïne. Letland volgde dat voorbeeld.", ["deploy actor=LV place=UA"], []),
    ("nl", "Duitsland veroordeelde de aanval. Wij doen hetzelfde werk als vroeger.", [], ["condemn actor=NL"]),
    ("en", "Denmark pulled its soldiers out of Mali in January. Norway did likewise.", ["withdraw actor=NO place=ML"], []),
    ("en", "Germany recalled its ambassador, and Italy is expected to follow suit.", ["recall actor=IT planned"], []),
    ("en", "Rebels attacked a post near Gao. Niger did the same in Kidal.", [], ["attack actor=NE"]),
    ("fr", "Le Danemark a suspendu sa coopération avec le Niger ; la Suède a fait de même.", ["suspend actor=SE target=NE"], []),
    ("fr", "La Belgique a rappelé son ambassadeur. Les Pays-Bas devraient faire de même.", ["recall actor=NL planned"], []),
    ("fr", "L'Allemagne a rejeté le plan ; l'Autriche ne suivra pas son exemple.", [], ["reject actor=AT"]),
    # with whose help somebody does something
    ("nl", "M23 wint terrein met steun van Rwanda.", ["support actor=RW target=m23"], []),
    ("nl", "Met de hulp van tolken ondervroeg de politie van Kosovo de man.", [], ["support"]),
    ("en", "With backing from the Emirates, the RSF advanced on El Fasher.", ["support actor=AE target=rsf-sudan"], []),
    ("en", "The resolution was adopted with the support of twelve members.", [], ["support"]),
    ("fr", "L'armée malienne a repris la ville avec l'aide de Wagner.", ["support actor=wagner target=ML"], []),
    ("fr", "Avec l'aide d'interprètes, la police du Kosovo a interrogé l'homme.", [], ["support"]),
    # when people are to come home
    ("nl", "Zweden heeft 300 militairen in Mali. Hun terugkeer is voorzien voor juni.", ["withdraw actor=SE planned"], ["withdraw actual"]),
    ("en", "Sweden has 300 soldiers in Mali. Their return is due in June.", ["withdraw actor=SE planned at:2022-06"], []),
    ("en", "The Swedish soldiers are in Mali. Their departure is planned for March.", ["withdraw actor=SE planned at:2022-03"], []),
    ("en", "Sweden left the coalition. Its return is due in June.", [], ["withdraw planned"]),
    ("fr", "La Suède compte 300 soldats au Mali. Leur retour est prévu en juin.", ["withdraw actor=SE planned at:2022-06"], []),
    ("fr", "Les soldats suédois sont au Mali. Leur départ est fixé au 3 mars.", ["withdraw actor=SE planned at:2022-03-03"], []),
    # a unit that joined a mission was sent there
    ("nl", "Het Deense fregat Iver Huitfeldt sloot zich in februari aan bij Aspides.", ["deploy actor=DK mission=eunavfor-aspides"], []),
    ("nl", "Tweehonderd Britse soldaten hebben zich bij KFOR gevoegd.", ["deploy actor=GB mission=kfor n=200"], []),
    ("nl", "Twee Belgische stafofficieren voegden zich bij EUTM Mali.", ["contribution contributor=BE"], ["deploy"]),
    ("en", "The Romanian battalion that joined KFOR last month patrols the north.", ["deploy actor=RO mission=kfor at:2022-01"], []),
    ("en", "Denmark has joined EUFOR Althea.", ["contribution contributor=DK"], ["deploy"]),
    ("fr", "La frégate espagnole Reina Sofía a rejoint lundi l'opération Atalanta.", ["deploy actor=ES mission=eunavfor-atalanta"], []),
    ("fr", "La Suède a rejoint l'OTAN.", [], ["deploy"]),
    # a ship that leaves its own port, or one that nobody knows, is sent out
    ("nl", "Het Belgische fregat Louise-Marie steekt in januari van wal met 160 mensen.", ["deploy actor=BE n=160"], []),
    ("en", "The frigate HMS Lancaster left Portsmouth on Monday with 160 sailors aboard.", ["deploy actor=GB n=160"], ["withdraw"]),
    ("en", "The German frigate Hessen left the Red Sea in April.", ["withdraw actor=DE place=red-sea"], ["deploy"]),
    ("fr", "La frégate espagnole Reina Sofía a quitté Rota lundi avec 160 marins à bord.", ["deploy actor=ES n=160"], ["withdraw"]),
    ("fr", "La frégate belge Louise-Marie prendra la mer en janvier.", ["deploy actor=BE planned"], []),
    # who does not want others to do something rejects it; they are not the ones who were asked
    ("nl", "Kroatië wil niet dat de Veiligheidsraad het mandaat verlengt.", ["reject actor=HR"], ["extend actor=HR"]),
    ("nl", "Nederland wil niet vertrekken uit Mali.", ["withdraw actor=NL not"], ["reject"]),
    ("en", "Israel does not want UNIFIL to stay.", ["reject actor=IL mission=unifil"], ["demand"]),
    ("en", "Poland doesn't want Russian troops to come.", ["reject actor=PL"], ["demand"]),
    ("en", "Mali wants the French to leave.", ["demand actor=ML target=FR"], ["reject"]),
    ("fr", "Israël ne veut plus que la FINUL reste.", ["reject actor=IL mission=unifil"], ["demand"]),
    ("fr", "La France n'a plus que 300 soldats au Mali.", ["presence actor=FR n=300"], ["reject"]),
    # a denial run together with its verb denies
    ("en", "Poland didn't send soldiers to Mali.", ["deploy actor=PL not"], []),
    ("en", "Poland won’t send soldiers to Mali.", ["deploy actor=PL planned not"], []),
    ("en", "Poland can't send soldiers to Mali.", ["deploy actor=PL possible not"], []),
    ("en", "Poland has 300 soldiers in Mali. They'll leave in June.", ["withdraw actor=PL planned at:2022-06"], []),
    # a council's paper asks without saying who does; an opposition is that of the state just spoken of
    ("nl", "De Raad van de EU verlengt EUFOR Althea. Alle lidstaten wordt gevraagd helikopters te leveren.", ["demand actor=council-of-the-eu"], []),
    ("nl", "De Poolse regering stuurt soldaten naar Mali. De oppositie eist opheldering.", ["demand actor=PL"], []),
    ("en", "The Council of the EU extended EUFOR Althea. All member states are asked to supply helicopters.", ["demand actor=council-of-the-eu"], []),
    ("en", "The Polish government is sending soldiers to Mali. The opposition is demanding an explanation.", ["demand actor=PL"], []),
    ("fr", "Le Conseil de l'UE a prorogé l'EUFOR Althea. Les États membres sont priés de fournir des hélicoptères.", ["demand actor=council-of-the-eu"], []),
    ("fr", "Le gouvernement polonais envoie des soldats au Mali. L'opposition exige des explications.", ["demand actor=PL"], []),
    # who sets himself against something rejects it; rebels only resist
    ("nl", "Rusland verzet zich tegen de verlenging van het mandaat van MINUSMA.", ["reject actor=RU"], []),
    ("nl", "Rwanda sprak zich uit tegen de missie.", ["reject actor=RW"], []),
    ("nl", "De rebellen verzetten zich tegen het leger van Mali.", [], ["reject"]),
    # who refuses to let others through keeps them out, which is the refusal
    ("nl", "Mali weigert sinds augustus de drones van MINUSMA te laten vliegen.", ["deny_access actor=ML target=minusma"], ["reject"]),
    ("nl", "Servië weigerde de patrouille van KFOR door te laten.", ["deny_access actor=RS target=kfor"], ["reject"]),
    ("en", "Since August Mali has refused to let MINUSMA's drones fly.", ["deny_access actor=ML target=minusma since:2021-08/.."], ["reject"]),
    ("en", "Poland refuses to let its soldiers leave Mali.", ["reject actor=PL"], ["deny_access"]),
    ("fr", "La Serbie a refusé de laisser passer la patrouille de la KFOR.", ["deny_access actor=RS"], ["reject"]),
    # whose paper tells what
    ("nl", "Hierbij deel ik u mede dat het kabinet heeft besloten dertig agenten naar Haïti te sturen.", ["decide actor=NL", "deploy actor=NL n=30"], []),
    # who gets more people, and who comes on top of those there
    ("nl", "Er komen 200 Poolse soldaten bij in Letland.", ["reinforce actor=PL place=LV n=200 planned"], []),
    ("en", "KFOR is getting another 200 troops next month.", ["reinforce mission=kfor n=200 planned"], []),
    ("en", "Another 200 Polish soldiers are coming to Latvia.", ["reinforce actor=PL place=LV n=200"], []),
    ("en", "UNIFIL gets its orders from New York.", [], ["reinforce"]),
    ("fr", "La KFOR recevra deux cents soldats de plus.", ["reinforce mission=kfor n=200 planned"], []),
    ("fr", "La FINUL a reçu plus de 200 plaintes.", [], ["reinforce"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES, ids=[f"{c[0]}: {c[1]}" for c in CASES])
def test_acts(language: str, text: str, expected: list[str], forbidden: list[str], read: Read) -> None:
    says(read, language, text, expected, forbidden)
