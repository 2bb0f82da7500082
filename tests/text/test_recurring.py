"""An outlet's furniture is known by recurring where nothing else does."""

from compare import Article, Config, Role
from compare.text.recurring import find_recurring
from compare.text.witness import read_witness

LINE = "The Harbour Post brings you the news of the coast every morning."


def articles(source="Harbour Post", count=4, with_line=True):
    return [
        Article(
            f"{source}{n}",
            "\n".join([f"Report {n} tells of the pier.", f"Its matter {n} is unlike any other.", f"So it ends, {n}."]
                      + [LINE] * with_line),
            source=source,
        )
        for n in range(count)
    ]  # fmt: skip


def test_a_line_of_unrelated_articles_of_one_outlet_is_its_furniture():
    made = articles() + articles("Quay Times", with_line=False)
    found = find_recurring(made)
    assert found == {"Harbour Post": frozenset({LINE.lower()})}
    last = read_witness(made[0], Config(), found["Harbour Post"]).sentences[-1]
    assert (last.text, last.role) == (LINE, Role.FURNITURE)
    assert "unrelated articles" in last.reason
    assert read_witness(made[0], Config()).sentences[-1].role is Role.BODY


def test_copies_make_nothing_recur():
    one = articles(count=1)[0]
    assert find_recurring([Article(str(n), one.text, source=one.source) for n in range(6)]) == {}


def test_two_articles_or_an_unnamed_source_make_nothing_recur():
    assert find_recurring(articles(count=2)) == {}
    assert find_recurring(articles(source="")) == {}


def test_the_order_of_articles_changes_nothing():
    made = articles(count=9)
    assert find_recurring(made) == find_recurring(made[::-1])
