//! Currencies by their ISO 4217 codes: how many decimals an amount has, and how people write the sign. It holds no amount.

use super::error::{Error, Result};

/// A currency in use, such as `USD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Currency(&'static str);

/// The currencies in use, by code.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN \
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD \
    HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD \
    MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON \
    RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX \
    USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

/// Those without a smaller unit, and those with a thousandth (ISO 4217, list one).
const WHOLE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
const THOUSANDTHS: &str = "BHD IQD JOD KWD LYD OMR TND";

/// How people write them at home; the others go by their codes.
const SIGNS: &[(&str, &str)] = &[
    (
        "$",
        "ARS AUD BBD BSD BZD CAD CLP COP FJD GYD HKD JMD LRD MXN NAD NZD SGD SRD TTD TWD USD UYU XCD",
    ),
    ("€", "EUR"),
    ("£", "EGP FKP GBP GIP SHP"),
    ("¥", "CNY JPY"),
    ("kr", "DKK ISK NOK SEK"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
    ("Ft", "HUF"),
    ("lei", "RON"),
    ("R$", "BRL"),
    ("R", "ZAR"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("₫", "VND"),
    ("₴", "UAH"),
    ("₺", "TRY"),
    ("₱", "PHP"),
    ("₦", "NGN"),
    ("₽", "RUB"),
    ("฿", "THB"),
    ("Rp", "IDR"),
    ("RM", "MYR"),
];

impl Currency {
    /// The currency of that code.
    pub fn parse(code: &str) -> Result<Self> {
        Self::all()
            .find(|currency| currency.0 == code)
            .ok_or_else(|| {
                let problem = format!("\"{code}\" is no currency; give its code such as USD");
                Error::invalid("currency", problem)
            })
    }

    /// All of them, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.split_whitespace().map(Self)
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// Decimals of an amount: 2 nearly everywhere, 0 or 3 elsewhere.
    pub fn digits(self) -> u8 {
        match () {
            () if listed(WHOLE, self.0) => 0,
            () if listed(THOUSANDTHS, self.0) => 3,
            () => 2,
        }
    }

    /// Its sign, or its code where it has none of its own.
    pub fn sign(self) -> &'static str {
        let sign = SIGNS.iter().find(|(_, codes)| listed(codes, self.0));
        sign.map_or(self.0, |(sign, _)| sign)
    }
}

fn listed(codes: &str, code: &str) -> bool {
    codes.split_whitespace().any(|listed| listed == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_told_from_a_slip() {
        for slip in ["usd", "EU", "XXX", "", "US D"] {
            assert!(Currency::parse(slip).is_err(), "{slip}");
        }
        assert_eq!(Currency::parse("EUR").unwrap().sign(), "€");
        assert_eq!(Currency::parse("CHF").unwrap().sign(), "CHF");
    }

    #[test]
    fn decimals_are_the_currencys_own() {
        let digits = |code| Currency::parse(code).unwrap().digits();
        assert_eq!([digits("USD"), digits("JPY"), digits("KWD")], [2, 0, 3]);
    }

    #[test]
    fn whatever_is_listed_anywhere_is_a_currency() {
        let signed = SIGNS.iter().map(|(_, codes)| *codes);
        for code in signed
            .chain([WHOLE, THOUSANDTHS])
            .flat_map(str::split_whitespace)
        {
            assert!(Currency::parse(code).is_ok(), "{code}");
        }
    }
}
