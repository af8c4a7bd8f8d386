//! Lets Tauri read its configuration, icons and capabilities. It makes nothing of Carrel's own.

fn main() {
    tauri_build::build();
}
