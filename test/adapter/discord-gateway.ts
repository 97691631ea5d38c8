/** Discord's gateway, as far as a bot notices: sessions that are resumed, refused, lost. */
import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";

interface Frame {
  readonly op: number;
  readonly d?: {
    readonly token?: string;
    readonly session_id?: string;
    readonly seq?: number;
    readonly intents?: number;
  };
}

interface Session {
  readonly id: string;
  readonly sent: { readonly op: 0; readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

export interface Gateway {
  readonly identified: readonly number[];
  readonly attempts: number;
  refuse: boolean;
  /** Who connects gets no answer until `release`, which refuses them. */
  hold: boolean;
  release(): void;
  /** Close code for whoever identifies. */
  refuseWith: number | undefined;
  /** An event; without a connection it is kept for the resumption. */
  dispatch(t: string, d: unknown): void;
  /** Closes all connections, with a code or by a reset. */
  drop(code?: number): void;
  send(frame: object): void;
  close(): void;
}

export const APPLICATION = "100000000000000000";
export const GUILD = "200000000000000001";
export const CHANNEL = "400000000000000001";
export const FORUM = "400000000000000015";
export const TOKEN = `${Buffer.from(APPLICATION).toString("base64")}.none.secret-of-the-bot`;

const BOT = { id: APPLICATION, username: "juyao", discriminator: "0", avatar: null, bot: true };
const guild = () => ({
  ...{ id: GUILD, name: "guild", unavailable: false, roles: [], emojis: [], stickers: [], members: [], threads: [] },
  channels: [
    { id: CHANNEL, type: 0, name: "news", permission_overwrites: [], position: 0 },
    { id: FORUM, type: 15, name: "forum", permission_overwrites: [], position: 1, available_tags: [] },
  ],
});

const REFUSAL = "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n";

export function openGateway(server: Server, url: () => string): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const identified: number[] = [];
  const held: Duplex[] = [];
  const state = { refuse: false, hold: false, refuseWith: undefined as number | undefined, attempts: 0 };

  server.on("upgrade", (request, socket: Duplex, head) => {
    state.attempts++;
    if (state.hold) return void held.push(socket);
    if (state.refuse) return void socket.end(REFUSAL);
    sockets.handleUpgrade(request, socket, head, (ws) => {
      ws.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 40_000 } }));
      ws.on("message", (data) => take(ws, JSON.parse(String(data)) as Frame));
      ws.on("error", () => {});
    });
  });

  function dispatchTo(session: Session, t: string, d: unknown): void {
    const frame = { op: 0 as const, s: session.sent.length + 1, t, d };
    session.sent.push(frame);
    if (session.socket?.readyState === 1) session.socket.send(JSON.stringify(frame));
  }

  function identify(socket: WebSocket, intents: number): void {
    const session: Session = { id: `session${sessions.size + 1}`, sent: [], socket };
    sessions.set(session.id, session);
    identified.push(intents);
    const ready = { v: 10, user: BOT, guilds: [{ id: GUILD, unavailable: true }], session_id: session.id };
    dispatchTo(session, "READY", {
      ...ready,
      resume_gateway_url: url(),
      application: { id: APPLICATION, flags: 0 },
      shard: [0, 1],
    });
    dispatchTo(session, "GUILD_CREATE", guild());
  }

  function take(socket: WebSocket, { op, d = {} }: Frame): void {
    if (op === 1) socket.send(JSON.stringify({ op: 11 }));
    if (op !== 2 && op !== 6) return;
    if (d.token !== TOKEN) return void socket.close(4004);
    if (state.refuseWith !== undefined) return void socket.close(state.refuseWith);
    if (op === 2) return void identify(socket, d.intents ?? 0);
    const session = sessions.get(d.session_id ?? "");
    if (!session) return void socket.send(JSON.stringify({ op: 9, d: false }));
    session.socket = socket;
    for (const frame of session.sent.slice(d.seq)) socket.send(JSON.stringify(frame));
    dispatchTo(session, "RESUMED", {});
  }

  const live = (): WebSocket[] => [...sockets.clients];
  return Object.assign(state, {
    identified,
    dispatch: (t: string, d: unknown) => {
      const latest = [...sessions.values()].at(-1);
      if (latest) dispatchTo(latest, t, d);
    },
    drop: (code?: number) => {
      for (const socket of live())
        if (code === undefined) socket.terminate();
        else socket.close(code);
    },
    release: () => {
      for (const socket of held.splice(0)) socket.end(REFUSAL);
    },
    send: (frame: object) => {
      for (const socket of live()) socket.send(JSON.stringify(frame));
    },
    close: () => {
      for (const socket of live()) socket.terminate();
      sockets.close();
    },
  });
}
