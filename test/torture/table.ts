/** What a run did and found, for people. */
export type Row = readonly [label: string, value: number | string];

export class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string, by = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by);
  }

  count(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** By name. */
  rows(): Row[] {
    return [...this.#counts].sort(([a], [b]) => a.localeCompare(b));
  }
}

const indent = (rows: readonly Row[]): Row[] => rows.map(([label, value]) => [`  ${label}`, value]);

/** Groups with a title each; one without rows is left out. */
export function formatTable(groups: readonly (readonly [title: string, rows: readonly Row[]])[]): string {
  const lines = groups.flatMap(([title, rows]): Row[] => (rows.length > 0 ? [[title, ""], ...indent(rows)] : []));
  const width = Math.max(...lines.map(([label]) => label.length)) + 2;
  return lines.map(([label, value]) => `${label.padEnd(width)}${String(value).padStart(8)}`.trimEnd()).join("\n");
}
