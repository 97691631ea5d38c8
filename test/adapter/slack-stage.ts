/** The adapter in front of our own Slack, for the contract and for the tests of what only Slack has. */
import { createSlackAdapter, type SlackPace } from "../../adapters/slack/adapter.ts";
import type { Clock, Log } from "../../src/ports.ts";
import { SILENT } from "../flow/world.ts";
import type { Stage, Trouble } from "./contract.ts";
import { type FakeSlack, type Meeting, openSlack, readMessage, TOKENS } from "./slack-server.ts";

/** No test waits for what goes well, and none gives up on a slow machine. */
const QUICK: SlackPace = {
  ...{ callMs: 5_000, pingMs: 2_000, startMs: 5_000, drainMs: 100, settleMs: 1, userMs: 2_000 },
  ...{ openMs: 5_000, steadyMs: 5, retryMs: [5, 10] },
};

const fail =
  (status: number, body: string): Meeting =>
  (_act, response) =>
    void response.writeHead(status, { "content-type": "text/html" }).end(body);

const refuse =
  (error: string): Meeting =>
  () => ({ ok: false, error });

const FAILURES: Readonly<Record<"reset" | "server-error" | "garbage", Meeting>> = {
  reset: () => undefined,
  "server-error": fail(502, "<html>bad gateway</html>"),
  garbage: fail(200, "<html>a page of a proxy</html>"),
};

export function toMeeting(trouble: Trouble): Meeting {
  switch (trouble.kind) {
    case "rate-limit": {
      const header = trouble.seconds === undefined ? {} : { "retry-after": String(trouble.seconds) };
      return (_act, response) => void response.writeHead(429, header).end();
    }
    case "channel-gone":
      return refuse("channel_not_found");
    case "not-member":
      return refuse("not_in_channel");
    case "token-refused":
      return refuse("token_revoked");
    default: {
      const { kind, when } = trouble;
      return (act, response) => {
        if (when === "after") act();
        return FAILURES[kind](act, response);
      };
    }
  }
}

export interface SlackStage extends Stage {
  readonly slack: FakeSlack;
}

export interface StageOptions {
  /** Undefined: that one is not set. */
  readonly credentials?: Readonly<Record<string, string | undefined>>;
  readonly pace?: Partial<SlackPace>;
  /** What the operator calls the own one of several. */
  readonly workspace?: string;
  readonly log?: Log;
  readonly clock?: Clock;
}

export async function openSlackStage(given: StageOptions = {}): Promise<SlackStage> {
  const { credentials = {}, pace = {}, workspace, log = SILENT, clock = { now: () => new Date() } } = given;
  const slack = await openSlack();
  const set = { ...TOKENS, SLACK_API_URL: slack.apiUrl, ...credentials };
  const options = {
    credentials: Object.fromEntries(Object.entries(set).flatMap(([name, value]) => (value ? [[name, value]] : []))),
    ...{ locale: "zh-CN", workspace, log, clock },
  };
  return {
    slack,
    adapter: createSlackAdapter(options, { ...QUICK, ...pace }),
    channel: "slack:C1",
    shown: () => slack.messages.map(readMessage),
    complaints: () => slack.complaints,
    meet: (trouble) => slack.meet("chat.postMessage", toMeeting(trouble)),
    close: () => slack.close(),
  };
}
