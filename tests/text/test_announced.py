"""Lines that announce other stories, in several languages, and whole sentences that stand under them."""

import pytest

from compare import Article, Config, Role, find_stories
from compare.text.announced import announces_one, announces_others
from compare.text.witness import read_witness

FIRE = "Fire destroyed a warehouse in Delburg on Tuesday night, police said."
FERRY = "A ferry sank off the coast of Marland on Sunday and nine sailors drowned."
BAN = "The parliament of Ostovia voted on Monday to ban fishing near the reefs."
OTHERS = {
    "en": ("READ MORE", FERRY, BAN),
    "es": (
        "Lea también:",
        "Un ferry se hundió el domingo frente a la costa de Marlandia y nueve marineros murieron.",
        "El parlamento de Ostovia prohibió el lunes la pesca cerca de los arrecifes.",
    ),
    "fr": (
        "À lire aussi",
        "Un ferry a coulé dimanche au large de la côte de Marlande et neuf marins sont morts.",
        "Le parlement d'Ostovie a interdit lundi la pêche près des récifs.",
    ),
    "de": (
        "LESEN SIE AUCH",
        "Eine Fähre sank am Sonntag vor der Küste von Marland, neun Matrosen ertranken.",
        "Das Parlament von Ostovien verbot am Montag den Fischfang an den Riffen.",
    ),
    "vi": (
        "Tin liên quan",
        "Một chiếc phà chìm ngoài khơi Marland hôm Chủ nhật khiến chín thủy thủ thiệt mạng.",
        "Quốc hội Ostovia hôm thứ Hai bỏ phiếu cấm đánh cá gần các rạn san hô.",
    ),
    "ar": (
        "اقرأ أيضًا",
        "غرقت عبارة قبالة سواحل مارلاند يوم الأحد ولقي تسعة بحارة مصرعهم.",
        "صوت برلمان أوستوفيا يوم الاثنين على حظر الصيد قرب الشعاب المرجانية.",
    ),
    "zh": (
        "【相关阅读】",
        "周日一艘渡轮在马兰海岸沉没，九名水手遇难。",
        "奥斯托维亚议会周一投票禁止在珊瑚礁附近捕鱼。",
    ),
}  # fmt: skip
REPORTS = {
    "en": (FIRE, "No one was hurt."),
    "es": ("Un incendio destruyó un almacén en Delburgo el martes, dijo la policía.", "No hubo heridos."),
    "fr": ("Un incendie a détruit un entrepôt à Delbourg mardi soir, selon la police.", "Personne n'a été blessé."),
    "de": ("Ein Feuer zerstörte am Dienstag ein Lagerhaus in Delburg, so die Polizei.", "Verletzt wurde niemand."),
    "vi": ("Hỏa hoạn thiêu rụi một nhà kho ở Delburg tối thứ Ba, cảnh sát cho biết.", "Không ai bị thương."),
    "ar": ("دمر حريق مستودعا في دلبورغ مساء الثلاثاء، حسبما قالت الشرطة.", "لم يصب أحد."),
    "zh": ("周二晚，德尔堡一座仓库被大火烧毁，警方说。", "没有人受伤。"),
}  # fmt: skip


def roles_of(*lines):
    return [s.role for s in read_witness(Article("a", "\n".join(lines)), Config()).sentences]


@pytest.mark.parametrize("language", OTHERS)
def test_whole_sentences_under_an_announcing_line_are_teasers(language):
    roles = roles_of(*REPORTS[language], *OTHERS[language])
    assert roles == [Role.BODY, Role.BODY, Role.FURNITURE, Role.TEASER, Role.TEASER]


@pytest.mark.parametrize("language", OTHERS)
def test_a_line_that_announces_one_story_and_names_it_is_of_the_page(language):
    label, *_ = OTHERS[language]
    assert roles_of(*REPORTS[language], f"{label.strip(':【】')}: Ostovia 2025")[-1] is Role.FURNITURE


def test_the_report_goes_on_under_such_a_line_where_it_names_what_it_told():
    goes_on = [
        "Firemen from Delburg worked until dawn to put out the flames and left at seven.",
        "She had bought the building in spring with money lent by her brother.",
        "“It burned like paper,” the owner of a bakery across the road told reporters.",
        "Nobody knew.",
    ]
    for line in goes_on:
        assert roles_of(FIRE, "No one was hurt.", "Read more", line)[-1] is Role.BODY, line


def test_what_follows_the_sentence_that_goes_on_is_the_report_too():
    goes_on = "Firemen from Delburg worked until dawn to put out the flames and left at seven."
    assert roles_of(FIRE, "Read more", FERRY, goes_on, BAN)[2:] == [Role.TEASER, Role.BODY, Role.BODY]


def test_very_short_reports_are_not_fused_by_the_teasers_under_them():
    reports = [
        FIRE,
        "The mayor of Kressing resigned on Wednesday after a row over parking.",
        "Heavy snow closed the pass at Vallone on Thursday morning.",
    ]
    articles = [Article(str(i), "\n".join([text, "READ MORE", FERRY, BAN])) for i, text in enumerate(reports)]
    assert len(find_stories(articles)) == 3


@pytest.mark.parametrize(
    ("line", "others", "one"),
    [
        ("Más noticias", True, False),
        ("Más noticias llegaron de la isla.", False, False),
        ("Lee también: Fuego en Delburgo", False, True),
        ("Mehr zum Thema >", True, False),
        ("Auch interessant: das neue Dock", False, True),
        ("Die Stadt sagte: mehr zum Thema morgen", False, False),
        ("Xem thêm", True, False),
        ("قد يهمك أيضاً", True, False),
        ("延伸阅读：德尔堡火灾", False, True),
        ("He said: nobody came.", False, False),
    ],
)
def test_labels_count_as_whole_lines_or_before_a_colon_only(line, others, one):
    assert announces_others(line) is others
    assert announces_one(line) is one
