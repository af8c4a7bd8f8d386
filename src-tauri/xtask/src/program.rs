//! A program to run, always from a named folder. Its output is the user's, unless it is asked for.

use std::env;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::place::root;
use crate::stop::Stop;

/// One call of another program.
pub(crate) struct Program {
    command: Command,
}

impl Program {
    /// Any program, run from the project's root.
    pub(crate) fn new(name: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(name);
        command.current_dir(root());
        Self { command }
    }

    /// The cargo that runs this errand, told nothing of the errand's own package.
    pub(crate) fn cargo(arguments: &[&str]) -> Self {
        let mut program =
            Self::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into())).args(arguments);
        let own =
            |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
        for (name, _) in env::vars_os().filter(|(name, _)| name.to_str().is_some_and(own)) {
            program.command.env_remove(name);
        }
        program
    }

    /// npm in the UI's folder.
    pub(crate) fn npm(arguments: &[&str]) -> Self {
        Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
            .args(arguments)
            .at(&root().join("ui"))
    }

    pub(crate) fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.command.args(arguments);
        self
    }

    pub(crate) fn at(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs it to its end and demands success.
    pub(crate) fn run(mut self) -> Result<(), Stop> {
        let status = self.command.status();
        let status = status.map_err(|source| Stop::NotStarted {
            program: self.name(),
            source,
        })?;
        if status.success() {
            Ok(())
        } else {
            Err(Stop::Failed {
                line: self.line(),
                status,
            })
        }
    }

    /// Whether it can be run and succeeds, without a word.
    pub(crate) fn succeeds(mut self) -> bool {
        let status = self
            .command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        status.is_ok_and(|status| status.success())
    }

    /// What it prints, whether it succeeds or not; its complaints are dropped.
    pub(crate) fn answer(mut self) -> Result<String, Stop> {
        self.command.stderr(Stdio::null());
        let output = self.finish()?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// What it writes, and a failure if it fails; its complaints are shown.
    pub(crate) fn bytes(mut self) -> Result<Vec<u8>, Stop> {
        self.command.stderr(Stdio::inherit());
        let output = self.finish()?;
        if output.status.success() {
            Ok(output.stdout)
        } else {
            Err(Stop::Failed {
                line: self.line(),
                status: output.status,
            })
        }
    }

    fn finish(&mut self) -> Result<Output, Stop> {
        let output = self.command.output();
        output.map_err(|source| Stop::NotStarted {
            program: self.name(),
            source,
        })
    }

    fn name(&self) -> String {
        let name = Path::new(self.command.get_program()).file_stem();
        name.unwrap_or_default().to_string_lossy().into_owned()
    }

    fn line(&self) -> String {
        let arguments = self
            .command
            .get_args()
            .map(|argument| argument.to_string_lossy().into_owned());
        std::iter::once(self.name())
            .chain(arguments)
            .collect::<Vec<_>>()
            .join(" ")
    }
}
