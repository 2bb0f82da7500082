from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare.facts.hedges import Hedge
from compare.facts.quantities import Quantity
from compare.findings.quantity_relation import relate_quantities

QUANTITIES = st.builds(
    Quantity,
    low=st.integers(1, 10_000).map(float),
    high=st.just(0.0),
    hedge=st.sampled_from(Hedge),
    step=st.sampled_from([1.0, 10.0, 100.0]),
).map(lambda q: Quantity(q.low, q.low, q.hedge, step=q.step))


@given(QUANTITIES, QUANTITIES)
def test_the_relation_of_two_quantities_is_symmetric_and_reflexive(a, b):
    assert relate_quantities(a, b) == relate_quantities(b, a)
    assert relate_quantities(a, a) == "equal"


@given(QUANTITIES, QUANTITIES)
def test_disjoint_means_that_no_value_fits_both(a, b):
    (low_a, high_a), (low_b, high_b) = a.interval, b.interval
    if relate_quantities(a, b) == "disjoint":
        assert high_a < low_b or high_b < low_a
