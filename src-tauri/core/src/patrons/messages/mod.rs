//! What the desk is to tell a patron at the next visit, and what keeps them from borrowing until a day.
//!
//! *Message*: a text for a patron, from one day, maybe until another. *Acknowledged*: it was said to them; it is shown no
//! more, and goes when the library's grace has run. *Bars*: nothing is lent while it is in force; nobody acknowledges
//! it away, it is taken back.

mod acknowledge;
mod message;
mod store;
mod take_back;
mod write;

pub use acknowledge::{AcknowledgeMessage, acknowledge_message};
pub use message::{
    Acknowledged, Message, ShowMessages, bars, forget_messages, forgettable_messages, messages,
    messages_now,
};
pub use take_back::{TakeBackMessage, take_back_message};
pub use write::{WriteMessage, write_message};
