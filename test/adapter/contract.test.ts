/** The contract of adapters, kept by those that have no platform of their own behind them. */
import { createTerminalAdapter } from "../../adapters/terminal/adapter.ts";
import { renderTerminal } from "../../adapters/terminal/render.ts";
import { recordingAdapter } from "../flow/world.ts";
import { describeAdapter } from "./contract.ts";

const STYLE = { columns: 80, color: false };

describeAdapter("the terminal", async () => {
  const printed: string[] = [];
  const screen = { print: (line: string) => void printed.push(line), open: () => {}, close: () => {} };
  const silent = { interactive: false, hint: "", interrupt: () => {}, locale: "zh-CN" };
  return {
    adapter: createTerminalAdapter({ screen, style: () => STYLE, ...silent }),
    channel: "terminal:console",
    shown: () => printed,
    complaints: () => printed.filter((line) => /\p{Cc}/u.test(line.replaceAll("\n", ""))),
    close: async () => {},
  };
});

describeAdapter("the fake of the other tests", async () => {
  const adapter = recordingAdapter();
  const shown: string[] = [];
  return {
    adapter,
    channel: "test:C1",
    shown: () => {
      for (const { part } of adapter.posted.slice(shown.length)) shown.push(renderTerminal(part.document, STYLE));
      return shown;
    },
    complaints: () => [],
    close: async () => {},
  };
});
