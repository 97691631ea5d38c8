/** The core as an adapter sees it, for one that is tested by itself. */
import type { Answer, Host } from "../../src/platform.ts";

export const hostOf = (answer: Answer, more: Partial<Host> = {}): Host => ({
  answer,
  suggest: async () => [],
  opensDialog: () => false,
  onLost: () => {},
  onRemoved: () => {},
  ...more,
});
