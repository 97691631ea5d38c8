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
  return {
    adapter,
    channel: "test:C1",
    shown: () => adapter.posted.map(({ part }) => renderTerminal(part.document, STYLE)),
    complaints: () => [],
    close: async () => {},
  };
});
