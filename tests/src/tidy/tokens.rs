//! One pass over a Rust file's tokens, for its facts. It looks inside macros, where `syn` has no tree, and judges nothing.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};

use super::facts::{Fact, Facts};

/// One pass over the tokens of a module.
pub(super) struct Walk<'f> {
    facts: &'f mut Facts,
    module: Vec<String>,
}

impl<'f> Walk<'f> {
    pub(super) fn new(facts: &'f mut Facts, path: &str) -> Self {
        Self {
            facts,
            module: module_of(path),
        }
    }

    pub(super) fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at = self.step(&tokens, at);
        }
    }

    /// Reads what begins at `at` and says where the next thing begins.
    fn step(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        match &tokens[at] {
            TokenTree::Punct(punct) if punct.as_char() == '#' => self.attribute(tokens, at),
            TokenTree::Ident(ident) if ident == "mod" => self.inline_module(tokens, at),
            TokenTree::Ident(_) => self.path(tokens, at, &[]),
            TokenTree::Group(group) => {
                self.tokens(group.stream());
                at + 1
            }
            TokenTree::Literal(literal) => {
                self.facts.strings.extend(string(literal));
                at + 1
            }
            TokenTree::Punct(_) => at + 1,
        }
    }

    fn attribute(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let inner = is_punct(tokens.get(at + 1), '!');
        let place = at + 1 + usize::from(inner);
        let Some(TokenTree::Group(group)) = tokens.get(place) else {
            return at + 1;
        };
        let line = group.span().start().line;
        let silences = ["ignore", "allow"]
            .into_iter()
            .filter(|word| silences(group.stream(), word));
        self.facts.silences.extend(silences.map(|word| Fact {
            line,
            text: word.to_owned(),
        }));
        if marks_test(&group.stream()) {
            let end = if inner {
                usize::MAX
            } else {
                end_of_item(&tokens[place + 1..]).unwrap_or(line)
            };
            self.facts.tests.push(line..=end);
        }
        place + 1
    }

    fn inline_module(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) =
            (tokens.get(at + 1), tokens.get(at + 2))
        else {
            return at + 1;
        };
        self.module.push(name.to_string());
        self.tokens(body.stream());
        self.module.pop();
        at + 3
    }

    /// Reads a path, or the branch of a `use` tree that hangs on `prefix`.
    fn path(&mut self, tokens: &[TokenTree], at: usize, prefix: &[String]) -> usize {
        let line = tokens[at].span().start().line;
        let mut path = prefix.to_vec();
        let mut next = at;
        loop {
            match tokens.get(next) {
                Some(TokenTree::Ident(ident)) => path.push(ident.to_string()),
                Some(TokenTree::Punct(star)) if star.as_char() == '*' => path.push("*".to_owned()),
                Some(TokenTree::Group(branches)) if branches.delimiter() == Delimiter::Brace => {
                    self.branches(branches, &path);
                    return next + 1;
                }
                _ => break,
            }
            next += 1;
            if !(is_punct(tokens.get(next), ':') && is_punct(tokens.get(next + 1), ':')) {
                break;
            }
            next += 2;
        }
        self.keep(tokens, at, next, line, &path);
        next.max(at + 1)
    }

    fn keep(&mut self, tokens: &[TokenTree], at: usize, next: usize, line: usize, path: &[String]) {
        let called = matches!(tokens.get(next), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
        let is_method = at > 0 && is_punct(tokens.get(at - 1), '.');
        // An exported macro has no other address than the crate's root.
        let is_root_macro = path.len() == 2 && is_punct(tokens.get(next), '!');
        if path.len() > 1 && !is_root_macro {
            self.facts.paths.push(Fact {
                line,
                text: absolute(path, &self.module).join("::"),
            });
        } else if path.len() == 1 && called && is_method {
            self.facts.methods.push(Fact {
                line,
                text: path[0].clone(),
            });
        }
    }

    fn branches(&mut self, branches: &Group, prefix: &[String]) {
        let tokens: Vec<TokenTree> = branches.stream().into_iter().collect();
        for branch in tokens
            .split(|token| is_punct(Some(token), ','))
            .filter(|branch| !branch.is_empty())
        {
            if matches!(&branch[0], TokenTree::Ident(ident) if ident == "self") {
                let line = branch[0].span().start().line;
                self.facts.paths.push(Fact {
                    line,
                    text: absolute(prefix, &self.module).join("::"),
                });
            } else {
                self.path(branch, 0, prefix);
            }
        }
    }
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

fn string(literal: &Literal) -> Option<Fact> {
    let line = literal.span().start().line;
    let string: syn::LitStr = syn::parse2(TokenTree::from(literal.clone()).into()).ok()?;
    Some(Fact {
        line,
        text: string.value(),
    })
}

fn absolute(path: &[String], module: &[String]) -> Vec<String> {
    let ups = path
        .iter()
        .take_while(|segment| *segment == "super")
        .count();
    let is_self = path.first().is_some_and(|segment| segment == "self");
    if ups == 0 && !is_self {
        return path.to_vec();
    }
    let base = &module[..module.len().saturating_sub(ups).max(1)];
    base.iter()
        .chain(&path[ups.max(usize::from(is_self))..])
        .cloned()
        .collect()
}

/// Whether an attribute ignores a test or allows a lint, be it inside `cfg_attr`.
fn silences(attribute: TokenStream, word: &str) -> bool {
    let tokens: Vec<TokenTree> = attribute.into_iter().collect();
    let first = tokens.first().map(TokenTree::to_string).unwrap_or_default();
    let mut inside = tokens.iter().filter_map(group).flat_map(Group::stream);
    first == word || (first == "cfg_attr" && inside.any(|token| token.to_string() == word))
}

/// `#[test]`, `#[cfg(test)]`, `#[cfg(all(test, …))]`, but not `#[cfg(not(test))]`.
fn marks_test(attribute: &TokenStream) -> bool {
    let text = attribute.to_string().replace(' ', "");
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    text == "test"
        || (text.starts_with("cfg(")
            && words.any(|word| word == "test")
            && !text.contains("not(test"))
}

/// The last line of the item that follows an attribute: its first `;` or block.
fn end_of_item(tokens: &[TokenTree]) -> Option<usize> {
    let is_block = |token| group(token).is_some_and(|group| group.delimiter() == Delimiter::Brace);
    let end = tokens
        .iter()
        .find(|token| is_block(token) || is_punct(Some(token), ';'))?;
    Some(end.span().end().line)
}

fn group(token: &TokenTree) -> Option<&Group> {
    if let TokenTree::Group(group) = token {
        Some(group)
    } else {
        None
    }
}

/// The module that a file is: `["crate", "catalog", "item"]` for `…/src/catalog/item.rs`.
fn module_of(path: &str) -> Vec<String> {
    let inside = path.rsplit_once("src/").map_or(path, |(_, inside)| inside);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    let parts = inside
        .split('/')
        .filter(|part| !matches!(*part, "mod" | "lib" | "main"));
    std::iter::once("crate")
        .chain(parts)
        .map(str::to_owned)
        .collect()
}
