// How a person changes what a file's columns mean. What is right, the core says.
import type { FieldChoice, FileColumn, ImportKind, Inspection, Mapping, Suggestion } from "$api/generated";

/** How the file may be understood as one kind. */
export function suggestionFor(inspection: Inspection, kind: ImportKind): Suggestion | undefined {
  return inspection.suggestions.find((suggestion) => suggestion.mapping.kind === kind);
}

/** The column at that place fills another field from now on. */
export function withColumn(mapping: Mapping, place: number, field: string | null): Mapping {
  return { ...mapping, columns: mapping.columns.map((own, at) => (at === place ? field : own)) };
}

/** A field holds this where no column says anything; nothing takes it away again. */
export function withConstant(mapping: Mapping, field: string, value: string | null): Mapping {
  const { [field]: _, ...constants } = mapping.constants;
  return { ...mapping, constants: value ? { ...constants, [field]: value } : constants };
}

/** What stands in the file means this. */
export function withValue(mapping: Mapping, field: string, said: string, meant: string | null): Mapping {
  const { [said]: _, ...values } = mapping.values[field] ?? {};
  const kept = meant ? { ...values, [said]: meant } : values;
  return { ...mapping, values: { ...mapping.values, [field]: kept } };
}

/** Fields that a new record needs and nothing fills. */
export function missing(mapping: Mapping, fields: readonly FieldChoice[]): FieldChoice[] {
  const fills = (field: string) => field in mapping.constants || mapping.columns.includes(field);
  return fields.filter(
    ({ field, required }) =>
      required &&
      !fills(field) &&
      !(field === "family_name" && fills("name")) &&
      !(field === "name" && fills("family_name")) &&
      !(field === "name" && mapping.kind === "classes" && (fills("email") || fills("card"))),
  );
}

/** Whether records are told apart by this field, so that each row must have its own. */
export function isCode(field: string): boolean {
  return ["card", "barcode", "name"].includes(field);
}

/** Whether a column of the file holds days. */
export function hasDays(mapping: Mapping, fields: readonly FieldChoice[]): boolean {
  return fields.some(({ field, is_day }) => is_day && mapping.columns.includes(field));
}

/** Whether a file of classes has its first and last day. */
export function hasTerm({ kind, constants }: Mapping): boolean {
  return kind !== "classes" || ("first" in constants && "last" in constants);
}

/** Whether days of a mapped column could be read in two ways and nobody said which. */
export function daysUnclear(mapping: Mapping, columns: readonly FileColumn[], fields: readonly FieldChoice[]): boolean {
  const days = new Set(fields.filter((field) => field.is_day).map((field) => field.field));
  return columns.some((column, place) => {
    const field = mapping.columns[place];
    return field != null && days.has(field) && column.day_orders.length > 1;
  });
}
