//! What late returns cost: most pay at once, some are spared, the rest pay when they come by again. It counts no cent.

use serde_json::{Value, json};

use super::dice::Dice;
use super::player::{Hand, Player, number};
use crate::kernel::Result;

/// What somebody owes.
#[derive(Debug, Clone, Copy)]
struct Debt {
    patron: i64,
    charge: i64,
    amount: i64,
}

/// All that is owed.
#[derive(Debug, Default)]
pub(super) struct Owed(Vec<Debt>);

impl Owed {
    /// Somebody brought something back, perhaps late.
    pub(super) fn came_back(
        &mut self,
        player: &Player,
        dice: &mut Dice,
        answer: &Value,
    ) -> Result<()> {
        let charge = &answer["charge"];
        if charge.is_null() {
            return Ok(());
        }
        let debt = Debt {
            patron: number(charge, "/patron")?,
            charge: number(charge, "/id")?,
            amount: number(charge, "/amount")?,
        };
        match dice.below(100) {
            0..=69 => debt.pay(player),
            70..=74 => {
                let input = json!({
                    "patron": debt.patron, "amount": null, "charges": [debt.charge],
                    "reason": "was in hospital",
                });
                player.call(Hand::Supervisor, "circulation.waive", input)?;
                Ok(())
            }
            _ => {
                self.0.push(debt);
                Ok(())
            }
        }
    }

    /// A few of those who owe something pay it.
    pub(super) fn some_pay(&mut self, player: &Player, dice: &mut Dice) -> Result<()> {
        for _ in 0..self.0.len().div_ceil(40) {
            let place = dice.place(self.0.len());
            self.0.swap_remove(place).pay(player)?;
        }
        Ok(())
    }
}

impl Debt {
    fn pay(self, player: &Player) -> Result<()> {
        let input =
            json!({ "patron": self.patron, "amount": self.amount, "charges": [self.charge] });
        player.call(Hand::Clerk, "circulation.take_payment", input)?;
        Ok(())
    }
}
