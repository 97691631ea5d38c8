/** Interactions and their answers. Discord waits three seconds for the first word and a quarter of an hour for the rest. */
import { type Document, type Form, isForm, type Reply, text } from "../../src/document.ts";
import { messagesFor } from "../../src/locale/locale.ts";
import type { Host } from "../../src/platform.ts";
import type { Log } from "../../src/ports.ts";
import { suggest } from "./completion.ts";
import { ALREADY_ANSWERED, hasCode, insist, sleep, UNKNOWN_INTERACTION } from "./fault.ts";
import { renderForm } from "./form.ts";
import { type Interaction, readInteraction, type Ticket } from "./interaction.ts";
import { EPHEMERAL, type Message, renderMessages } from "./render.ts";
import type { Rest } from "./sdk.ts";

export interface ConversationOptions {
  readonly host: Pick<Host, "answer" | "suggest" | "opensDialog">;
  readonly rest: Rest;
  readonly log: Log;
  /** An answer that takes longer is announced first, in milliseconds. */
  readonly promptMs: number;
  /** The same for one that may be a form: a form can only be the first word. */
  readonly dialogMs: number;
  /** Before each further attempt, in milliseconds. */
  readonly waitsMs: readonly number[];
}

export interface Conversation {
  /** An interaction as Discord sends it. Never throws. */
  take(raw: unknown): void;
  /** Takes no more, and waits so long for what is being answered. */
  drain(ms: number): Promise<void>;
}

type Asked = Extract<Interaction, { kind: "request" }>;

/** Kinds of first words. */
const SHOW = 4;
const DEFER = 5;
const DEFER_IN_PLACE = 6;
const SHOW_IN_PLACE = 7;
const SUGGEST = 8;
const OPEN_FORM = 9;

/** A form that came too late to open, or after another one, opens by a button. */
function offer({ title }: Form, command: string, locale: string): Document {
  const { button, dialogLate } = messagesFor(locale);
  const actions = [{ label: button.open, command }];
  return {
    title,
    blocks: [
      { type: "note", inlines: [text(dialogLate)] },
      { type: "actions", actions },
    ],
  };
}

const forOne = (message: Message): Message => ({ ...message, flags: message.flags | EPHEMERAL });

export function createConversation(options: ConversationOptions): Conversation {
  const { host, rest, log, promptMs, dialogMs, waitsMs } = options;
  const running = new Set<Promise<void>>();
  let closed = false;

  /** The first word. A second attempt that finds the first one heard has reached its end. */
  async function begin({ id, token }: Ticket, type: number, data?: object): Promise<void> {
    try {
      const body = { type, ...(data && { data }) };
      await insist(() => rest("POST", `/interactions/${id}/${token}/callback`, { body, auth: false }), waitsMs);
    } catch (error) {
      if (!hasCode(error, ALREADY_ANSWERED)) throw error;
    }
  }

  async function replaceFirst({ application, token }: Ticket, body: Message): Promise<void> {
    const path = `/webhooks/${application}/${token}/messages/@original` as const;
    await insist(() => rest("PATCH", path, { body, auth: false }), waitsMs);
  }

  /** What does not fit the first message follows it; sent twice it would be there twice, so it is sent once. */
  async function follow({ application, token }: Ticket, messages: readonly Message[]): Promise<void> {
    for (const body of messages) await rest("POST", `/webhooks/${application}/${token}`, { body, auth: false });
  }

  /** The answer as the first word. */
  async function show({ ticket, mayOpenForm, request: { locale } }: Asked, reply: Reply): Promise<void> {
    if (isForm(reply) && mayOpenForm) return begin(ticket, OPEN_FORM, renderForm(reply));
    const document = isForm(reply) ? offer(reply, reply.command, locale) : reply;
    const messages = renderMessages(document).map((message) => (document.shared ? message : forOne(message)));
    const [first, ...rest] = messages;
    await begin(ticket, ticket.replaces && !document.shared ? SHOW_IN_PLACE : SHOW, first);
    await follow(ticket, rest);
  }

  /** The answer after it was announced. */
  async function fill({ ticket, mayOpenForm, request }: Asked, reply: Reply): Promise<void> {
    const document = isForm(reply) ? offer(reply, mayOpenForm ? request.line : reply.command, request.locale) : reply;
    const [first, ...rest] = renderMessages(document);
    if (!first) return;
    if (!document.shared) {
      await replaceFirst(ticket, first);
      return follow(ticket, rest.map(forOne));
    }
    // What was announced to one cannot be shown to all.
    const { sharedHere } = messagesFor(request.locale);
    const [told] = renderMessages({ title: "", blocks: [{ type: "note", inlines: [text(sharedHere)] }] });
    if (told && !ticket.replaces) await replaceFirst(ticket, told);
    await follow(ticket, [first, ...rest]);
  }

  async function answer(asked: Asked): Promise<void> {
    const { ticket, request, mayOpenForm } = asked;
    const answered = host.answer(request);
    const patience = mayOpenForm && host.opensDialog(request.line) ? dialogMs : promptMs;
    const prompt = await Promise.race([answered, sleep(patience)]);
    if (prompt) return show(asked, prompt);
    if (ticket.replaces) await begin(ticket, DEFER_IN_PLACE);
    else await begin(ticket, DEFER, { flags: EPHEMERAL });
    await fill(asked, await answered);
  }

  async function respond(raw: unknown): Promise<void> {
    try {
      const interaction = readInteraction(raw);
      if (interaction?.kind === "request") await answer(interaction);
      if (interaction?.kind === "completion") {
        await begin(interaction.ticket, SUGGEST, { choices: await suggest(host, interaction.completion) });
      }
    } catch (cause) {
      if (hasCode(cause, UNKNOWN_INTERACTION)) log.info({}, "Discord: an answer came too late");
      else log.error({ cause }, "Discord: an answer could not be given");
    }
  }

  return {
    take: (raw) => {
      if (closed) return;
      const run = respond(raw).finally(() => running.delete(run));
      running.add(run);
    },
    drain: async (ms) => {
      closed = true;
      await Promise.race([Promise.all(running), sleep(ms)]);
    },
  };
}
