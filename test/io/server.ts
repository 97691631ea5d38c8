/** A real server on loopback, for tests of the way out. */
import { createServer, type RequestListener } from "node:http";
import { createHttpFetch, type HttpFetch, type HttpOptions } from "../../src/io/http.ts";

export interface TestServer {
  readonly host: string;
  readonly url: string;
  /** Paths asked for, in order. */
  readonly seen: string[];
  /** TCP connections, whether or not a request came. */
  connections(): number;
  close(): Promise<void>;
}

export async function startServer(listener: RequestListener): Promise<TestServer> {
  const seen: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    seen.push(request.url ?? "");
    listener(request, response);
  });
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const host = `127.0.0.1:${address.port}`;
  return {
    host,
    url: `http://${host}`,
    seen,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function createTestFetch(hosts: readonly string[], options: Partial<HttpOptions> = {}): HttpFetch {
  return createHttpFetch({
    userAgent: "juyao-test",
    allowPrivateHosts: hosts,
    concurrency: 8,
    hostPauseMs: 0,
    ...options,
  });
}

/** The error that a promise fails with; fails itself if it does not. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("expected a failure");
}
