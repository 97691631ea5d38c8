/** The terminal as a channel: digests are printed; on a real terminal a prompt takes the commands of the chats. */
import type { Adapter, MessageRef, Part } from "../../src/ports.ts";
import { LIMITS } from "./limits.ts";
import { renderTerminal, type TerminalStyle } from "./render.ts";
import type { Screen } from "./screen.ts";

export interface TerminalOptions {
  readonly screen: Screen;
  /** Read anew for each print: windows change their size. */
  readonly style: () => TerminalStyle;
  /** True where a person sits: a prompt is shown. */
  readonly interactive: boolean;
  readonly locale: string;
  /** One line that says how to begin. */
  readonly hint: string;
  /** Called when a person ends the program at the prompt. */
  readonly interrupt: () => void;
}

const CHANNEL = "terminal:console";

export function createTerminalAdapter(options: TerminalOptions): Adapter {
  const { screen, locale } = options;
  const shown = new Set<string>();
  const print = ({ document }: Pick<Part, "document">): void =>
    screen.print(`\n${renderTerminal(document, options.style())}\n`);
  return {
    name: "terminal",
    limits: LIMITS,
    start: async (answer) => {
      if (!options.interactive) return;
      screen.print(`${options.hint}\n`);
      screen.open((line) => {
        const request = { channel: CHANNEL, user: "terminal:user", admin: true, locale, line };
        void answer(request).then((document) => print({ document }));
      }, options.interrupt);
    },
    post: async (channel, part): Promise<MessageRef> => {
      if (!shown.has(part.key)) print(part);
      shown.add(part.key);
      return { channel, messageId: part.key };
    },
    stop: async () => screen.close(),
  };
}
