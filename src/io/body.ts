/** Reads a response body within limits and undoes its Content-Encoding. */
import { pipeline, type Transform } from "node:stream";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from "node:zlib";
import { JuyaoError } from "../errors.ts";

export interface BodyLimits {
  /** Bytes, before and after decompression. */
  readonly maxBytes: number;
  /** How many times its compressed size a body may have. */
  readonly maxRatio: number;
}

type Bytes = AsyncIterable<Uint8Array>;

/** Below this size the ratio says nothing: an almost empty page full of spaces shrinks a thousandfold. */
const RATIO_FREE_BYTES = 1024 * 1024;

/** Encodings stacked on each other; more than this is an attack. */
const MAX_ENCODINGS = 2;

/** Each piece is a turn in the thread pool, which is long on a busy machine: a quarter as many turns as by default. */
const PIECES = { chunkSize: 64 * 1024 };

/** By the first byte of the body, since servers mean either of two formats by `deflate`. */
const DECODERS: Readonly<Record<string, (firstByte: number) => Transform>> = {
  gzip: () => createGunzip(PIECES),
  "x-gzip": () => createGunzip(PIECES),
  br: () => createBrotliDecompress(PIECES),
  // Only the format with a header begins with a method of 8.
  deflate: (firstByte) => ((firstByte & 0x0f) === 8 ? createInflate(PIECES) : createInflateRaw(PIECES)),
  // RFC 9659: windows above 8 MB need not be supported, and a frame of some bytes could ask for 128 MB.
  zstd: () => createZstdDecompress({ ...PIECES, params: { [constants.ZSTD_d_windowLogMax]: 23 } }),
};

export const ACCEPT_ENCODING = "gzip, deflate, br, zstd";

async function* decode(source: Bytes, encoding: string, host: string): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return;
  const create = DECODERS[encoding];
  if (create === undefined) {
    throw new JuyaoError("http-server", { cause: new Error(`content encoding ${encoding}`), detail: { host } });
  }
  const decoder = create(first.value[0] ?? 0);
  const whole = async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => chunks };
  };
  // A failure of the source destroys the decoder with it, and so reaches whoever reads here.
  pipeline(whole, decoder, () => {});
  yield* decoder;
}

/** Passes the bytes on and counts them. */
async function* count(source: Bytes, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    onBytes(chunk.length);
    yield chunk;
  }
}

const readEncodings = (contentEncoding: string): string[] =>
  contentEncoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");

/**
 * Reads and decodes a body as it comes, so that a bomb is dropped at the limit and not at its end. Throws
 * `http-too-large` beyond the limits and `http-server` for an unknown encoding; other faults as they are.
 */
export async function readBody(
  source: Bytes,
  contentEncoding: string,
  limits: BodyLimits,
  host: string,
): Promise<Uint8Array> {
  const encodings = readEncodings(contentEncoding);
  if (encodings.length > MAX_ENCODINGS) throw new JuyaoError("http-server", { detail: { host } });
  let received = 0;
  const limitTo = (limit: () => number) => {
    let size = 0;
    return (bytes: number): void => {
      size += bytes;
      if (size > limit()) throw new JuyaoError("http-too-large", { detail: { host } });
    };
  };
  const checkReceived = limitTo(() => limits.maxBytes);
  let stream = count(source, (bytes) => {
    received += bytes;
    checkReceived(bytes);
  });
  for (const encoding of encodings.reverse()) {
    const mayBe = () => Math.min(limits.maxBytes, Math.max(RATIO_FREE_BYTES, received * limits.maxRatio));
    stream = count(decode(stream, encoding, host), limitTo(mayBe));
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
