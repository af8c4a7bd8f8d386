//! Carrel's desktop shell: a window, and one door into the core. It knows nothing of libraries.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod door;
mod paths;
mod premises;
mod printing;
mod system;
mod window;

fn main() -> tauri::Result<()> {
    if std::env::args_os()
        .nth(1)
        .is_some_and(|first| first == carrel_core::solving::WORKER)
    {
        return Ok(carrel_core::solving::serve()?);
    }
    window::run()
}
