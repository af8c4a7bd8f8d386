//! Keyboard layouts that a scanner and a PC disagree about: the scanner presses keys by their place, the PC reads them by
//! its own layout. Only the keys that labels use are told apart.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which disagreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// None: the keys arrive as the scanner means them.
    AsTyped,
    /// The scanner means an American keyboard, the PC has a French one.
    FrenchAzerty,
    /// The scanner means an American keyboard, the PC has a Belgian one.
    BelgianAzerty,
    /// The scanner means an American keyboard, the PC has a German, Austrian or Swiss one.
    Qwertz,
    /// The scanner means an American keyboard, the PC has a Czech one.
    Czech,
    /// The scanner means an American keyboard, the PC has a Slovak one.
    Slovak,
    /// The scanner means an American keyboard, the PC has a Greek one.
    Greek,
    /// The scanner means an American keyboard, the PC has a Russian one.
    Russian,
    /// The scanner means a French keyboard, the PC has an American or British one.
    AzertyScanner,
}

/// What the PC typed, and what was meant, character by character.
struct Keys {
    typed: &'static str,
    meant: &'static str,
}

const FRENCH: &[Keys] = &[
    Keys {
        typed: "&é\"'(-è_çà",
        meant: "1234567890",
    },
    Keys {
        typed: "aqzw;,:!mù)AQZWM",
        meant: "qawz,m./;'-QAWZ:",
    },
];
const BELGIAN: &[Keys] = &[
    Keys {
        typed: "&é\"'(§è!çà",
        meant: "1234567890",
    },
    Keys {
        typed: "aqzw;,:mù)AQZWM",
        meant: "qawz,m.;'-QAWZ:",
    },
];
const GERMAN: &[Keys] = &[Keys {
    typed: "yzYZß",
    meant: "zyZY-",
}];
const CZECH: &[Keys] = &[Keys {
    typed: "+ěščřžýáíéyzYZ=",
    meant: "1234567890zyZY-",
}];
const SLOVAK: &[Keys] = &[Keys {
    typed: "+ľščťžýáíéyzYZ=",
    meant: "1234567890zyZY-",
}];
const GREEK: &[Keys] = &[
    Keys {
        typed: "ςερτυθιοπασδφγηξκλζχψωβνμ",
        meant: "wertyuiopasdfghjklzxcvbnm",
    },
    Keys {
        typed: "ΣΕΡΤΥΘΙΟΠΑΔΦΓΗΞΚΛΖΧΨΩΒΝΜ",
        meant: "SERTYUIOPADFGHJKLZXCVBNM",
    },
];
const RUSSIAN: &[Keys] = &[
    Keys {
        typed: "йцукенгшщзфывапролдячсмить",
        meant: "qwertyuiopasdfghjklzxcvbnm",
    },
    Keys {
        typed: "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ",
        meant: "QWERTYUIOPASDFGHJKLZXCVBNM",
    },
];
const AZERTY_SCANNER: &[Keys] = &[
    Keys {
        typed: "!@#$%^&*()\"£",
        meant: "123456789023",
    },
    Keys {
        typed: "qawz;QAWZ:",
        meant: "aqzwmAQZWM",
    },
];

impl Layout {
    /// Every disagreement that Carrel knows, the likeliest first.
    pub(super) const FOREIGN: [Layout; 8] = [
        Self::FrenchAzerty,
        Self::BelgianAzerty,
        Self::Qwertz,
        Self::AzertyScanner,
        Self::Czech,
        Self::Slovak,
        Self::Greek,
        Self::Russian,
    ];

    /// The text as the scanner meant it.
    pub(super) fn meant(self, typed: &str) -> String {
        let keys = match self {
            Self::AsTyped => &[],
            Self::FrenchAzerty => FRENCH,
            Self::BelgianAzerty => BELGIAN,
            Self::Qwertz => GERMAN,
            Self::Czech => CZECH,
            Self::Slovak => SLOVAK,
            Self::Greek => GREEK,
            Self::Russian => RUSSIAN,
            Self::AzertyScanner => AZERTY_SCANNER,
        };
        typed.chars().map(|c| meant(keys, c)).collect()
    }
}

fn meant(keys: &[Keys], typed: char) -> char {
    let pairs = keys
        .iter()
        .flat_map(|keys| keys.typed.chars().zip(keys.meant.chars()));
    pairs
        .filter(|(from, _)| *from == typed)
        .map(|(_, to)| to)
        .next()
        .unwrap_or(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_typed_has_a_key_meant() {
        for keys in [
            FRENCH,
            BELGIAN,
            GERMAN,
            CZECH,
            SLOVAK,
            GREEK,
            RUSSIAN,
            AZERTY_SCANNER,
        ]
        .concat_keys()
        {
            assert_eq!(
                keys.typed.chars().count(),
                keys.meant.chars().count(),
                "{}",
                keys.typed
            );
        }
    }

    trait Concat {
        fn concat_keys(self) -> Vec<&'static Keys>;
    }

    impl<const N: usize> Concat for [&'static [Keys]; N] {
        fn concat_keys(self) -> Vec<&'static Keys> {
            self.into_iter().flatten().collect()
        }
    }

    #[test]
    fn figures_and_letters_come_back_as_they_were_meant() {
        for (layout, typed, meant) in [
            (Layout::FrenchAzerty, "Q\"&àààààà&éàçè\"", "A31000000120973"),
            (Layout::BelgianAzerty, "(§è!çà", "567890"),
            (Layout::Qwertz, "YZ12ß3", "ZY12-3"),
            (Layout::AzertyScanner, "Q#!))))))!@)(&#", "A31000000120973"),
            (Layout::Czech, "š+éééééé+ěéíýš", "31000000120973"),
            (Layout::Slovak, "š+éééééé+ľéíýš", "31000000120973"),
            (Layout::Russian, "Ф31000И", "A31000B"),
            (Layout::Greek, "Α31000Β", "A31000B"),
            (Layout::AsTyped, "Q\"&à", "Q\"&à"),
        ] {
            assert_eq!(layout.meant(typed), meant, "{layout:?}");
        }
    }
}
