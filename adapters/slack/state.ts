/** What proves that an installation which comes back was begun here: signed, short-lived, good for one time. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Clock } from "../../src/ports.ts";

/** The browser's cookie, which the SDK compares with it, lives as long. */
export const STATE_SECONDS = 600;

export interface States {
  create(): string;
  /** False for what is forged, too late or was taken before. */
  take(state: string): boolean;
}

/** The ones taken are remembered by this process; a restart forgets them, and Slack's own code is good only once as well. */
export function createStates(secret: string, clock: Clock): States {
  /** Until when each could be tried again. */
  const taken = new Map<string, number>();
  const sign = (said: string): string => createHmac("sha256", secret).update(said).digest("base64url");

  function isSigned(said: string, signature: string): boolean {
    const [own, given] = [Buffer.from(sign(said)), Buffer.from(signature)];
    return own.length === given.length && timingSafeEqual(own, given);
  }

  return {
    create: () => {
      const until = clock.now().getTime() + STATE_SECONDS * 1_000;
      const said = `${randomBytes(16).toString("base64url")}.${until.toString(36)}`;
      return `${said}.${sign(said)}`;
    },
    take: (state) => {
      const now = clock.now().getTime();
      for (const [known, until] of taken) if (until <= now) taken.delete(known);
      const [nonce = "", until = "", signature = ""] = state.split(".");
      const end = Number.parseInt(until, 36);
      if (!isSigned(`${nonce}.${until}`, signature) || !(end > now) || taken.has(nonce)) return false;
      taken.set(nonce, end);
      return true;
    },
  };
}
