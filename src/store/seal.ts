/** Seals what nobody may read who gets hold of the file: AES-256-GCM, under a key of the environment. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** How it is sealed, should that ever change. */
const VERSION = "v1:";

/** Opens only for the same `about`, so that no seal can be moved to another row. `key` has 32 bytes. */
export function seal(text: string, key: Uint8Array, about: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(about));
  const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString("base64");
}

/** Undefined if it was sealed under another key, for something else, or was changed. */
export function unseal(sealed: string, key: Uint8Array, about: string): string | undefined {
  if (!sealed.startsWith(VERSION)) return undefined;
  const bytes = Buffer.from(sealed.slice(VERSION.length), "base64");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const hidden = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(about));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return decipher.update(hidden, undefined, "utf8") + decipher.final("utf8");
  } catch {
    return undefined;
  }
}
