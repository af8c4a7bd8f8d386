//! The types that the window uses are the core's own: `ui/src/api/generated.ts` is what the registry says today.

use std::path::Path;
use std::{env, fs};

use carrel_core::front;

#[test]
fn the_windows_types_are_the_cores() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/api/generated.ts");
    let wanted = front::contract().typescript();
    if env::var_os("CARREL_BLESS").is_some() {
        fs::write(&file, &wanted).unwrap();
    }
    let is = fs::read_to_string(&file).unwrap();
    assert!(
        is == wanted,
        "ui/src/api/generated.ts is stale: run `cargo xtask ui-types`"
    );
}

#[test]
fn every_command_is_named_after_its_domain_and_verb() {
    for command in front::commands() {
        let (domain, verb) = command.name.split_once('.').unwrap();
        let plain = |word: &str| {
            word.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        };
        assert!(plain(domain) && plain(verb), "{}", command.name);
    }
}
