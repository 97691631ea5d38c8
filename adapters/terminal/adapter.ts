/** The terminal as a channel: digests are printed; on a real terminal a prompt takes the commands of the chats. */
import { createInterface, type Interface } from "node:readline";
import type { Adapter, Answer, MessageRef, Part } from "../../src/ports.ts";
import { LIMITS } from "./limits.ts";
import { renderTerminal } from "./render.ts";

export interface TerminalOptions {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly color: boolean;
  readonly locale: string;
  /** One line that says how to begin, printed above the first prompt. */
  readonly hint: string;
  /** Called on Ctrl-C or Ctrl-D at the prompt. */
  readonly interrupt: () => void;
}

const CHANNEL = "terminal:console";
const PROMPT = "举要 › ";
/** Columns where the output is a file or a pipe. */
const PIPE_COLUMNS = 80;

export function createTerminalAdapter(options: TerminalOptions): Adapter {
  const { input, output, color } = options;
  const shown = new Set<string>();
  let prompt: Interface | undefined;

  const print = (text: string): void => {
    // A digest that arrives while somebody types goes above the line, which is then shown again.
    if (prompt) output.write("\r\u001b[2K");
    output.write(text);
    prompt?.prompt(true);
  };
  const render = (part: Pick<Part, "document">): string =>
    `\n${renderTerminal(part.document, { columns: output.columns ?? PIPE_COLUMNS, color })}\n`;

  function open(answer: Answer): Interface {
    const opened = createInterface({ input, output, prompt: PROMPT });
    opened.on("line", (line) => {
      if (line.trim() === "") return opened.prompt();
      const request = { channel: CHANNEL, user: "terminal:user", admin: true, locale: options.locale, line };
      void answer(request).then((document) => print(render({ document })));
    });
    opened.on("SIGINT", options.interrupt);
    opened.on("close", () => {
      if (prompt) options.interrupt();
    });
    return opened;
  }

  return {
    name: "terminal",
    limits: LIMITS,
    start: async (answer) => {
      if (!input.isTTY || !output.isTTY) return;
      prompt = open(answer);
      print(`${options.hint}\n`);
    },
    post: async (channel, part): Promise<MessageRef> => {
      if (!shown.has(part.key)) print(render(part));
      shown.add(part.key);
      return { channel, messageId: part.key };
    },
    stop: async () => {
      const closing = prompt;
      prompt = undefined;
      closing?.close();
    },
  };
}
