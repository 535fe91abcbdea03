"""Ways of building a sentence that any report uses: asides before the verb, what is done besides, exceptions, what is not done, what is of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.prose import says

if TYPE_CHECKING:
    from tests.reading.conftest import Read

ASIDE = [
    ("nl", "Maria Lopez, in augustus gekozen tot president van Guatemala, treedt in januari aan.", ["elect target=? at:2021-08"], ["elect actor=?", "post planned"]),
    ("nl", "Het Deense contingent, in maart naar Mali gestuurd, vertrekt in juni.", ["deploy actor=DK place=ML at:2021-03", "withdraw actor=DK planned at:2022-06"], ["deploy planned"]),
    ("nl", "De twee Franse journalisten, in april ontvoerd door JNIM, zijn vrij.", ["detain actor=jnim target=FR at:2021-04"], []),
    ("nl", "Oeganda, door de VN beschuldigd van steun aan M23, ontkent.", ["accuse actor=un target=UG", "deny actor=UG"], []),
    ("fr", "Maria Lopez, élue présidente du Guatemala en août, prendra ses fonctions en janvier.", ["elect target=? at:2021-08"], ["elect actor=GT", "elect planned"]),
    ("en", "Maria Lopez, elected president of Guatemala in August, will take office in January.", ["elect target=? at:2021-08"], ["elect actor=?"]),
    ("en", "General Jan Vos, named force commander in May, has left UNIFIL.", ["withdraw actor=jan-vos mission=unifil"], ["appoint actor=jan-vos"]),
    ("en", "The minister, Jan Novak, visited Mali, met the president and left.", ["visit place=ML"], []),
]  # fmt: skip

BESIDES = [
    ("fr", "Après avoir quitté le Mali en août 2021, les soldats français se sont installés au Niger.", ["withdraw actor=FR place=ML at:2021-08", "deploy actor=FR place=NE"], ["withdraw actor=ML", "deploy at:2021-08"]),
    ("fr", "Les soldats français se sont installés au Niger après avoir quitté le Mali en août 2021.", ["withdraw actor=FR place=ML at:2021-08"], ["withdraw place=NE", "deploy at:2021-08"]),
    ("fr", "Après s'être emparés de Goma, les rebelles du M23 ont attaqué Sake.", ["attack actor=m23 place=goma", "attack actor=m23 place=sake"], ["attack target=m23"]),
    ("fr", "Après avoir été attaquée à Sake, la MONUSCO a suspendu ses patrouilles.", ["attack target=monusco place=sake", "suspend mission=monusco"], ["attack actor=monusco"]),
    ("fr", "Le M23 est entré dans Goma sans attaquer la MONUSCO.", ["attack actor=m23 target=monusco not"], ["attack actor=m23 target=monusco actual"]),
    ("en", "By expelling the French ambassador, Niger broke with Paris.", ["expel actor=NE target=FR"], ["expel actor=FR"]),
    ("en", "Niger broke with Paris by expelling the French ambassador.", ["expel actor=NE target=FR"], ["expel actor=FR"]),
    ("en", "M23 entered Goma without attacking MONUSCO.", ["attack actor=m23 target=monusco not"], ["attack actor=m23 target=monusco actual"]),
    ("nl", "Aangevallen door rebellen trok de Keniaanse patrouille zich terug uit Kismayo.", ["attack target=KE", "withdraw actor=KE place=kismayo"], []),
    ("nl", "Gesteund door Rwanda nam M23 in januari Goma in.", ["support actor=RW target=m23", "attack actor=m23 place=goma"], ["attack target=m23"]),
    ("nl", "Gevraagd naar een mogelijke terugtrekking zei de minister dat België in Niger blijft.", [], ["demand"]),
]  # fmt: skip

NOT_DONE = [
    ("en", "Far from leaving, the French are reinforcing their base in Niamey.", [], ["withdraw actual"]),
    ("en", "Rather than leave Mali, Germany will extend its mission.", [], ["withdraw actual"]),
    ("en", "A patrol far from its base was attacked in Mali.", ["attack place=ML actual"], []),
    ("fr", "Loin de partir, les Français renforcent leur base de Niamey.", [], ["withdraw actual"]),
    ("nl", "Liever dan te vertrekken verdubbelde Italië zijn contingent in Niger.", [], ["withdraw actual"]),
    ("en", "Neither France nor Germany has confirmed its departure from Mali.", [], ["withdraw"]),
    ("en", "France has confirmed the withdrawal of its troops from Niger.", ["withdraw actor=FR place=NE"], []),
    ("fr", "Ni la France ni l'Allemagne n'ont confirmé leur départ du Mali.", [], ["withdraw"]),
    ("fr", "La France a confirmé le retrait de ses troupes du Niger.", ["withdraw actor=FR place=NE"], []),
    ("nl", "Noch Frankrijk, noch Duitsland heeft zijn vertrek uit Mali bevestigd.", [], ["withdraw"]),
    ("nl", "Frankrijk heeft de terugtrekking van zijn troepen uit Niger bevestigd.", ["withdraw actor=FR place=NE"], []),
    ("nl", "Niemand heeft de aanslag op het konvooi van MINUSCA opgeëist.", ["attack target=minusca actual"], ["attack not"]),
    ("fr", "La MINUSMA, que le Mali veut voir partir, compte 13 000 hommes.", ["demand actor=ML target=minusma"], ["withdraw"]),
    ("fr", "Bamako souhaite voir la MINUSMA quitter le pays.", ["demand actor=ML target=minusma"], ["withdraw"]),
    ("nl", "MINUSMA, dat Mali graag ziet vertrekken, telt 13.000 militairen.", ["strength mission=minusma n=13000"], ["withdraw"]),
    ("en", "France would like to see ECOWAS send troops to Niger.", [], ["deploy"]),
]  # fmt: skip

BUT_ONE = [
    ("en", "No country but Rwanda has sent troops to Mozambique.", ["deploy actor=RW place=MZ actual"], ["deploy not"]),
    ("en", "All states but Italy withdrew their soldiers from UNIFIL.", ["withdraw mission=unifil"], ["withdraw actor=IT"]),
    ("en", "Every country but Ghana has left UNIFIL.", [], ["withdraw actor=GH", "withdraw actor=LB"]),
    ("en", "All but Norway have left EUTM Mali.", [], ["withdraw actor=NO"]),
    ("en", "All countries agreed, but Italy left UNIFIL.", ["withdraw actor=IT mission=unifil"], []),
    ("nl", "Op Italië na trekken alle landen hun militairen terug uit UNIFIL.", [], ["withdraw actor=IT", "withdraw place=IT"]),
    ("nl", "Alle landen hebben, op Noorwegen na, EUTM Mali verlaten.", [], ["withdraw actor=NO", "withdraw place=NO"]),
    ("nl", "Elk land behalve Ghana heeft UNIFIL verlaten.", [], ["withdraw actor=GH", "withdraw actor=LB"]),
    ("nl", "Op het vliegveld van Gao kwamen na de aanval op 3 mei Franse militairen aan.", ["deploy actor=FR"], []),
    ("fr", "Chaque pays sauf le Ghana a quitté la FINUL.", [], ["withdraw actor=GH", "withdraw actor=LB"]),
    ("en", "No country other than Rwanda has sent troops to Mozambique.", ["deploy actor=RW place=MZ actual"], ["deploy not"]),
    ("nl", "Geen enkel land behalve Rwanda heeft troepen naar Mozambique gestuurd.", ["deploy actor=RW place=MZ actual"], ["deploy not"]),
    ("fr", "Aucun pays hormis le Rwanda n'a quitté la CEDEAO.", ["withdraw actor=RW actual"], ["withdraw not"]),
    ("fr", "Hormis l'Italie, tous les pays ont quitté la force Takuba.", [], ["withdraw actor=ML", "withdraw actor=IT"]),
    ("en", "Except for Italy, all countries have left Task Force Takuba.", [], ["withdraw actor=IT"]),
]  # fmt: skip

OURS = [
    ("nl", '"Onze militairen blijven tot mei in Mali", aldus de Duitse minister van Defensie.', ["period contributor=DE"], ["period contributor=NL"]),
]  # fmt: skip

PARTS = [
    ("en", "The government decided on the termination of the Dutch contribution to MINUSMA.", ["withdraw actor=NL mission=minusma planned"], ["end"]),
    ("nl", "Het kabinet besloot tot beëindiging van de Nederlandse bijdrage aan MINUSMA.", ["withdraw actor=NL mission=minusma planned"], ["end"]),
    ("fr", "La fin de la contribution suédoise à Takuba est prévue en mars.", ["withdraw actor=SE mission=takuba planned"], ["end"]),
    ("en", "The end of MINUSMA is near.", ["end mission=minusma"], ["withdraw"]),
    ("fr", "L'Allemagne a interrompu ses opérations au Mali.", ["suspend actor=DE place=ML"], ["suspend target=ML"]),
    ("en", "Germany has paused its operations in Mali.", ["suspend actor=DE place=ML"], ["suspend target=ML"]),
    ("fr", "L'Allemagne a suspendu sa coopération avec le Mali.", ["suspend actor=DE target=ML"], []),
    ("fr", "Berlin condamne le refus d'accès à ses soldats.", ["condemn actor=DE"], ["deny_access actor=DE"]),
    ("nl", "De Veiligheidsraad stemde in met het sturen van een multinationale macht naar Haïti.", ["approve actor=un-security-council"], ["presence"]),
    ("nl", "De militairen uit Bangladesh vertrokken uit Mali.", ["withdraw actor=BD place=ML"], ["withdraw place=BD"]),
    ("nl", "Het contingent uit Bangladesh begon op 1 juli met de terugtrekking uit Mali.", ["withdraw actor=BD place=ML"], []),
]  # fmt: skip

ONCE = [
    ("en", "France's ambassador to Niger, Sylvain Itte, was declared persona non grata and told to leave within 48 hours.", ["expel target=FR+sylvain-itte actual"], ["expel required"]),
    ("fr", "L'ambassadeur de France au Niger, Sylvain Itté, a été déclaré persona non grata et sommé de quitter le pays sous 48 heures.", ["expel actor=NE actual"], ["expel required", "demand"]),
    ("nl", "De Franse ambassadeur in Niger, Sylvain Itté, werd tot persona non grata verklaard en moest binnen 48 uur vertrekken.", ["expel actor=NE actual"], ["expel required"]),
]  # fmt: skip


OTHERS = [  # a border, an intervention, who is suspected or kidnapped, who comes to serve
    ("en", "Twenty-nine Nigerien soldiers died in an ambush near the Malian border.", ["attack target=NE"], ["attack target=NE+ML", "attack actor=ML"]),
    ("nl", "Negenentwintig Nigerese militairen kwamen om in een hinderlaag bij de Malinese grens.", ["attack target=NE"], ["attack actor=ML"]),
    ("fr", "Vingt-neuf soldats nigériens sont morts dans une embuscade près de la frontière malienne.", ["attack target=NE"], ["attack target=NE+ML"]),
    ("en", "Mali and Burkina Faso warned that any military intervention against Niger would be considered a declaration of war.", ["threaten actor=ML+BF"], ["threaten target=ML"]),
    ("en", "Three aid workers were abducted in Menaka.", ["detain place=menaka"], ["detain actor=ML"]),
    ("en", "President Mohamed Bazoum has been held in his palace by members of the presidential guard since Wednesday.", ["detain target=mohamed-bazoum"], ["detain target=?"]),
    ("en", "The first Russian instructors arrived in Niamey on 10 April.", ["deploy actor=RU place=niamey"], ["visit"]),
    ("nl", "De eerste Russische instructeurs kwamen op 10 april aan in Niamey.", ["deploy actor=RU place=niamey"], ["visit"]),
    ("nl", "De minister kwam maandag aan in Niamey.", ["visit place=niamey"], ["deploy"]),
    ("fr", "Le Rwanda est accusé de soutenir le M23.", ["accuse target=RW", "support actor=RW target=m23 hearsay"], []),
    ("fr", "Le Rwanda est accusé par Kinshasa de soutenir le M23.", ["support actor=RW target=m23 by=CD"], ["support hearsay"]),
    ("en", "The European Union announced the immediate suspension of all its security cooperation with Niger.", ["suspend actor=eu target=NE"], ["cooperate"]),
    ("fr", "Trois combattants appartenant au M23 ont été tués à Sake.", ["attack place=sake"], []),
    ("en", "Thousands of protesters gathered on Saturday near the French base in Niamey.", ["protest place=niamey"], []),
    ("nl", "Duizenden betogers verzamelden zich zaterdag bij de Franse basis in Niamey.", ["protest place=niamey"], []),
]  # fmt: skip

NEWS = [  # who reports takes no part; for whom a minister speaks; who has left is no longer there
    ("fr", "Les derniers militaires français ont quitté Niamey, a constaté un journaliste de l'AFP, mettant fin à leur présence. Les généraux avaient exigé leur départ.", ["withdraw actor=FR place=niamey"], ["withdraw actor=afp", "end actor=afp"]),
    ("en", "The last French soldiers left Niamey, AFP reported. The generals had demanded their departure.", ["withdraw actor=FR place=niamey"], ["withdraw actor=afp"]),
    ("fr", "Les militaires français déployés au Niger ont quitté Niamey vendredi.", ["withdraw actor=FR place=niamey"], ["presence"]),
    ("fr", "Le coup d'État du 26 juillet, qui a renversé le président Mohamed Bazoum, a surpris.", ["coup target=mohamed-bazoum"], ["coup actor=?"]),
    ("en", "There has been a coup in Niger. President Emmanuel Macron announced the withdrawal of all soldiers by the end of the year.", ["withdraw actor=FR planned"], ["withdraw actor=NE"]),
    ("fr", "Le coup d'État a eu lieu au Niger. Le président Emmanuel Macron a annoncé le retrait de tous les militaires.", ["withdraw actor=FR planned"], ["withdraw actor=NE"]),
    ("nl", "In Niger was een staatsgreep. President Emmanuel Macron kondigde de terugtrekking van alle militairen aan.", ["withdraw actor=FR planned"], ["withdraw actor=NE"]),
    ("en", "President Emmanuel Macron announced the withdrawal of his troops from Niger.", ["withdraw actor=FR place=NE planned"], []),
    ("nl", "De Duitse minister van Defensie Boris Pistorius kondigde de terugtrekking van de laatste militairen uit Niger aan.", ["withdraw actor=DE place=NE planned"], []),
    ("en", "The minister announced the withdrawal of Belgian troops from Niger.", ["withdraw actor=BE place=NE planned"], []),
    ("en", "More than 170 MINUSMA peacekeepers have been killed since 2013, including four Dutch.", ["contribution contributor=NL mission=minusma"], ["contribution n=4"]),
    ("nl", "Bij MINUSMA zijn sinds 2013 meer dan 170 blauwhelmen omgekomen, onder wie vier Nederlanders.", ["contribution contributor=NL mission=minusma"], ["contribution n=4"]),
    ("en", "Germany, which had 1,000 soldiers in Gao, plans to bring the last of them home in March.", ["withdraw actor=DE planned at:2022-03"], []),
    ("en", "MINUSMA is in Mali. Under Colonel Assimi Goita, Mali has turned away from France.", [], ["post function=force-commander", "deny_access"]),
    ("en", "MINUSCA lost a soldier. The Secretary-General extends his deepest condolences to the people of Rwanda.", [], ["extend"]),
    ("nl", "Duitsland heeft toegezegd de medische evacuatie te verzorgen.", [], ["withdraw"]),
    ("fr", "L'Allemagne assurera l'évacuation médicale pour la MINUSMA.", [], ["withdraw"]),
    ("en", "Since the Russian invasion of Ukraine, EUFOR Althea has been reinforced twice.", ["reinforce mission=eufor-althea"], ["reinforce place=UA"]),
    ("nl", "Sinds de Russische inval in Oekraïne is EUFOR Althea al twee keer versterkt.", ["reinforce mission=eufor-althea"], ["reinforce place=UA"]),
    ("en", "The patrol was said to have been deployed to protect civilians following clashes between armed groups in Sudan.", ["clash place=SD"], ["clash planned"]),
    ("fr", "Depuis, plus d'un millier de militaires sud-africains sont bloqués dans leurs bases.", ["obstruct target=ZA"], ["obstruct actor=ZA"]),
    ("fr", "Le Malawi avait été le premier à annoncer le retrait de son contingent, en janvier.", ["withdraw actor=MW planned"], ["at:2023-01"]),
    ("fr", "Le Malawi a annoncé le retrait de son contingent en mars.", ["withdraw actor=MW planned at:2022-03"], []),
    ("en", "Vice-President Jane Doe of Ghana, who was arrested on 26 March, is in Accra.", ["detain target=jane-doe"], ["post", "detain function=head-of-state"]),
    ("fr", "La FINUL, qui compte 10 000 soldats, dont 700 Français et 1 000 Italiens, a refusé de quitter ses positions.", ["reject actor=unifil", "contribution contributor=FR n=700"], ["reject actor=FR", "withdraw actor=FR"]),
    ("fr", "Cinq soldats, dont deux Français, ont été tués à Gao.", ["attack target=FR place=gao"], []),
    ("fr", "Le ministre italien de la Défense, Guido Crosetto, a parlé de crimes de guerre.", [], ["consult target=guido-crosetto"]),
    ("fr", "Emmanuel Macron et Joseph Aoun se sont entretenus à Paris.", ["consult actor=emmanuel-macron target=joseph-aoun"], []),
    ("en", "MINUSMA has 13,000 troops, including 90 Dutch.", ["contribution contributor=NL mission=minusma n=90"], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected", "forbidden"),
    [*NEWS, *OTHERS, *PARTS, *ONCE, *ASIDE, *BESIDES, *NOT_DONE, *BUT_ONE, *OURS],
)
def test_a_construction_tells_whose_deed_it_is(
    read: Read, language: str, text: str, expected: list[str], forbidden: list[str]
) -> None:
    says(read, language, text, expected, forbidden)
