//! What a Rust file says, read once: strings, paths, attributes, functions, types. It judges nothing.

use std::ops::RangeInclusive;
use std::str::FromStr;

use proc_macro2::{Ident, TokenStream};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::tokens::Walk;

/// Something said at a line.
#[derive(Debug)]
pub(super) struct Fact {
    pub(super) line: usize,
    pub(super) text: String,
}

/// A function with a body, from its signature to its last brace.
#[derive(Debug)]
pub(super) struct Function {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) lines: usize,
}

/// All that the rules ask of one Rust file.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Why the file could not be read as Rust.
    pub(super) broken: Option<String>,
    /// String literals, those of attributes and docs aside.
    pub(super) strings: Vec<Fact>,
    /// Paths of two segments or more, `use` trees unrolled, `self` and `super` made absolute: `crate::catalog::Item`.
    pub(super) paths: Vec<Fact>,
    /// Names called as methods.
    pub(super) methods: Vec<Fact>,
    /// `ignore` and `allow`, each where an attribute says so.
    pub(super) silences: Vec<Fact>,
    pub(super) functions: Vec<Function>,
    /// Names of structs, enums, unions, traits and aliases.
    pub(super) types: Vec<Fact>,
    /// The lines of test code.
    pub(super) tests: Vec<RangeInclusive<usize>>,
}

impl Facts {
    pub(super) fn read(path: &str, text: &str) -> Self {
        let mut facts = Self::default();
        match parse(text) {
            Ok((tokens, file)) => {
                Walk::new(&mut facts, path).tokens(tokens);
                facts.visit_file(&file);
            }
            Err(error) => facts.broken = Some(error.to_string()),
        }
        facts
    }

    /// Whether the line belongs to `#[cfg(test)]` or `#[test]` code.
    pub(super) fn is_test(&self, line: usize) -> bool {
        self.tests.iter().any(|range| range.contains(&line))
    }
}

impl<'ast> Visit<'ast> for Facts {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.types.push(named(&item.ident));
        visit::visit_item_enum(self, item);
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.types.push(named(&item.ident));
        visit::visit_item_struct(self, item);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.types.push(named(&item.ident));
        visit::visit_item_trait(self, item);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.types.push(named(&item.ident));
        visit::visit_item_type(self, item);
    }

    fn visit_item_union(&mut self, item: &'ast syn::ItemUnion) {
        self.types.push(named(&item.ident));
        visit::visit_item_union(self, item);
    }
}

impl Facts {
    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let line = signature.span().start().line;
        let lines = block.span().end().line + 1 - line;
        self.functions.push(Function {
            line,
            name: signature.ident.to_string(),
            lines,
        });
    }
}

fn parse(text: &str) -> syn::Result<(TokenStream, syn::File)> {
    let tokens = TokenStream::from_str(text)?;
    let file = syn::parse2(tokens.clone())?;
    Ok((tokens, file))
}

fn named(ident: &Ident) -> Fact {
    Fact {
        line: ident.span().start().line,
        text: ident.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(path: &str, text: &str) -> Vec<String> {
        Facts::read(path, text)
            .paths
            .into_iter()
            .map(|fact| fact.text)
            .collect()
    }

    #[test]
    fn use_trees_are_unrolled_and_macros_seen_through() {
        let text = "use crate::{a::{self, B}, c::*}; fn f() { assert!(crate::d::E::g() == vec![crate::h!()]) }";
        assert_eq!(
            paths("core/src/x.rs", text),
            ["crate::a", "crate::a::B", "crate::c::*", "crate::d::E::g"]
        );
    }

    #[test]
    fn super_and_self_become_absolute() {
        let text = "use super::store; mod tests { use super::super::y; fn f() { self::g::h() } }";
        assert_eq!(
            paths("core/src/a/b.rs", text),
            ["crate::a::store", "crate::a::y", "crate::a::b::tests::g::h"]
        );
        assert_eq!(
            paths("core/src/a/mod.rs", "use super::z::Z;"),
            ["crate::z::Z"]
        );
    }

    #[test]
    fn strings_come_from_code_and_macros_but_not_from_docs() {
        let facts = Facts::read(
            "a.rs",
            "//! docs\n/// more\n#[doc = \"d\"]\nfn f() { g!(\"one\", r#\"two\"#) }",
        );
        let strings: Vec<&str> = facts
            .strings
            .iter()
            .map(|fact| fact.text.as_str())
            .collect();
        assert_eq!(strings, ["one", "two"]);
        assert_eq!(facts.strings[0].line, 4);
    }

    #[test]
    fn test_code_is_told_from_the_rest() {
        let facts = Facts::read(
            "a.rs",
            "fn f() {}\n#[cfg(test)]\nmod tests {\n}\n#[cfg(not(test))]\nfn g() {\n}\n",
        );
        assert_eq!(
            (1..=7)
                .filter(|line| facts.is_test(*line))
                .collect::<Vec<_>>(),
            [2, 3, 4]
        );
    }

    #[test]
    fn a_file_that_is_no_rust_says_so() {
        assert!(Facts::read("a.rs", "fn f( {").broken.is_some());
    }
}
