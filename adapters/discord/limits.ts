/** What Discord takes, in characters. It does not say of what kind: UTF-16 units are the most that any reading counts. */
export const LIMITS = {
  /** All text of one message is 4,000, its components are 40: room is left for the mark that something is missing. */
  text: 3999,
  components: 39,
  rowButtons: 5,
  buttonLabel: 80,
  customId: 100,
  /** A masked link with a longer address is shown as its words alone. */
  url: 1000,
  threadName: 100,
  nonce: 25,
  history: 100,
  choices: 25,
  choice: 100,
  modalTitle: 45,
  modalFields: 5,
  fieldLabel: 45,
  fieldHint: 100,
  fieldValue: 4000,
} as const;

/** Cuts to so many UTF-16 units, never through a character, and shows that it did. */
export function cut(value: string, most: number): string {
  if (value.length <= most) return value;
  const kept = value.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
