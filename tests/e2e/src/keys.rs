//! Keys, as the keyboard and the scanner send them: to whatever has the focus. Names are those of the DOM.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble};

impl Desk {
    /// Types text, a key after the other.
    pub async fn types(&self, text: &str) -> Outcome {
        let strokes = text.chars().fold(keyboard(), |keys, value| {
            keys.then(KeyAction::Down { value })
                .then(KeyAction::Up { value })
        });
        Ok(self.client.perform_actions(strokes).await?)
    }

    /// Strikes one key, with modifiers before it: `Enter`, `Ctrl+K`, `Alt+2`.
    pub async fn strikes(&self, chord: &str) -> Outcome {
        let chord: Vec<char> = chord.split('+').map(code).collect::<Outcome<_>>()?;
        let down = chord.iter().fold(keyboard(), |keys, &value| {
            keys.then(KeyAction::Down { value })
        });
        let up = chord
            .iter()
            .rev()
            .fold(down, |keys, &value| keys.then(KeyAction::Up { value }));
        Ok(self.client.perform_actions(up).await?)
    }

    /// Presses a key and keeps it down.
    pub async fn holds(&self, key: &str) -> Outcome {
        let down = keyboard().then(KeyAction::Down { value: code(key)? });
        Ok(self.client.perform_actions(down).await?)
    }

    /// Lets go of a key that is held down.
    pub async fn lets_go(&self, key: &str) -> Outcome {
        let up = keyboard().then(KeyAction::Up { value: code(key)? });
        Ok(self.client.perform_actions(up).await?)
    }

    /// Goes to a button of that name and strikes Enter.
    pub async fn enters(&self, button: &str) -> Outcome {
        let there = serde_json::to_value(self.finds("press", button).await?);
        let there = there.map_err(|error| Trouble::not_so(format!("{button}: {error}")))?;
        self.client
            .execute("arguments[0].focus()", vec![there])
            .await?;
        self.strikes("Enter").await
    }
}

fn keyboard() -> KeyActions {
    KeyActions::new("keyboard".to_owned())
}

/// The key's character in the WebDriver standard.
fn code(name: &str) -> Outcome<char> {
    let key = match name {
        "Ctrl" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Esc" => Key::Escape,
        "Tab" => Key::Tab,
        "Delete" => Key::Delete,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "F2" => Key::F2,
        "F3" => Key::F3,
        "F4" => Key::F4,
        "F6" => Key::F6,
        "F7" => Key::F7,
        "F8" => Key::F8,
        "F9" => Key::F9,
        "F12" => Key::F12,
        _ => {
            let mut letters = name.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => Ok(letter.to_ascii_lowercase()),
                _ => Err(Trouble::not_so(format!("there is no key {name}"))),
            };
        }
    };
    Ok(key.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_its_own_key_and_a_name_is_looked_up() {
        assert_eq!(code("K").unwrap(), 'k');
        assert_eq!(code("Ctrl").unwrap(), '\u{E009}');
        assert!(code("Strg").is_err());
    }
}
