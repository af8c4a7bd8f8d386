//! Names for invented people, in the letters that real patrons bring. Nobody here is anybody.

use super::dice::Dice;

/// Given and family names that go together.
struct Tongue {
    weight: u32,
    given: &'static [&'static str],
    family: &'static [&'static str],
}

const TONGUES: [Tongue; 9] = [
    Tongue {
        weight: 46,
        given: &[
            "Alice",
            "Amara",
            "Beatrice",
            "Caleb",
            "Daniel",
            "Edith",
            "Felix",
            "Grace",
            "Hannah",
            "Isaac",
            "June",
            "Kofi",
            "Leah",
            "Marcus",
            "Naomi",
            "Oscar",
            "Priscilla",
            "Quentin",
            "Ruth",
            "Silas",
            "Tabitha",
            "Ursula",
            "Victor",
            "Winifred",
            "Zachary",
        ],
        family: &[
            "Abernathy",
            "Bellweather",
            "Carver",
            "Dunmore",
            "Eastlake",
            "Fairbanks",
            "Greenwood",
            "Hollis",
            "Ives",
            "Jarrett",
            "Kettering",
            "Lockridge",
            "Merriweather",
            "Norwood",
            "O'Neill",
            "Pemberton",
            "Quincy",
            "Rutherford",
            "Stanhope",
            "Thackeray-Wood",
            "Underhill",
            "Vance",
            "Whitlock",
            "Yarrow",
        ],
    },
    Tongue {
        weight: 12,
        given: &[
            "José", "María", "Lucía", "Íñigo", "Ximena", "Ramón", "Inés", "Raúl",
        ],
        family: &[
            "Núñez",
            "García Peña",
            "Muñoz",
            "Ibáñez",
            "de la Cruz",
            "Ordóñez",
        ],
    },
    Tongue {
        weight: 8,
        given: &["Thị Ánh", "Văn Dũng", "Minh Châu", "Thị Hồng", "Quốc Bảo"],
        family: &["Nguyễn", "Trần", "Lê", "Phạm", "Đặng"],
    },
    Tongue {
        weight: 7,
        given: &["Łukasz", "Małgorzata", "Grażyna", "Wojciech", "Zofia"],
        family: &["Wiśniewski", "Żółkiewska", "Dąbrowski", "Gołębiowska"],
    },
    Tongue {
        weight: 6,
        given: &["Øystein", "Åse", "Sølvi", "Bjørn", "Pär"],
        family: &["Ødegård", "Sjöström", "Bjørnstad", "Ångström"],
    },
    Tongue {
        weight: 5,
        given: &["Γιώργος", "Ελένη", "Δημήτρης", "Χρυσούλα"],
        family: &["Παπαδόπουλος", "Οικονόμου", "Ξενάκης"],
    },
    Tongue {
        weight: 6,
        given: &["Ольга", "Сергей", "Наталья", "Юрий", "Щукарь"],
        family: &["Иванова", "Кузнецов", "Ежова", "Цветаев"],
    },
    Tongue {
        weight: 6,
        given: &["Müge", "Çağla", "Işıl", "Şükrü", "Ömer"],
        family: &["Yıldız", "Özgür", "Kılıç", "Çelik"],
    },
    Tongue {
        weight: 4,
        given: &["Siobhán", "Pádraig", "Gráinne", "Caoimhe"],
        family: &["Ó Súilleabháin", "Ní Dhomhnaill", "Mac Giolla Phádraig"],
    },
];

/// People whose names try what a form, a list and a label can bear: given name, family name.
pub(super) const TRYING: [(&str, &str); 10] = [
    ("Thị Ánh", "Nguyễn"),
    ("Γιώργος", "Παπαδόπουλος"),
    ("Ольга", "Иванова"),
    ("Øystein", "Ødegård"),
    ("Łukasz", "Wiśniewski"),
    ("José", "Núñez"),
    ("Fionnuala", "O'Neill"),
    ("", "Sukarno"),
    ("", "Teller"),
    (
        "Maria Theresia Walburga",
        "von Hohenstein-Waldburg zu Wolfegg und Bad Waldsee-Trauchburg",
    ),
];

/// A given and a family name.
pub(super) fn name(dice: &mut Dice) -> (&'static str, &'static str) {
    let weights = TONGUES.each_ref().map(|tongue| tongue.weight);
    let tongue = &TONGUES[dice.weighed(&weights)];
    (*dice.pick(tongue.given), *dice.pick(tongue.family))
}

/// An author's name as catalogs file it, in Latin letters.
pub(super) fn author(dice: &mut Dice) -> (&'static str, &'static str) {
    let tongue = &TONGUES[dice.weighed(&[70, 20, 0, 0, 10])];
    (*dice.pick(tongue.given), *dice.pick(tongue.family))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_has_eighty_letters() {
        let longest = TRYING
            .iter()
            .map(|(given, family)| format!("{given} {family}").chars().count())
            .max();
        assert!(longest >= Some(80), "{longest:?}");
    }
}
