"""Within one language stories are found as in English; a folder that mixes languages says so."""

from __future__ import annotations

import pytest

from compare.cluster.stories import find_stories
from compare.model import Article
from compare.pipeline import compare_all

FOLDERS = {
    "es": (
        "Un incendio en la fábrica de papel de Valdecorza obligó a evacuar a 340 trabajadores la madrugada del martes. "
        "El jefe de bomberos, Anselmo Terrado, dijo que el fuego comenzó en el almacén de Valdecorza y que "
        "dos personas "
        "resultaron heridas con quemaduras leves.",
        "Dos heridos dejó el fuego que arrasó un almacén de la papelera de Valdecorza, según informó Anselmo Terrado, "
        "responsable de los bomberos. Los 340 empleados de la fábrica salieron ilesos tras la evacuación del martes.",
        "El gobierno regional aprobó ayer un presupuesto de doce millones para reparar carreteras y escuelas rurales. "
        "La consejera Matilde Urquijo explicó que las obras empezarán en otoño y durarán dos años.",
    ),
    "fr": (
        "Un incendie a ravagé la papeterie de Montclavel dans la nuit de mardi et 340 salariés ont été "
        "évacués. Selon le "
        "capitaine des pompiers Anselme Terrade, le feu est parti d'un entrepôt et deux personnes sont brûlées.",
        "Deux blessés dans l'incendie de la papeterie de Montclavel : le capitaine Anselme Terrade, chef des pompiers, "
        "explique que le feu a pris dans un entrepôt. Les 340 salariés ont pu sortir à temps dans la nuit de mardi.",
        "Le conseil régional a voté hier un budget de douze millions pour réparer les routes et les écoles rurales. La "
        "présidente Mathilde Urcourt a précisé que les travaux commenceraient à l'automne.",
    ),
    "de": (
        "Ein Brand in der Papierfabrik von Grimmelsau hat in der Nacht zum Dienstag 340 Beschäftigte aus den Hallen "
        "getrieben. Feuerwehrchef Anselm Terrader sagte, das Feuer sei in einem Lager ausgebrochen, zwei "
        "Menschen seien "
        "verletzt worden.",
        "Zwei Verletzte beim Feuer in der Papierfabrik Grimmelsau: Nach Angaben von Feuerwehrchef Anselm "
        "Terrader brach "
        "der Brand in einem Lager aus. Alle 340 Beschäftigten konnten die Hallen in der Nacht verlassen.",
        "Der Landtag hat gestern zwölf Millionen für die Sanierung von Straßen und Dorfschulen bewilligt. Ministerin "
        "Mathilde Urbach erklärte, die Arbeiten sollten im Herbst beginnen und zwei Jahre dauern.",
    ),
    "vi": (
        "Vụ cháy tại nhà máy giấy Tân Lộc Phát rạng sáng thứ Ba khiến 340 công nhân phải sơ tán. Đội trưởng "
        "cứu hỏa Trịnh "
        "Quốc Vượng cho biết lửa bùng lên từ kho giấy và hai người bị bỏng nhẹ.",
        "Hai người bị thương trong vụ cháy kho giấy của nhà máy giấy Tân Lộc Phát. Theo đội trưởng cứu hỏa Trịnh Quốc "
        "Vượng, toàn bộ 340 công nhân đã được sơ tán an toàn trong rạng sáng thứ Ba.",
        "Hội đồng tỉnh hôm qua thông qua ngân sách mười hai tỷ đồng để sửa đường và trường học ở nông thôn. "
        "Bà Đặng Thu "
        "Hiền nói công trình sẽ khởi công vào mùa thu và kéo dài hai năm.",
    ),
    "ar": (
        "اندلع حريق في مصنع الورق بمدينة الزهراوية فجر الثلاثاء وتم إخلاء 340 عاملا من المبنى. وقال قائد الإطفاء أنور "
        "الترادي إن النار بدأت في مستودع الورق وإن شخصين أصيبا بحروق طفيفة.",
        "أصيب شخصان في حريق مستودع الورق بمصنع الزهراوية، حسب قائد الإطفاء أنور الترادي. وخرج جميع العمال "
        "وعددهم 340 من "
        "المبنى بعد إخلاء سريع فجر الثلاثاء.",
        "أقر مجلس المحافظة أمس ميزانية بقيمة اثني عشر مليونا لإصلاح الطرق والمدارس الريفية. وأوضحت الوزيرة "
        "ماجدة العركي "
        "أن الأعمال ستبدأ في الخريف وتستمر سنتين.",
    ),
    "zh": (
        "周二凌晨，锦澜市云桥造纸厂仓库发生火灾，340名工人紧急撤离。消防队长沈博远表示，火势从纸张仓库开始蔓延，两人轻度烧伤。",
        "锦澜市云桥造纸厂火灾造成两人受伤。消防队长沈博远说，仓库起火后340名工人全部撤离，周二凌晨明火已被扑灭。",
        "省议会昨天通过一千二百万元预算，用于修缮农村公路和学校。教育厅长唐静宜介绍，工程将在秋季开工，为期两年。",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", FOLDERS)
def test_two_reports_of_one_event_join_and_a_third_stays_alone(language: str) -> None:
    articles = [Article(name, text) for name, text in zip("abc", FOLDERS[language], strict=True)]
    found = {tuple(sorted(a.id for a in story.articles)) for story in find_stories(articles)}
    assert found == {("a", "b"), ("c",)}


def test_all_languages_in_one_folder_stay_apart() -> None:
    articles = [Article(f"{language}{i}", text) for language, texts in FOLDERS.items() for i, text in enumerate(texts)]
    stories = find_stories(articles)
    assert all(len({a.id[:2] for a in story.articles}) == 1 for story in stories)
    assert not any("mixes languages" in note for story in stories for note in story.notes)


def test_a_story_in_two_languages_says_so() -> None:
    one, two, _ = FOLDERS["de"]
    (story, *_) = find_stories([Article("a", one, language="de"), Article("b", two, language="nl")])
    assert len(story.articles) == 2
    assert story.notes == ("mixes languages: de, nl",)


def test_a_report_says_how_many_articles_are_in_each_language() -> None:
    texts = {"a": ("The ferry crews walked out.", "en"), "b": ("Die Fähren blieben im Hafen.", "de")}
    articles = [Article(name, text, language=language) for name, (text, language) in texts.items()]
    (note,) = compare_all(articles).notes
    assert note.startswith("the articles are in several languages (de 1, en 1): ")
    assert compare_all(articles[:1]).notes == ()


def test_short_reports_of_other_events_are_not_joined_by_function_words() -> None:
    texts = (
        "Un incendio destruyó un almacén en Delburgo el martes por la noche, dijo la policía.",
        "El alcalde de Kressing renunció el miércoles tras una disputa por el aparcamiento.",
        "La nieve cerró el paso de Vallone el jueves por la mañana.",
    )
    assert len(find_stories([Article(str(i), text) for i, text in enumerate(texts)])) == 3


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("es", "Incendio en la papelera de Valdecorza: dos heridos y 340 evacuados"),
        ("fr", "Incendie à la papeterie de Montclavel : deux blessés, 340 évacués"),
        ("de", "Brand in der Papierfabrik Grimmelsau: zwei Verletzte"),
        ("vi", "Cháy nhà máy giấy Tân Lộc Phát: 340 công nhân sơ tán"),
        ("ar", "حريق في مصنع الورق بالزهراوية وإخلاء 340 عاملا"),
        ("zh", "锦澜市云桥造纸厂火灾 340名工人撤离"),
    ],
)
def test_a_headline_alone_joins_its_story(language: str, headline: str) -> None:
    one, _, other = FOLDERS[language]
    found = find_stories([Article("a", one), Article("b", "", title=headline), Article("c", other)])
    assert {tuple(sorted(a.id for a in story.articles)) for story in found} == {("a", "b"), ("c",)}


def test_reasons_write_words_as_their_script_does() -> None:
    chinese = find_stories([Article(name, text) for name, text in zip("ab", FOLDERS["zh"], strict=False)])[0]
    reasons = " ".join(chinese.edges[0].reasons)
    assert "仓库" in reasons
    assert "锦澜市云" in reasons  # pairs of signs that overlap are told as they stand
    assert "phrases" not in reasons.split("points")[0]
    vietnamese = find_stories([Article(name, text) for name, text in zip("ab", FOLDERS["vi"], strict=False)])[0]
    assert "nhà máy" in " ".join(vietnamese.edges[0].reasons)
