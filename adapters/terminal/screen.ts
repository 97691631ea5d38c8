/** One terminal, shared by digests, answers, the log and the prompt: what is printed goes above the line being typed. */
import { createInterface, type Interface } from "node:readline";

export interface Screen {
  print(text: string): void;
  /** Shows a prompt from the next print on. `onEnd` is called on Ctrl-C, Ctrl-D and when the input ends. */
  open(onLine: (line: string) => void, onEnd: () => void): void;
  close(): void;
}

const PROMPT = "举要 › ";
const CLEAR_LINE = "\r\u001b[2K";

export function createScreen(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Screen {
  let prompt: Interface | undefined;
  let prompting = false;
  return {
    print(text) {
      // Away with the prompt, or with a line of progress.
      if (prompting || output.isTTY) output.write(CLEAR_LINE);
      output.write(text);
      if (!prompt) return;
      prompting = true;
      prompt.prompt(true);
    },
    open(onLine, onEnd) {
      const opened = createInterface({ input, output, prompt: PROMPT });
      opened.on("line", onLine);
      opened.on("SIGINT", onEnd);
      opened.on("close", () => {
        if (prompt) onEnd();
      });
      prompt = opened;
    },
    close() {
      const closing = prompt;
      prompt = undefined;
      if (prompting) output.write(CLEAR_LINE);
      prompting = false;
      closing?.close();
    },
  };
}
