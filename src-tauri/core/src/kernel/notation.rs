//! How a library writes money and reads days, by its language and region. Words stay English; no amount is decided here.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::currency::Currency;
use super::error::{Error, Result};
use super::money::Money;

/// A language and a region, such as `en-US` or `zh-Hant-TW`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    language: String,
    region: String,
}

/// In which order a day written in digits is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DayOrder {
    /// 12/7/2026 is the seventh of December.
    MonthFirst,
    /// 7/12/2026 is.
    DayFirst,
    /// Only 2026-12-07 is; the others could mean either.
    YearFirst,
}

/// The library's way of writing, for screen and paper alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Notation {
    /// What stands before an amount, such as "$".
    pub before: String,
    /// What stands after it, such as " €".
    pub after: String,
    /// Decimals of an amount, 0 to 3.
    pub digits: u8,
    /// Between whole and part.
    pub decimal: String,
    /// Between thousands.
    pub group: String,
    /// How a day in digits is read.
    pub days: DayOrder,
}

const COMMA: &str = "af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lt lv mk nb nl nn no pl pt \
    ro ru sk sl sq sr sv tr uk uz vi";
const SPACED: &str = "be bg cs et fi fr hu hy ka kk lt lv nb nn no pl ru sk sq sv uk uz";
/// Where Spanish writes a point (Unicode CLDR).
const POINT_REGIONS: &str = "es-CU es-DO es-GT es-HN es-MX es-NI es-PA es-PE es-PR es-SV es-US";
const SIGN_FIRST: &str = "af id nl tr pt-BR de-AT es-AR es-CL es-CO es-EC es-PY es-UY es-VE";

impl Locale {
    /// Reads a language, perhaps a script, and a region.
    pub fn parse(tag: &str) -> Result<Self> {
        let parts: Vec<&str> = tag.split('-').collect();
        let (language, region) = match parts[..] {
            [language, region] => (language, region),
            [language, script, region] if script.len() == 4 && letters(script) => {
                (language, region)
            }
            _ => return Err(no_locale(tag)),
        };
        let language_fits = (2..=3).contains(&language.len())
            && language.bytes().all(|byte| byte.is_ascii_lowercase());
        let region_fits = region.len() == 2 && region.bytes().all(|byte| byte.is_ascii_uppercase());
        if !language_fits || !region_fits {
            return Err(no_locale(tag));
        }
        Ok(Self {
            language: language.to_owned(),
            region: region.to_owned(),
        })
    }

    /// Its region, such as `US`.
    pub fn region(&self) -> &str {
        &self.region
    }

    fn is_in(&self, list: &str) -> bool {
        let whole = format!("{}-{}", self.language, self.region);
        list.split_whitespace()
            .any(|tag| tag == self.language || tag == whole)
    }

    /// Decimal mark, mark between thousands.
    fn marks(&self) -> (&'static str, &'static str) {
        match () {
            () if ["CH", "LI"].contains(&self.region.as_str()) => (".", "’"),
            () if !self.is_in(COMMA) || self.is_in(POINT_REGIONS) => (".", ","),
            () if self.is_in(SPACED) || self.is_in("pt-PT") => (",", "\u{a0}"),
            () => (",", "."),
        }
    }

    fn days(&self) -> DayOrder {
        match self.region.as_str() {
            "US" | "PH" | "PR" | "FM" | "MH" | "PW" | "GU" | "VI" | "AS" => DayOrder::MonthFirst,
            "CA" | "CN" | "JP" | "KR" | "TW" | "HU" | "LT" | "MN" | "IR" | "ZA" => {
                DayOrder::YearFirst
            }
            _ => DayOrder::DayFirst,
        }
    }
}

impl Notation {
    /// How amounts of a currency are written in a language and region.
    pub fn of(locale: &Locale, currency: Currency) -> Self {
        let (decimal, group) = locale.marks();
        let sign = currency.sign();
        let last = decimal == "," && !locale.is_in(SIGN_FIRST);
        let apart = decimal == "," || sign.ends_with(char::is_alphabetic);
        // A dollar stands close to its amount also where the euro stands apart from it.
        let before = if apart {
            format!("{sign}\u{a0}")
        } else {
            sign.to_owned()
        };
        Self {
            before: if last { String::new() } else { before },
            after: if last {
                format!("\u{a0}{sign}")
            } else {
                String::new()
            },
            digits: currency.digits(),
            decimal: decimal.to_owned(),
            group: group.to_owned(),
            days: locale.days(),
        }
    }

    /// An amount as people read it: "$1,240.50", "1.240,50 €".
    pub fn money(&self, amount: Money) -> String {
        let plain = amount.plain(self.digits);
        let (sign, plain) = plain
            .strip_prefix('-')
            .map_or(("", &*plain), |rest| ("−", rest));
        let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                grouped.push_str(&self.group);
            }
            grouped.push(digit);
        }
        let mark = if part.is_empty() { "" } else { &self.decimal };
        format!("{sign}{}{grouped}{mark}{part}{}", self.before, self.after)
    }
}

fn letters(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn no_locale(tag: &str) -> Error {
    let problem = format!("\"{tag}\" is no language and region; write it like en-US");
    Error::invalid("locale", problem)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notation(locale: &str, currency: &str) -> Notation {
        Notation::of(
            &Locale::parse(locale).unwrap(),
            Currency::parse(currency).unwrap(),
        )
    }

    #[test]
    fn money_is_written_as_the_region_writes_it() {
        for (locale, currency, written) in [
            ("en-US", "USD", "$12,400.50"),
            ("en-GB", "GBP", "£12,400.50"),
            ("de-DE", "EUR", "12.400,50\u{a0}€"),
            ("de-AT", "EUR", "€\u{a0}12.400,50"),
            ("de-CH", "CHF", "CHF\u{a0}12’400.50"),
            ("fr-FR", "EUR", "12\u{a0}400,50\u{a0}€"),
            ("nl-NL", "EUR", "€\u{a0}12.400,50"),
            ("pl-PL", "PLN", "12\u{a0}400,50\u{a0}zł"),
            ("pt-BR", "BRL", "R$\u{a0}12.400,50"),
            ("es-MX", "MXN", "$12,400.50"),
            ("ja-JP", "JPY", "¥1,240,050"),
            ("ar-KW", "KWD", "KWD\u{a0}1,240.050"),
        ] {
            let amount = Money::cents(1_240_050);
            assert_eq!(
                notation(locale, currency).money(amount),
                written,
                "{locale}"
            );
        }
    }

    #[test]
    fn what_is_owed_back_has_its_sign_first() {
        assert_eq!(notation("en-US", "USD").money(Money::cents(-5)), "−$0.05");
        assert_eq!(
            notation("de-DE", "EUR").money(Money::cents(-5)),
            "−0,05\u{a0}€"
        );
        assert_eq!(notation("ja-JP", "JPY").money(Money::cents(0)), "¥0");
    }

    #[test]
    fn a_locale_names_a_language_and_a_region() {
        for slip in [
            "en", "EN-us", "english", "en_US", "", "en-USA", "a-US", "en-US-",
        ] {
            assert!(Locale::parse(slip).is_err(), "{slip}");
        }
        assert_eq!(Locale::parse("zh-Hant-TW").unwrap().region(), "TW");
    }
}
