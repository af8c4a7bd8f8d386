//! Who signs in: the people whom the demo library brings along.

use carrel_core::demo::{
    CLERK, CLERK_PIN, STUDENT, STUDENT_PIN, SUPERVISOR, SUPERVISOR_PASSPHRASE,
};

use crate::desk::Desk;
use crate::trouble::Outcome;

/// Somebody with a card at the gate.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    pub(super) name: &'static str,
    /// What the gate calls their secret.
    pub(super) kind: &'static str,
    pub(super) secret: &'static str,
}

/// May do everything.
pub(super) const MAYA: Person = Person {
    name: SUPERVISOR,
    kind: "Passphrase",
    secret: SUPERVISOR_PASSPHRASE,
};

/// Lends, registers and reads reports.
pub(super) const JONAS: Person = Person {
    name: CLERK,
    kind: "PIN",
    secret: CLERK_PIN,
};

/// Lends and takes back.
pub(super) const CHLOE: Person = Person {
    name: STUDENT,
    kind: "PIN",
    secret: STUDENT_PIN,
};

impl Desk {
    /// Signs a person in, from the gate to the opening screen.
    pub(super) async fn signs_in(&self, person: Person) -> Outcome {
        self.press(person.name).await?;
        self.write(person.kind, person.secret).await?;
        self.press("Sign in").await?;
        self.finds("any", &format!("Signed in: {}", person.name))
            .await
            .map(drop)
    }

    /// Opens a page by its name in the rail.
    pub(super) async fn opens(&self, page: &str) -> Outcome {
        self.press(page).await?;
        let current = format!(
            "return document.querySelector('nav [aria-current=page]')?.ariaLabel === '{page}' || null;"
        );
        let there = async || Ok(self.client.execute(&current, vec![]).await?.as_bool());
        self.until(&format!("the page {page}"), there)
            .await
            .map(drop)
    }
}
