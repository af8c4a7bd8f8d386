// The table of pages: what the rail shows, what the address means, who may see it.
import BookCopy from "@lucide/svelte/icons/book-copy";
import CalendarDays from "@lucide/svelte/icons/calendar-days";
import ChartColumn from "@lucide/svelte/icons/chart-column";
import CalendarRange from "@lucide/svelte/icons/calendar-range";
import Clock from "@lucide/svelte/icons/clock";
import IdCard from "@lucide/svelte/icons/id-card";
import ScanBarcode from "@lucide/svelte/icons/scan-barcode";
import Settings from "@lucide/svelte/icons/settings";
import Sun from "@lucide/svelte/icons/sun";
import UsersRound from "@lucide/svelte/icons/users-round";
import type { Component } from "svelte";
import type { Lending, Permission } from "$api/generated";
import DeskPage from "$features/circulation/DeskPage.svelte";
import ItemsPage from "$features/catalog/ItemsPage.svelte";
import HoursPage from "$features/hours/HoursPage.svelte";
import PatronsPage from "$features/patrons/PatronsPage.svelte";
import ReportsPage from "$features/reports/ReportsPage.svelte";
import RotasPage from "$features/rotas/RotasPage.svelte";
import SchedulePage from "$features/schedule/SchedulePage.svelte";
import StaffPage from "$features/staff/StaffPage.svelte";
import TodayPage from "$features/today/TodayPage.svelte";
import type { Icon } from "$shared/icon";
import type { PageId, PageProps } from "$shared/navigation";
import SettingsPage from "./SettingsPage.svelte";
import { words } from "./words";

export interface Page {
  id: PageId;
  title: string;
  icon: Icon;
  component: Component<PageProps>;
  /** Any one of these opens the page. */
  permissions: readonly Permission[];
  key: string;
}

/** The rail, group by group, in reading order; a group without a title leads. */
export const rail: readonly { title: string; pages: readonly Page[] }[] = [
  {
    title: "",
    pages: [page("today", Sun, TodayPage, ["signed_in"], 1), page("desk", ScanBarcode, DeskPage, ["lend"], 2)],
  },
  {
    title: words.groups.lending,
    pages: [page("patrons", IdCard, PatronsPage, ["lend"], 3), page("items", BookCopy, ItemsPage, ["signed_in"], 4)],
  },
  {
    title: words.groups.people,
    pages: [
      page("schedule", CalendarDays, SchedulePage, ["signed_in"], 5),
      page("rotas", CalendarRange, RotasPage, ["edit_schedule"], 0),
      page("staff", UsersRound, StaffPage, ["signed_in"], 6),
      page("hours", Clock, HoursPage, ["signed_in"], 9),
    ],
  },
  {
    title: words.groups.control,
    pages: [
      page("reports", ChartColumn, ReportsPage, ["read_reports"], 7),
      page("settings", Settings, SettingsPage, ["edit_policies", "manage_accounts", "import_records", "read_audit"], 8),
    ],
  },
];

/** Out of sight where another system lends, until the library wants them. What one may do, the core decides all the same. */
const LENDING: readonly PageId[] = ["desk", "patrons", "items"];

/** What someone with these permissions finds in a library where `lends` does the lending. */
export function pagesFor(permissions: readonly Permission[], lends: Lending): Page[] {
  const open = (page: Page) =>
    page.permissions.some((permission) => permissions.includes(permission)) &&
    (lends === "carrel" || !LENDING.includes(page.id));
  return rail.flatMap((group) => group.pages).filter(open);
}

function page(
  id: PageId,
  icon: Icon,
  component: Component<PageProps>,
  permissions: Permission[],
  number: number,
): Page {
  return { id, title: words.pages[id], icon, component, permissions, key: `Alt+${number}` };
}
