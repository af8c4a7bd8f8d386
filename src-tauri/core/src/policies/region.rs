//! What libraries of a region mostly do: their currency, clock, week and paper. A guess to begin with, never a rule.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::library::{ClockHabit, Paper, WeekStart};
use crate::kernel::{Currency, Locale, Notation, Result};

/// Asks what is usual where a language and region are at home.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowHabits {
    /// Such as `en-US`; what the PC says, or what somebody chose.
    pub locale: String,
    /// In which currency the notation writes; the usual one when absent.
    pub currency: Option<String>,
}

/// What is usual there, and what there is to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Habits {
    /// The language and region.
    pub locale: String,
    /// The currency's code.
    pub currency: String,
    /// How times are written.
    pub clock: ClockHabit,
    /// Where the week begins.
    pub week_starts: WeekStart,
    /// What offices print on.
    pub paper: Paper,
    /// How money and days in digits are written.
    pub notation: Notation,
    /// All languages and regions to choose from.
    pub locales: Vec<String>,
    /// All currencies.
    pub currencies: Vec<String>,
}

/// To choose from; the first of a language is meant where only the language is known.
const LOCALES: &str = "ar-AE ar-EG ar-JO ar-KW ar-MA ar-SA bg-BG bn-BD bs-BA ca-ES cs-CZ da-DK de-AT de-CH de-DE de-LI \
    de-LU el-GR el-CY en-AU en-BZ en-CA en-GB en-GH en-HK en-IE en-IN en-JM en-KE en-MT en-NG en-NZ \
    en-PH en-PK en-SG en-TT en-TZ en-UG en-US en-ZA en-ZM en-ZW es-AR es-BO es-CL es-CO es-CR es-CU \
    es-DO es-EC es-ES es-GT es-HN es-MX es-NI es-PA es-PE es-PR es-PY es-SV es-US es-UY es-VE et-EE \
    eu-ES fa-IR fi-FI fr-BE fr-CA fr-CH fr-CI fr-FR fr-LU fr-MA fr-SN ga-IE gl-ES he-IL hi-IN hr-HR \
    hu-HU hy-AM id-ID is-IS it-CH it-IT ja-JP ka-GE kk-KZ ko-KR lt-LT lv-LV mk-MK ms-MY mt-MT nb-NO \
    ne-NP nl-BE nl-NL nn-NO pl-PL pt-AO pt-BR pt-MZ pt-PT ro-MD ro-RO ru-RU si-LK sk-SK sl-SI sq-AL \
    sr-RS sv-SE sv-FI sw-KE ta-IN th-TH tr-TR uk-UA ur-PK uz-UZ vi-VN zh-CN zh-HK zh-SG zh-TW";

const CURRENCIES: &[(&str, &str)] = &[
    (
        "EUR",
        "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK",
    ),
    ("USD", "EC PR SV US"),
    ("XOF", "CI SN"),
    ("AED", "AE"),
    ("ALL", "AL"),
    ("AMD", "AM"),
    ("AOA", "AO"),
    ("ARS", "AR"),
    ("AUD", "AU"),
    ("BAM", "BA"),
    ("BDT", "BD"),
    ("BOB", "BO"),
    ("BRL", "BR"),
    ("BZD", "BZ"),
    ("CAD", "CA"),
    ("CHF", "CH LI"),
    ("CLP", "CL"),
    ("CNY", "CN"),
    ("COP", "CO"),
    ("CRC", "CR"),
    ("CUP", "CU"),
    ("CZK", "CZ"),
    ("DKK", "DK"),
    ("DOP", "DO"),
    ("EGP", "EG"),
    ("GBP", "GB"),
    ("GEL", "GE"),
    ("GHS", "GH"),
    ("GTQ", "GT"),
    ("HKD", "HK"),
    ("HNL", "HN"),
    ("HUF", "HU"),
    ("IDR", "ID"),
    ("ILS", "IL"),
    ("INR", "IN"),
    ("IRR", "IR"),
    ("ISK", "IS"),
    ("JMD", "JM"),
    ("JOD", "JO"),
    ("JPY", "JP"),
    ("KES", "KE"),
    ("KRW", "KR"),
    ("KWD", "KW"),
    ("KZT", "KZ"),
    ("LKR", "LK"),
    ("MAD", "MA"),
    ("MDL", "MD"),
    ("MKD", "MK"),
    ("MXN", "MX"),
    ("MYR", "MY"),
    ("MZN", "MZ"),
    ("NGN", "NG"),
    ("NIO", "NI"),
    ("NOK", "NO"),
    ("NPR", "NP"),
    ("NZD", "NZ"),
    ("PAB", "PA"),
    ("PEN", "PE"),
    ("PHP", "PH"),
    ("PKR", "PK"),
    ("PLN", "PL"),
    ("PYG", "PY"),
    ("RON", "RO"),
    ("RSD", "RS"),
    ("RUB", "RU"),
    ("SAR", "SA"),
    ("SEK", "SE"),
    ("SGD", "SG"),
    ("THB", "TH"),
    ("TRY", "TR"),
    ("TTD", "TT"),
    ("TWD", "TW"),
    ("TZS", "TZ"),
    ("UAH", "UA"),
    ("UGX", "UG"),
    ("UYU", "UY"),
    ("UZS", "UZ"),
    ("VES", "VE"),
    ("VND", "VN"),
    ("ZAR", "ZA"),
    ("ZMW", "ZM"),
    ("ZWG", "ZW"),
];

/// Where the week begins on Sunday (Unicode CLDR, week data); Monday elsewhere.
const SUNDAY: &str = "AE BD BR BZ CA CN CO DO EG GT HK HN IL IN JM JO JP KE KR KW MT MX MZ NI NP PA PE PH PK PR PT PY SA \
    SG SV TH TT TW US VE ZA ZW";
/// Where the clock has twelve hours (Unicode CLDR, time data).
const TWELVE: &str = "AE AU BD BZ CA CO DO EG GH HK HN IN JM JO KE KR KW MY NG NI NZ PA PH PK PR SA SG SV TT TW UG US VE";
/// Where paper is 8.5 × 11 inches (Unicode CLDR, measurement data).
const LETTER: &str = "BZ CA CL CO CR DO GT MX NI PA PH PR SV US VE";

/// What is usual where this language and region are at home. What cannot be read is taken for `en-US`.
pub fn habits(input: &ShowHabits) -> Result<Habits> {
    let tag = nearest(&input.locale);
    let locale = Locale::parse(&tag)?;
    let region = locale.region();
    let is_in = |list: &str| list.split_whitespace().any(|listed| listed == region);
    let mut home = CURRENCIES.iter().filter(|(_, regions)| is_in(regions));
    let currency = home.next().map_or("USD", |(code, _)| code);
    let written_in = Currency::parse(input.currency.as_deref().unwrap_or(currency))?;
    Ok(Habits {
        notation: Notation::of(&locale, written_in),
        currency: currency.to_owned(),
        clock: if is_in(TWELVE) {
            ClockHabit::H12
        } else {
            ClockHabit::H24
        },
        week_starts: if is_in(SUNDAY) {
            WeekStart::Sunday
        } else {
            WeekStart::Monday
        },
        paper: if is_in(LETTER) {
            Paper::Letter
        } else {
            Paper::A4
        },
        locales: LOCALES.split_whitespace().map(str::to_owned).collect(),
        currencies: Currency::all()
            .map(|currency| currency.code().to_owned())
            .collect(),
        locale: tag,
    })
}

/// The tag itself where it is a language and a region; the first of its language where it has none, such as plain `fr`.
fn nearest(tag: &str) -> String {
    let parts: Vec<&str> = tag.split(['-', '_']).collect();
    let language = parts.first().copied().unwrap_or_default();
    let listed = || LOCALES.split_whitespace();
    let at_home = format!("{language}-{}", language.to_uppercase());
    let with_region = parts.last().map(|region| format!("{language}-{region}"));
    with_region
        .filter(|tag| Locale::parse(tag).is_ok())
        .or_else(|| (language == "en" || language.is_empty()).then(|| "en-US".to_owned()))
        .or_else(|| listed().find(|tag| *tag == at_home).map(str::to_owned))
        .or_else(|| {
            let first = listed().find(|tag| tag.split('-').next() == Some(language));
            first.map(str::to_owned)
        })
        .unwrap_or_else(|| "en-US".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(locale: &str) -> Habits {
        let locale = locale.to_owned();
        let currency = None;
        habits(&ShowHabits { locale, currency }).unwrap()
    }

    #[test]
    fn a_region_brings_its_currency_clock_week_and_paper() {
        let us = of("en-US");
        assert_eq!(
            (&*us.currency, us.clock, us.week_starts, us.paper),
            ("USD", ClockHabit::H12, WeekStart::Sunday, Paper::Letter)
        );
        let german = of("de-DE");
        assert_eq!(
            (
                &*german.currency,
                german.clock,
                german.week_starts,
                german.paper
            ),
            ("EUR", ClockHabit::H24, WeekStart::Monday, Paper::A4)
        );
        assert_eq!(of("de-LI").currency, "CHF");
    }

    #[test]
    fn what_a_pc_calls_its_language_leads_to_a_region() {
        for (said, meant) in [
            ("fr", "fr-FR"),
            ("en", "en-US"),
            ("sv", "sv-SE"),
            ("de_CH", "de-CH"),
            ("zh-Hant-TW", "zh-TW"),
            ("", "en-US"),
            ("C", "en-US"),
            ("xx", "en-US"),
            ("es-419", "es-ES"),
        ] {
            assert_eq!(of(said).locale, meant, "{said}");
        }
    }

    #[test]
    fn every_region_to_choose_has_a_currency_that_is_one() {
        for tag in LOCALES.split_whitespace() {
            let region = Locale::parse(tag).unwrap().region().to_owned();
            let homes = CURRENCIES
                .iter()
                .filter(|(_, regions)| regions.contains(&region));
            assert!(homes.count() > 0, "{tag}");
        }
        for (code, _) in CURRENCIES {
            assert!(Currency::parse(code).is_ok(), "{code}");
        }
    }
}
