//! Which charges an amount settles, as a pure rule: in the order given, each to its end before the next.

use super::charge::Charge;
use crate::kernel::Money;
use crate::kernel::id::ChargeId;

/// The part of an amount that settles one charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) charge: ChargeId,
    pub(super) amount: Money,
}

/// Spreads an amount over what is owed; none when it is more than all of it, or nothing.
pub(super) fn allocate(amount: Money, owing: &[Charge]) -> Option<Vec<Part>> {
    let mut left = amount;
    let mut parts = Vec::new();
    for charge in owing {
        let part = left.min(charge.owed);
        if part > Money::default() {
            parts.push(Part {
                charge: charge.id,
                amount: part,
            });
            left = left - part;
        }
    }
    (left == Money::default() && !parts.is_empty()).then_some(parts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::charges::ChargeKind;
    use crate::kernel::At;
    use crate::kernel::id::PatronId;

    fn owing(cents: &[i64]) -> Vec<Charge> {
        let charge = |(id, cents): (i64, &i64)| Charge {
            id: ChargeId::of(id),
            patron: PatronId::of(1),
            loan: None,
            barcode: None,
            title: None,
            kind: ChargeKind::Other,
            amount: Money::cents(*cents),
            owed: Money::cents(*cents),
            note: String::new(),
            at: At::from_millis(0),
            by: None,
        };
        (1..).zip(cents).map(charge).collect()
    }

    #[test]
    fn the_oldest_is_settled_before_the_next() {
        let parts = allocate(Money::cents(120), &owing(&[100, 50])).unwrap();
        let parts: Vec<_> = parts
            .iter()
            .map(|part| (part.charge, part.amount))
            .collect();
        let expected = [
            (ChargeId::of(1), Money::cents(100)),
            (ChargeId::of(2), Money::cents(20)),
        ];
        assert_eq!(parts, expected);
    }

    #[test]
    fn nothing_and_too_much_are_not_spread() {
        assert_eq!(allocate(Money::cents(0), &owing(&[100])), None);
        assert_eq!(allocate(Money::cents(-1), &owing(&[100])), None);
        assert_eq!(allocate(Money::cents(101), &owing(&[100])), None);
        assert_eq!(allocate(Money::cents(1), &owing(&[])), None);
    }

    proptest! {
        #[test]
        fn the_parts_sum_to_the_amount_and_none_exceeds_its_charge(
            cents in proptest::collection::vec(1_i64..10_000, 1..12), share in 1_i64..=100,
        ) {
            let owing = owing(&cents);
            let amount = Money::cents((cents.iter().sum::<i64>() * share / 100).max(1));
            let parts = allocate(amount, &owing).unwrap();
            prop_assert_eq!(parts.iter().map(|part| part.amount).sum::<Money>(), amount);
            for (part, charge) in parts.iter().zip(&owing) {
                prop_assert_eq!(part.charge, charge.id);
                prop_assert!(part.amount <= charge.owed);
            }
        }
    }
}
