"""Which language an article is in, and stories told in other languages than English."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.comparison import Comparison, compare
from newsdiff.core.contrast.differences import differences
from newsdiff.core.matching.languages import NAMES, OTHER, languages_of, named
from stories import linked, story

# In each story the second outlet tells the first's flood, emergency and pumps in other words and in another
# order; the last sentence of the first and the third of the second stand alone.
FLOODS = {
    "english": (
        [
            "The river Tessel burst its banks in Orlow on Tuesday night.",
            "Mayor Ines Calder declared a state of emergency for the town.",
            "The army sent twelve pumps to the flooded hospital.",
            "A baker handed out free rolls to the helpers.",
        ],
        [
            "A state of emergency was declared by Ines Calder, the mayor.",
            "At the hospital, which was flooded, 12 of the army's pumps are at work.",
            "Trains to the coast will not run before the weekend.",
            "During the night the Tessel had burst its banks in Orlow.",
        ],
    ),
    "danish": (
        [
            "Floden Tessel gik over sine bredder i Orlow natten til tirsdag.",
            "Borgmester Ines Calder har erklæret byen i undtagelsestilstand.",
            "Hæren har sendt tolv pumper til det oversvømmede hospital.",
            "En bager delte gratis rundstykker ud til hjælperne.",
        ],
        [
            "Der er undtagelsestilstand i byen, erklærede borgmesteren, Ines Calder.",
            "På hospitalet, som blev oversvømmet, arbejder hæren med 12 pumper.",
            "Togene til kysten kører ikke før weekenden.",
            "I løbet af natten var Tessel gået over bredderne ved Orlow.",
        ],
    ),
    "dutch": (
        [
            "De rivier de Tessel is in de nacht van dinsdag bij Orlow buiten haar oevers getreden.",
            "Burgemeester Ines Calder heeft de noodtoestand uitgeroepen.",
            "Het leger stuurde twaalf pompen naar het ondergelopen ziekenhuis.",
            "Een bakker deelde gratis broodjes uit aan de helpers.",
        ],
        [
            "De noodtoestand werd uitgeroepen door Ines Calder, de burgemeester.",
            "In het ziekenhuis, dat is ondergelopen, staan 12 pompen van het leger.",
            "Treinen naar de kust rijden niet voor het weekeinde.",
            "Bij Orlow was de Tessel in de nacht buiten de oevers getreden.",
        ],
    ),
    "french": (
        [
            "La rivière Tessel a débordé à Orlow dans la nuit de mardi.",
            "La maire Inès Calder a déclaré l’état d’urgence pour la ville.",
            "L’armée a envoyé douze pompes à l’hôpital inondé.",
            "Un boulanger a offert des croissants aux bénévoles.",
        ],
        [
            "Etat d’urgence déclaré par la maire, Inès Calder.",
            "Dans les salles inondées de l’hôpital, 12 pompes de l’armée ont été envoyées.",
            "Les trains vers la côte ne circuleront pas avant le week-end.",
            "Pendant la nuit, les eaux de la Tessel avaient débordé à Orlow.",
        ],
    ),
    "german": (
        [
            "Die Tessel ist in der Nacht zum Dienstag in Orlow über die Ufer getreten.",
            "Bürgermeisterin Ines Calder hat den Notstand ausgerufen.",
            "Das Heer schickte zwölf Pumpen in das überflutete Krankenhaus.",
            "Ein Bäcker verschenkte Brötchen an die Helfer.",
        ],
        [
            "Der Notstand wurde von der Bürgermeisterin Ines Calder ausgerufen.",
            "Im Krankenhaus, dessen Keller überflutet ist, laufen 12 Pumpen des Heeres.",
            "Züge an die Küste fahren nicht vor dem Wochenende.",
            "Bei Orlow trat die Tessel in der Nacht über ihre Ufer.",
        ],
    ),
    "italian": (
        [
            "Il fiume Tessel ha rotto gli argini a Orlow nella notte di martedì.",
            "La sindaca Ines Calder ha dichiarato lo stato d’emergenza per la città.",
            "L’esercito ha inviato dodici pompe all’ospedale allagato.",
            "Un fornaio ha regalato panini ai volontari.",
        ],
        [
            "Lo stato di emergenza è stato dichiarato dalla sindaca, Ines Calder.",
            "Nell’ospedale, che è allagato, ci sono 12 pompe inviate dall’esercito.",
            "I treni verso la costa non partono prima del fine settimana.",
            "A Orlow gli argini del Tessel si erano rotti durante la notte.",
        ],
    ),
    "norwegian": (
        [
            "Elven Tessel gikk over sine bredder i Orlow natt til tirsdag.",
            "Ordfører Ines Calder har erklært unntakstilstand i byen.",
            "Tolv pumper er blitt sendt av hæren til det oversvømte sykehuset.",
            "En baker delte ut gratis rundstykker til hjelperne.",
        ],
        [
            "Det er unntakstilstand i byen, erklærte ordføreren, Ines Calder.",
            "På sykehuset, som ble oversvømt, arbeider hæren med 12 pumper.",
            "Togene til kysten går ikke før helgen.",
            "I løpet av natten hadde Tessel gått over breddene ved Orlow.",
        ],
    ),
    "polish": (
        [
            "Rzeka Tessel wystąpiła z brzegów w Orlowie w nocy na wtorek.",
            "Burmistrz Ines Calder ogłosiła stan wyjątkowy w mieście.",
            "Wojsko wysłało dwanaście pomp do zalanego szpitala.",
            "Piekarz rozdawał bułki za darmo wszystkim, którzy pomagali.",
        ],
        [
            "Stan wyjątkowy został ogłoszony przez burmistrz Ines Calder.",
            "W szpitalu, który został zalany, pracuje 12 pomp wojska.",
            "Pociągi na wybrzeże nie pojadą przed weekendem.",
            "Tessel, jak wiadomo, w nocy wystąpiła z brzegów koło Orlowa.",
        ],
    ),
    "portuguese": (
        [
            "O rio Tessel transbordou em Orlow na noite de terça-feira.",
            "A prefeita Inês Calder declarou o estado de emergência na cidade.",
            "O exército enviou doze bombas para o hospital inundado.",
            "Um padeiro ofereceu pães aos voluntários.",
        ],
        [
            "O estado de emergência foi declarado pela prefeita, Inês Calder.",
            "No hospital, que está inundado, há 12 bombas enviadas pelo exército.",
            "Os comboios para a costa não circulam antes do fim de semana.",
            "Em Orlow, as águas do rio Tessel tinham transbordado durante a noite.",
        ],
    ),
    "russian": (
        [
            "Река Тессель вышла из берегов в Орлове в ночь на вторник.",
            "Мэр Инес Кальдер объявила в городе чрезвычайное положение.",
            "Армия направила двенадцать насосов в затопленную больницу.",
            "Пекарь раздавал булочки всем, кто помогал.",
        ],
        [
            "Чрезвычайное положение было объявлено мэром Инес Кальдер.",
            "В больнице, которая затоплена, работают 12 насосов армии.",
            "Поезда к побережью не пойдут до выходных.",
            "Около Орлова река Тессель ночью вышла из своих берегов.",
        ],
    ),
    "spanish": (
        [
            "El río Tessel se desbordó en Orlow en la noche del martes.",
            "La alcaldesa Inés Calder declaró el estado de emergencia en la ciudad.",
            "El ejército envió doce bombas al hospital inundado.",
            "Un panadero regaló bollos a los voluntarios.",
        ],
        [
            "El estado de emergencia fue declarado por la alcaldesa, Inés Calder.",
            "En el hospital, que está inundado, hay 12 bombas enviadas por el ejército.",
            "Los trenes hacia la costa no circularán antes del fin de semana.",
            "Durante la noche las aguas del Tessel se habían desbordado en Orlow.",
        ],
    ),
    "swedish": (
        [
            "Floden Tessel svämmade över i Orlow natten till tisdagen.",
            "Borgmästaren Ines Calder har utlyst undantagstillstånd i staden.",
            "Armén skickade tolv pumpar till det översvämmade sjukhuset.",
            "En bagare delade ut gratis bullar till alla som hjälpte till.",
        ],
        [
            "Det är undantagstillstånd i staden, utlyst av borgmästare Ines Calder.",
            "På sjukhuset, som är översvämmat, arbetar armén med 12 pumpar.",
            "Tågen till kusten går inte före helgen.",
            "Under natten hade Tessel svämmat över vid Orlow.",
        ],
    ),
}
UNKNOWN = {
    "Chinese": (
        [
            "星期二夜间，泰瑟尔河在奥洛镇决堤。",
            "镇长卡尔德宣布全镇进入紧急状态。",
            "军队向被淹的医院派出12台水泵。",
            "一位面包师给志愿者免费分发面包。",
        ],
        [
            "卡尔德镇长说，紧急状态已经宣布。",
            "医院被水淹没，军队的12台水泵正在抽水。",
            "开往海边的火车周末之前停运。",
            "泰瑟尔河夜里在奥洛决堤了。",
        ],
    ),
    "Japanese": (
        [
            "火曜日の夜、テッセル川がオルローで氾濫した。",
            "カルダー町長は非常事態を宣言した。",
            "軍は浸水した病院に12台のポンプを送った。",
            "パン屋がボランティアに無料でパンを配った。",
        ],
        [
            "非常事態が町長のカルダーによって宣言された。",
            "浸水した病院では軍のポンプ12台が動いている。",
            "海岸行きの列車は週末まで運休する。",
            "オルローでは夜のうちにテッセル川が氾濫していた。",
        ],
    ),
    "Korean": (
        [
            "화요일 밤 테셀강이 오를로에서 범람했다.",
            "칼더 시장은 비상사태를 선포했다.",
            "군은 침수된 병원에 펌프 12대를 보냈다.",
            "한 제빵사가 자원봉사자에게 빵을 나눠 주었다.",
        ],
        [
            "비상사태가 칼더 시장에 의해 선포되었다.",
            "침수된 병원에서 군의 펌프 12대가 작동 중이다.",
            "해안으로 가는 열차는 주말까지 운행하지 않는다.",
            "오를로에서는 밤사이 테셀강의 물이 범람했다.",
        ],
    ),
    "Hindi": (
        [
            "मंगलवार की रात टेसल नदी ओरलो में उफान पर आ गई।",
            "मेयर काल्डर ने शहर में आपातकाल की घोषणा की।",
            "सेना ने बाढ़ग्रस्त अस्पताल में 12 पंप भेजे।",
            "एक बेकर ने स्वयंसेवकों को मुफ्त रोटी बाँटी।",
        ],
        [
            "आपातकाल की घोषणा मेयर काल्डर ने की।",
            "बाढ़ग्रस्त अस्पताल में सेना के 12 पंप चल रहे हैं।",
            "तट की ओर जाने वाली ट्रेनें सप्ताहांत तक बंद रहेंगी।",
            "ओरलो में रात को टेसल नदी उफान पर थी।",
        ],
    ),
}
"""Languages without stop words and stems here, and some without spaces."""

SAME = {(0, 3), (1, 0), (2, 1)}


def _names(articles: tuple[Article, ...]) -> list[str]:
    return [language.name for language in languages_of(articles)]


def _told(name: str) -> Comparison:
    one, other = (FLOODS | UNKNOWN)[name]
    return compare(story(("One", one), ("Other", other)))


def test_every_language_has_a_story() -> None:
    assert sorted(FLOODS) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_short_report_tells_its_language(name: str) -> None:
    one, other = FLOODS[name]
    assert _names(story(("One", one), ("Other", other))) == [name, name]
    for language in _names(story(("One", one[:2]), ("Other", other[1:3]))):
        assert language == name or {language, name} == {"danish", "norwegian"}


@pytest.mark.parametrize("name", [*NAMES, *UNKNOWN])
def test_the_same_claims_are_found_in_other_words(name: str) -> None:
    comparison = _told(name)
    likeliest = sorted(comparison.links, key=lambda link: -link.score)[: len(SAME)]
    assert {(link.a.sentence, link.b.sentence) for link in likeliest} == SAME
    alone = {item.sentence for item in comparison.only_here}
    assert {SentenceRef(0, 3), SentenceRef(1, 2)} <= alone


@pytest.mark.parametrize("name", NAMES)
def test_twelve_and_12_are_no_difference(name: str) -> None:
    comparison = _told(name)
    assert [item for link in comparison.links for item in differences(comparison, link)] == []


def test_figures_in_another_notation_differ_by_their_value() -> None:
    comparison = compare(
        story(
            ("One", ["Bei der Flut haben 2.000 Menschen in der Turnhalle geschlafen.", *FLOODS["german"][0]]),
            ("Other", ["Bei der Flut haben 2 000 Menschen in einer Turnhalle geschlafen."]),
            ("Third", ["Bei der Flut haben 2.500 Menschen in einer Turnhalle geschlafen."]),
        )
    )
    found = {
        (link.a.article, link.b.article): [
            comparison.articles[link.b.article].text[item.b.start : item.b.end]
            for item in differences(comparison, link)
        ]
        for link in comparison.links
        if link.a.sentence == link.b.sentence == 0
    }
    assert found == {(0, 1): [], (0, 2): ["2.500"], (1, 2): ["2.500"]}


def test_an_article_too_short_to_tell_is_in_the_language_of_the_others() -> None:
    one, other = FLOODS["russian"]
    articles = story(("One", one), ("Other", other), ("Third", ["Пекарь раздавал баранки."]))
    assert _names(articles) == ["russian", "russian", "russian"]
    assert _names(articles[::-1]) == ["russian", "russian", "russian"]


@pytest.mark.parametrize(
    "text", ["", "Orlow", "ha " * 30, "Two men die in war over oil.", "¡…!", "12 340", "病院"]
)
def test_where_too_little_tells_it_is_english(text: str) -> None:
    assert _names(story(("One", [text]))) == ["english"]


@pytest.mark.parametrize(
    "text",
    [
        "Joki Tessel tulvi yli äyräidensä Orlowissa tiistain vastaisena yönä, ja kaupunginjohtaja Ines "
        "Calder julisti hätätilan koko kaupunkiin, sanoi pelastuslaitoksen tiedottaja keskiviikkona aamulla.",
        "Ο ποταμός Τέσελ υπερχείλισε στο Ορλόου τη νύχτα της Τρίτης και η δήμαρχος Ινές Κάλντερ κήρυξε "
        "την πόλη σε κατάσταση έκτακτης ανάγκης, όπως ανακοίνωσε το πρωί η πυροσβεστική υπηρεσία.",
    ],
    ids=["Finnish", "Greek"],
)
def test_running_text_without_known_stop_words_is_in_another_language(text: str) -> None:
    assert languages_of(story(("One", [text]))) == (OTHER,)


def test_languages_may_be_mixed_and_stop_words_link_nothing() -> None:
    articles = story(
        ("One", ["Many die in the war on the land, and the man was in the hut.", *FLOODS["english"][0][:3]]),
        (
            "Other",
            ["Die Frau, die er in der Nacht sah, war die Wirtin in dem Haus.", *FLOODS["german"][1][:1]],
        ),
        ("Third", ["Il a dit que les pains sont pour les enfants de la place.", *FLOODS["french"][0][3:]]),
    )
    assert _names(articles) == ["english", "german", "french"]
    comparison = compare(articles)
    firsts = {SentenceRef(article, 0) for article in range(3)}
    assert not {end for link in comparison.links for end in (link.a, link.b)} & firsts
    assert _names(articles[::-1]) == ["french", "german", "english"]


def test_a_foreign_account_leaves_the_links_among_the_others() -> None:
    one, other = FLOODS["english"]
    alone = compare(story(("One", one), ("Other", other)))
    beside = compare(story(("One", one), ("Other", other), ("Third", FLOODS["german"][0])))
    assert {pair for pair in linked(beside) if pair[1].article == 1} == linked(alone)


@pytest.mark.parametrize("name", NAMES)
def test_every_form_and_elision_is_listed_once_and_is_reached(name: str) -> None:
    text = files("newsdiff.core.matching.vocabulary").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    forms = [line.split()[0] for line in text.partition("[forms]")[2].splitlines() if line[:1].isalpha()]
    language = named(name)
    assert len(forms) > 10
    assert sorted(set(forms)) == sorted(forms)
    assert not language.stop_words & language.forms.keys(), "a stop word never gets as far as its form"
    assert {"2", "12"} <= set(language.forms.values())


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_has_a_language_whatever_stands_beside_it(texts: list[str]) -> None:
    articles = story(*((f"Outlet {number}", [text]) for number, text in enumerate(texts)))
    found = languages_of(articles)
    assert len(found) == len(articles)
    assert languages_of(articles[::-1]) == found[::-1]


_SENTENCES = st.sampled_from(
    [sentence for told in FLOODS.values() for account in told for sentence in account]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(_SENTENCES, max_size=4), min_size=2, max_size=4))
def test_any_mixture_of_languages_is_compared_the_same_in_any_order(accounts: list[list[str]]) -> None:
    articles = story(*((f"Outlet {number}", sentences) for number, sentences in enumerate(accounts)))
    last = len(articles) - 1
    found = {(link.a, link.b): link.score for link in compare(articles).links}
    turned = {
        tuple(SentenceRef(last - end.article, end.sentence) for end in (link.b, link.a)): link.score
        for link in compare(articles[::-1]).links
    }
    assert turned == pytest.approx(found)
