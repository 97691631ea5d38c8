/** The terminal as a channel: digests are printed; on a real terminal a prompt takes the commands of the chats. */
import { type Document, isForm, type Reply } from "../../src/document.ts";
import type { Adapter, Host, MessageRef } from "../../src/platform.ts";
import { askInTurn, type Questions } from "./questions.ts";
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
  /** Until then all is answered that was typed: one line after the other, however fast they come. */
  let answered: Promise<void> = Promise.resolve();
  const print = (document: Document): void =>
    screen.print(`\n${renderTerminal(document, { ...options.style(), prompt: options.interactive })}\n`);

  function listen(host: Host): void {
    const request = { channel: CHANNEL, user: "terminal:user", admin: true, locale };
    let questions: Questions | undefined;
    const show = (reply: Reply): void => {
      if (isForm(reply)) {
        questions = askInTurn(reply);
        screen.print(`${questions.next()}\n`);
      } else print(reply);
    };
    const answer = async (line: string): Promise<void> => {
      if (!questions && line.trim() === "") return screen.print("");
      const asked = questions?.answer(line);
      if (!questions || asked === "done") {
        const answers = questions && { line: questions.command, answers: questions.answers };
        questions = undefined;
        show(await host.answer({ ...request, line, ...answers }));
      } else screen.print(`${questions.next()}\n`);
    };
    screen.open((line) => {
      answered = answered.then(() => answer(line));
    }, options.interrupt);
  }

  return {
    name: "terminal",
    chat: false,
    // A terminal scrolls.
    fits: () => true,
    start: async (host) => {
      if (!options.interactive) return;
      screen.print(`${options.hint}\n`);
      listen(host);
    },
    post: async (channel, part): Promise<MessageRef> => {
      if (!shown.has(part.key)) print(part.document);
      shown.add(part.key);
      return { channel, messageId: part.key };
    },
    stop: async () => {
      screen.close();
      await answered;
    },
  };
}
