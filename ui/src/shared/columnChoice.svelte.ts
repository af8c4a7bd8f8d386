// Which columns a table shows, remembered on this computer under the table's name.
import type { Column } from "./table";

export class ColumnChoice {
  #name: string;
  #shown = $state.raw<ReadonlySet<string> | null>(null);

  constructor(name: string) {
    this.#name = `carrel.columns.${name}`;
    const kept = localStorage.getItem(this.#name);
    if (kept !== null) this.#shown = new Set(kept.split(" "));
  }

  /** The columns to show, in their own order; at least one. */
  of<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
    const shown = columns.filter((column) => this.shows(column));
    return shown.length > 0 ? shown : columns.slice(0, 1);
  }

  shows<Row>(column: Column<Row>): boolean {
    return this.#shown ? this.#shown.has(column.id) : !column.extra;
  }

  toggle<Row>(column: Column<Row>, columns: readonly Column<Row>[]): void {
    const wanted = columns.filter((other) => (other === column ? !this.shows(other) : this.shows(other)));
    this.#shown = new Set(wanted.map((column) => column.id));
    localStorage.setItem(this.#name, [...this.#shown].join(" "));
  }
}
