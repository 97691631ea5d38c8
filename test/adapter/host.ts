/** The core as an adapter sees it, for one that is tested by itself. */
import type { Answer, Host } from "../../src/platform.ts";
import type { Grants } from "../../src/ports.ts";

/** Kept as the store keeps them, but for the seal. */
export function memoryGrants(): Grants & { readonly kept: Map<string, string | undefined> } {
  const kept = new Map<string, string | undefined>();
  const grantedAt = "2026-11-20T00:00:00.000Z";
  return {
    kept,
    listGrants: async () => [...kept].map(([workspace, secret]) => ({ workspace, secret, grantedAt })),
    putGrant: async (workspace, secret) => void kept.set(workspace, secret),
    removeGrant: async (workspace) => kept.delete(workspace),
  };
}

export const hostOf = (answer: Answer, more: Partial<Host> = {}): Host => ({
  answer,
  suggest: async () => [],
  opensDialog: () => false,
  onLost: () => {},
  onRemoved: () => {},
  onWorkspace: () => {},
  grants: memoryGrants(),
  ...more,
});
