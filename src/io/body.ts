/** Reads a response body within limits and undoes its Content-Encoding. */
import { promisify } from "node:util";
import {
  type BrotliOptions,
  brotliDecompress,
  constants,
  gunzip,
  type InputType,
  inflate,
  inflateRaw,
  type ZlibOptions,
  type ZstdOptions,
  zstdDecompress,
} from "node:zlib";
import { JuyaoError } from "../errors.ts";

export interface BodyLimits {
  /** Bytes, before and after decompression. */
  readonly maxBytes: number;
  /** How many times its compressed size a body may have. */
  readonly maxRatio: number;
}

/** Below this size the ratio says nothing: an almost empty page full of spaces shrinks a thousandfold. */
const RATIO_FREE_BYTES = 1024 * 1024;

/** Encodings stacked on each other; more than this is an attack. */
const MAX_ENCODINGS = 2;

type Decoder = (body: Uint8Array, maxOutputLength: number) => Promise<Buffer>;

const gunzipAsync = promisify<InputType, ZlibOptions, Buffer>(gunzip);
const inflateAsync = promisify<InputType, ZlibOptions, Buffer>(inflate);
const inflateRawAsync = promisify<InputType, ZlibOptions, Buffer>(inflateRaw);
const brotliAsync = promisify<InputType, BrotliOptions, Buffer>(brotliDecompress);
const zstdAsync = promisify<InputType, ZstdOptions, Buffer>(zstdDecompress);

const decodeGzip: Decoder = (body, maxOutputLength) => gunzipAsync(body, { maxOutputLength });

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: decodeGzip,
  "x-gzip": decodeGzip,
  br: (body, maxOutputLength) => brotliAsync(body, { maxOutputLength }),
  // Servers mean either of two formats by this word; only the one with the header begins with a method of 8.
  deflate: (body, maxOutputLength) =>
    ((body[0] ?? 0) & 0x0f) === 8
      ? inflateAsync(body, { maxOutputLength })
      : inflateRawAsync(body, { maxOutputLength }),
  // RFC 9659: windows above 8 MB need not be supported, and a frame of some bytes could ask for 128 MB.
  zstd: (body, maxOutputLength) =>
    zstdAsync(body, { maxOutputLength, params: { [constants.ZSTD_d_windowLogMax]: 23 } }),
};

export const ACCEPT_ENCODING = "gzip, deflate, br, zstd";

const tooLarge = (host: string): JuyaoError => new JuyaoError("http-too-large", { detail: { host } });

/** Reads a stream to its end. Throws `http-too-large` as soon as it grows beyond `maxBytes`. */
export async function readBody(stream: AsyncIterable<Uint8Array>, maxBytes: number, host: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(host);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";

/** Throws `http-too-large` for what unpacks beyond the limits and `http-server` for what cannot be unpacked. */
export async function decodeBody(
  body: Buffer,
  contentEncoding: string,
  limits: BodyLimits,
  host: string,
): Promise<Uint8Array> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (encodings.length > MAX_ENCODINGS) throw new JuyaoError("http-server", { detail: { host } });
  const cap = Math.min(limits.maxBytes, Math.max(RATIO_FREE_BYTES, body.length * limits.maxRatio));
  let decoded = body;
  for (const encoding of encodings.reverse()) {
    const decode = DECODERS[encoding];
    if (decoded.length === 0) break;
    try {
      if (decode === undefined) throw new Error(`unknown content encoding ${encoding}`);
      decoded = await decode(decoded, cap);
    } catch (cause) {
      if (isTooLong(cause)) throw tooLarge(host);
      throw new JuyaoError("http-server", { cause, detail: { host } });
    }
  }
  return decoded;
}
