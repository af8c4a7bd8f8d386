//! The columns of a timetable, and what registrars, students and Carrel call them. It reads no row.

use crate::transfer::form::plain;

/// A column of a timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::transfer) enum Column {
    /// Whose class it is, the whole name.
    Person,
    Given,
    Family,
    Email,
    Card,
    Title,
    Days,
    Start,
    End,
    Time,
    First,
    Last,
    Weeks,
}

/// Each column with the field that it fills and its names.
const COLUMNS: [(Column, &str, &[&str]); 13] = [
    (
        Column::Person,
        "name",
        &[
            "student",
            "studentname",
            "person",
            "employee",
            "employeename",
            "worker",
            "staff",
            "staffname",
            "fullname",
            "who",
        ],
    ),
    (
        Column::Given,
        "given_name",
        &["firstname", "givenname", "studentfirstname", "forename"],
    ),
    (
        Column::Family,
        "family_name",
        &["lastname", "familyname", "surname", "studentlastname"],
    ),
    (
        Column::Email,
        "email",
        &["email", "emailaddress", "studentemail", "mail"],
    ),
    (
        Column::Card,
        "card",
        &[
            "id",
            "studentid",
            "studentnumber",
            "employeeid",
            "barcode",
            "card",
            "cardnumber",
            "netid",
        ],
    ),
    (
        Column::Title,
        "title",
        &[
            "title",
            "course",
            "coursetitle",
            "coursename",
            "class",
            "subject",
            "section",
            "activity",
            "summary",
        ],
    ),
    (
        Column::Days,
        "days",
        &[
            "days",
            "day",
            "weekday",
            "weekdays",
            "meetingdays",
            "dayofweek",
            "daysofweek",
            "meetingpattern",
            "meets",
            "pattern",
        ],
    ),
    (
        Column::Start,
        "start",
        &[
            "start",
            "starttime",
            "begin",
            "begins",
            "begintime",
            "from",
            "starts",
            "timestart",
        ],
    ),
    (
        Column::End,
        "end",
        &[
            "end",
            "endtime",
            "ends",
            "to",
            "until",
            "finish",
            "finishtime",
            "timeend",
        ],
    ),
    (
        Column::Time,
        "time",
        &["time", "times", "meetingtime", "meetingtimes", "hours"],
    ),
    (
        Column::First,
        "first",
        &[
            "first",
            "firstday",
            "startdate",
            "fromdate",
            "begindate",
            "datestart",
            "startday",
        ],
    ),
    (
        Column::Last,
        "last",
        &["last", "lastday", "enddate", "todate", "dateend", "endday"],
    ),
    (
        Column::Weeks,
        "weeks",
        &["weeks", "week", "alternate", "repeats", "frequency"],
    ),
];

impl Column {
    /// The column that fills a field of that name.
    pub(in crate::transfer) fn of_field(field: &str) -> Option<Self> {
        let known = COLUMNS.iter().find(|(_, own, _)| *own == field);
        known.map(|(column, ..)| *column)
    }

    /// The field that it fills.
    pub(in crate::transfer) fn field(self) -> &'static str {
        let own = COLUMNS.iter().find(|(column, ..)| *column == self);
        own.map_or("", |(_, field, _)| field)
    }
}

/// The field that a column of that name fills in a timetable.
pub(in crate::transfer) fn field_of(name: &str) -> Option<&'static str> {
    column(name).map(Column::field)
}

/// What the columns of a first row are. "Name" is a person's where another column names the course, and the course's
/// where it does not.
pub(in crate::transfer) fn columns(header: &[String]) -> Vec<Option<Column>> {
    let mut columns: Vec<_> = header.iter().map(|name| column(name)).collect();
    let has = |wanted| columns.contains(&Some(wanted));
    let person = has(Column::Person) || has(Column::Family);
    let named = if has(Column::Title) && !person {
        Some(Column::Person)
    } else if has(Column::Title) {
        None
    } else {
        Some(Column::Title)
    };
    for (name, own) in header.iter().zip(&mut columns) {
        if own.is_none() && plain(name) == "name" {
            *own = named;
        }
    }
    columns
}

/// Whether columns say on which days and from when to when classes meet.
pub(in crate::transfer) fn is_timetable(columns: &[Option<Column>], header: &[String]) -> bool {
    let has = |wanted| columns.contains(&Some(wanted));
    let timed = has(Column::Time) || (has(Column::Start) && has(Column::End));
    let in_one = || header.iter().any(|name| plain(name).starts_with("meeting"));
    has(Column::Days) && (timed || in_one())
}

fn column(name: &str) -> Option<Column> {
    let plain = plain(name);
    let known = COLUMNS
        .iter()
        .find(|(.., names)| names.contains(&plain.as_str()));
    known.map(|(column, ..)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(header: &[&str]) -> Vec<&'static str> {
        let header: Vec<_> = header.iter().map(|name| (*name).to_owned()).collect();
        let columns = columns(&header).into_iter();
        columns
            .map(|column| column.map_or("", Column::field))
            .collect()
    }

    #[test]
    fn a_name_is_whose_class_it_is_where_the_course_has_a_column_of_its_own() {
        assert_eq!(of(&["Name", "Course", "Days"]), ["name", "title", "days"]);
        assert_eq!(of(&["Name", "Days"]), ["title", "days"]);
        assert_eq!(of(&["Student", "Name", "Days"]), ["name", "title", "days"]);
        assert_eq!(
            of(&["Last Name", "First Name", "Class", "Name"]),
            ["family_name", "given_name", "title", ""]
        );
    }
}
