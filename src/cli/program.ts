/** The command line: which commands there are, and how their failures become a sentence and an exit code. */
import { Command, CommanderError } from "commander";
import { z } from "zod";
import { Config } from "../config.ts";
import { JuyaoError } from "../errors.ts";
import { explainError, guessLocale, messagesFor } from "../locale/locale.ts";
import { configCheck, digest, feedsAdd, feedsChange, feedsList, health, why } from "./commands.ts";
import { ConfigProblems } from "./context.ts";
import { printJson } from "./output.ts";
import { type PolicyOptions, policy } from "./policy.ts";
import { EXIT, type Exit, type Runtime } from "./runtime.ts";
import { start } from "./start.ts";
import { article, feed, measures, type TextOptions } from "./texts.ts";
import { workspacesForget, workspacesShow } from "./workspaces.ts";

type Run = (args: string[], options: PolicyOptions & TextOptions) => Promise<Exit | undefined>;

function buildProgram(runtime: Runtime, finish: (exit: Exit | undefined) => void): Command {
  const program = new Command("juyao")
    .exitOverride()
    .configureOutput({ writeOut: (text) => runtime.stdout.write(text), writeErr: () => {} });
  const { usage } = messagesFor(guessLocale(runtime.variables));
  program.helpOption("-h, --help", usage.help).helpCommand("help [command]", usage.help);
  const add = (parent: Command, syntax: string, run: Run): Command => {
    const command = parent.command(syntax);
    const name = command.name() as keyof typeof usage;
    return command
      .description(usage[name])
      .helpOption("-h, --help", usage.help)
      .action(async () => finish(await run(command.args, command.opts<PolicyOptions & TextOptions>())));
  };
  const group = (name: "feeds" | "config" | "workspaces"): Command =>
    program.command(name).description(usage[name]).helpOption("-h, --help", usage.help).helpCommand(false);
  const json = (command: Command): Command => command.option("--json", usage.json);
  const many = (command: Command): Command =>
    json(command).option("--jsonl", usage.jsonl).option("--root <folder>", usage.root);

  add(program, "start", () => start(runtime));
  json(add(program, "digest", (_, options) => digest(runtime, options))).option("--channel <id>", usage.channel);
  json(add(program, "policy <words...>", (words, options) => policy(runtime, words, options)))
    .option("--csv", usage.csv)
    .option("--md", usage.md)
    .allowUnknownOption();
  json(add(program, "why <url>", ([url = ""], options) => why(runtime, url, options)));
  json(add(program, "health", (_, options) => health(runtime, options)));
  const feeds = group("feeds");
  json(add(feeds, "list", (_, options) => feedsList(runtime, options)));
  json(add(feeds, "add <url>", ([url = ""], options) => feedsAdd(runtime, url, options))).option("--page", usage.page);
  for (const change of ["remove", "pause", "resume"] as const) {
    json(add(feeds, `${change} <id>`, ([id = ""], options) => feedsChange(runtime, change, id, options)));
  }
  const workspaces = group("workspaces");
  json(add(workspaces, "show", (_, options) => workspacesShow(runtime, options)));
  json(add(workspaces, "forget <id>", ([id = ""], options) => workspacesForget(runtime, id, options)));
  const config = group("config");
  json(add(config, "check", (_, options) => configCheck(runtime, options)));
  add(config, "schema", () => printSchema(runtime));
  many(add(program, "measures [files...]", (files, options) => measures(runtime, files, options))).option(
    "--explain",
    usage.explain,
  );
  many(add(program, "article [places...]", (places, options) => article(runtime, places, options)));
  many(add(program, "feed [places...]", (places, options) => feed(runtime, places, options)));
  return program;
}

async function printSchema(runtime: Runtime): Promise<Exit> {
  printJson(runtime, z.toJSONSchema(Config, { io: "input" }));
  return EXIT.done;
}

function tell(runtime: Runtime, error: unknown): Exit {
  const messages = messagesFor(guessLocale(runtime.variables));
  const say = (line: string): void => void runtime.stderr.write(`${line}\n`);
  if (error instanceof ConfigProblems) {
    say(messages.configInvalid(error.problems.length));
    for (const { file, line, key, message } of error.problems)
      say(`  ${messages.configProblem(file, line, key, message)}`);
    return EXIT.usage;
  }
  say(explainError(error, messages));
  if (!(error instanceof JuyaoError)) say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return error instanceof JuyaoError && (error.code.startsWith("config-") || error.code === "usage")
    ? EXIT.usage
    : EXIT.failed;
}

/** How the command is used that somebody got wrong; that of the program where there is no such command. */
function usageOf(program: Command, args: readonly string[]): string {
  let command = program;
  for (const word of args) {
    const next = command.commands.find((inner) => inner.name() === word);
    if (!next) break;
    command = next;
  }
  return command.createHelp().commandUsage(command);
}

/** Runs one command line to its end and resolves with the exit code. Never rejects. */
export async function runProgram(runtime: Runtime, args: readonly string[]): Promise<Exit> {
  let exit: Exit = EXIT.done;
  const program = buildProgram(runtime, (result) => {
    exit = result ?? EXIT.done;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) return tell(runtime, error);
    if (error.exitCode === 0) return EXIT.done;
    const typed = args.join(" ");
    if (typed === "") program.outputHelp();
    else tell(runtime, new JuyaoError("usage", { detail: { typed, usage: usageOf(program, args) } }));
    return EXIT.usage;
  }
}
