/** What people do in Slack → a line for the core → its answer, where they are: below the command, in a dialog, at home. */
import { type Document, type Form, isForm, type Reply, text } from "../../src/document.ts";
import { messagesFor } from "../../src/locale/locale.ts";
import { homeOf } from "../../src/model.ts";
import type { Host, Request } from "../../src/platform.ts";
import type { Log } from "../../src/ports.ts";
import { readFault } from "./fault.ts";
import type { People } from "./people.ts";
import { renderMessages } from "./render.ts";
import type { Call, Incoming, Respond } from "./sdk.ts";
import { type Place, readAnswers, readMetadata, renderDialog, renderHome } from "./view.ts";

export interface AnswersParts {
  readonly call: Call;
  /** Slack's id of a channel or a user → `slack:C1`. */
  readonly toAddress: (id: string) => string;
  readonly host: Host;
  readonly people: People;
  readonly log: Log;
  /** Before a second try. */
  readonly pause: () => Promise<void>;
}

type Commanded = Parameters<Incoming["onCommand"]>[0];
type Pressed = Parameters<Incoming["onButton"]>[0];
type Opened = Parameters<Incoming["onHome"]>[0];
type Submitted = Parameters<Incoming["onSubmit"]>[0];
type View = NonNullable<Pressed["view"]>;
type Asked = Pick<Request, "channel" | "line" | "answers"> & { readonly user: string };

/** A `response_url` takes five messages. */
const MOST_MESSAGES = 4;
/** The line that the App Home shows the answer of. */
const HOME = "/home";

/** `/juyao` alone asks for help; with more it is what was typed without a command of its own. */
export function toLine(command: string, said: string): string {
  if (command !== "/juyao") return `${command} ${said}`.trim();
  const line = said.trim();
  if (line === "") return "/help";
  return line.startsWith("/") ? line : `/${line}`;
}

/** Where an answer is shown that is not shown in a dialog. */
interface Origin {
  readonly trigger: string;
  readonly respond: Respond;
  /** The message that was acted in can be seen by that person alone. */
  readonly ephemeral?: boolean;
  readonly thread?: string | undefined;
}

export type Answers = Omit<Incoming, "onEvent">;

export const createAnswers = (parts: AnswersParts): Answers => new WorkspaceAnswers(parts);

class WorkspaceAnswers implements Answers {
  readonly #parts: AnswersParts;

  constructor(parts: AnswersParts) {
    this.#parts = parts;
  }

  async onCommand({ command, text: said, channel, user, trigger, acknowledge, respond }: Commanded): Promise<void> {
    await acknowledge();
    await this.#answerBelow(
      { user, channel: this.#parts.toAddress(channel), line: toLine(command, said) },
      { trigger, respond },
    );
  }

  async onButton({ acknowledge, message, view, team, user, line, trigger }: Pressed): Promise<void> {
    await acknowledge();
    if (view) return this.#answerInView({ team, user, line, trigger }, view);
    if (!message) return;
    const channel = this.#parts.toAddress(message.channel);
    await this.#answerBelow({ user, channel, line }, { ...message, trigger });
  }

  async onSubmit({ user, view, state, acknowledge }: Submitted): Promise<void> {
    const { channel, command } = this.#placeOf(view, user);
    if (command === undefined) return acknowledge();
    await acknowledge(renderDialog(this.#wait(user), channel));
    const answers = readAnswers(state);
    await this.#updateDialog(view.id, await this.#ask({ user, channel, line: command, answers }), channel);
  }

  async onHome({ user }: Opened): Promise<void> {
    const channel = this.#parts.toAddress(user);
    const reply = await this.#ask({ user, channel, line: HOME });
    if (isForm(reply)) return;
    const view = renderHome(reply, channel);
    await this.#tryTwice(
      () => this.#parts.call("views.publish", { user_id: user, view }),
      "the App Home was not shown",
    );
  }

  async #ask({ user, ...asked }: Asked): Promise<Reply> {
    const { host, people } = this.#parts;
    const { admin, locale } = await people.find(user);
    // Slack takes a user for a channel: what is posted there, that person alone sees.
    const address = this.#parts.toAddress(user);
    return host.answer({ ...asked, user: address, direct: address, admin, locale });
  }

  /** Below what was typed or pressed, or in a dialog. */
  async #answerBelow(asked: Asked, origin: Origin): Promise<void> {
    const { line, channel } = asked;
    if (this.#parts.host.opensDialog(line) && (await this.#answerInDialog(origin.trigger, asked))) return;
    const reply = await this.#ask(asked);
    if (!isForm(reply)) return this.#respond(reply, origin);
    if ((await this.#openDialog(origin.trigger, reply, channel)) !== undefined) return;
    await this.#respond(this.#offerAgain(reply, asked), origin);
  }

  /** A dialog opens at once, since Slack allows it for three seconds only, and shows the answer when that is there. */
  async #answerInDialog(trigger: string, asked: Asked): Promise<boolean> {
    const id = await this.#openDialog(trigger, this.#wait(asked.user), asked.channel);
    if (id === undefined) return false;
    await this.#updateDialog(id, await this.#ask(asked), asked.channel);
    return true;
  }

  /** A view was opened where its metadata say; one that was opened from elsewhere acts for that person alone. */
  #placeOf(view: View, user: string): Place {
    const place = readMetadata(view.private_metadata);
    const own = this.#parts.toAddress(user);
    return homeOf(place.channel) === homeOf(own) ? place : { ...place, channel: own };
  }

  async #answerInView({ team, user, line, trigger }: Omit<Pressed, "acknowledge">, view: View): Promise<void> {
    const { channel } = this.#placeOf(view, user);
    const asked = { user, channel, line };
    if (view.type === "home") {
      await this.#answerInDialog(trigger, asked);
      // What was pressed there may have changed what it shows.
      return this.onHome({ team, user });
    }
    if (this.#parts.host.opensDialog(line)) await this.#updateDialog(view.id, this.#wait(user), channel);
    await this.#updateDialog(view.id, await this.#ask(asked), channel);
  }

  async #respond(document: Document, { respond, ephemeral, thread }: Origin): Promise<void> {
    const { shared } = document;
    for (const [i, message] of renderMessages(document, MOST_MESSAGES).entries()) {
      const said = {
        response_type: shared ? "in_channel" : "ephemeral",
        // Pages take each other's place; what all can see stays.
        replace_original: i === 0 && ephemeral === true && !shared,
        ...(thread === undefined ? {} : { thread_ts: thread }),
        ...{ unfurl_links: false, unfurl_media: false, ...message },
      };
      await this.#tryTwice(() => respond(said), "an answer was not shown");
    }
  }

  /** Its id; undefined where Slack opens none, since it took too long to ask. */
  async #openDialog(trigger: string, reply: Reply, channel: string): Promise<string | undefined> {
    const { call, log } = this.#parts;
    try {
      const { view } = await call("views.open", { trigger_id: trigger, view: renderDialog(reply, channel) });
      return (view as { readonly id?: string } | undefined)?.id;
    } catch (cause) {
      log.warn({ fault: readFault(cause) }, "a dialog was not opened");
      return undefined;
    }
  }

  async #updateDialog(id: string, reply: Reply, channel: string): Promise<void> {
    const view = renderDialog(reply, channel);
    await this.#tryTwice(() => this.#parts.call("views.update", { view_id: id, view }), "a dialog was not updated");
  }

  #wait(user: string): Document {
    const { product, working } = messagesFor(this.#parts.people.guessLocale(user));
    return { title: product, blocks: [{ type: "paragraph", inlines: [text(working)] }] };
  }

  #offerAgain(form: Form, { user, line }: Asked): Document {
    const { dialogLate, button } = messagesFor(this.#parts.people.guessLocale(user));
    const actions = [{ label: button.open, command: line }];
    const late = { type: "paragraph", inlines: [text(dialogLate)] } as const;
    return { title: form.title, blocks: [late, { type: "actions", actions }] };
  }

  /** Once more, where that does no harm: what is shown twice to one person, or replaced by the same. */
  async #tryTwice(act: () => Promise<unknown>, failed: string): Promise<void> {
    const { pause, log } = this.#parts;
    try {
      await act().catch(async (cause: unknown) => {
        // Trying again changes nothing.
        if (readFault(cause).kind === "refused") throw cause;
        await pause();
        return act();
      });
    } catch (cause) {
      // The error of a `response_url` may name it, so only what we read of it is told.
      log.warn({ fault: readFault(cause) }, failed);
    }
  }
}
