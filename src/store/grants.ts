/** What workspaces granted the bot when they installed it, sealed. */
import { JuyaoError } from "../errors.ts";
import type { Clock, Grant } from "../ports.ts";
import type { Database } from "./schema.ts";
import { seal, unseal } from "./seal.ts";

/** The key in use, then former ones, which only open. */
export type SealKeys = readonly Uint8Array[];

function currentKey([key]: SealKeys): Uint8Array {
  if (!key) throw new JuyaoError("secret-key-missing");
  return key;
}

export async function putGrant(
  db: Database,
  clock: Clock,
  keys: SealKeys,
  { workspace, secret }: Omit<Grant, "grantedAt"> & { readonly secret: string },
): Promise<void> {
  const row = { sealed: seal(secret, currentKey(keys), workspace), granted_at: clock.now().toISOString() };
  await db
    .insertInto("workspace_grant")
    .values({ workspace, ...row })
    .onConflict((conflict) => conflict.column("workspace").doUpdateSet(row))
    .execute();
}

/** What only a former key opens is sealed anew, so that the former key can go. */
export async function listGrants(db: Database, keys: SealKeys): Promise<Grant[]> {
  const key = currentKey(keys);
  return db.transaction().execute(async (trx) => {
    const rows = await trx.selectFrom("workspace_grant").selectAll().orderBy("workspace").execute();
    const grants: Grant[] = [];
    for (const { workspace, sealed, granted_at: grantedAt } of rows) {
      const current = unseal(sealed, key, workspace);
      const former = keys.slice(1).map((each) => unseal(sealed, each, workspace));
      const secret = current ?? former.find((each) => each !== undefined);
      if (current === undefined && secret !== undefined) {
        const anew = { sealed: seal(secret, key, workspace) };
        await trx.updateTable("workspace_grant").set(anew).where("workspace", "=", workspace).execute();
      }
      grants.push({ workspace, secret, grantedAt });
    }
    return grants;
  });
}

export async function removeGrant(db: Database, workspace: string): Promise<boolean> {
  const removed = await db.deleteFrom("workspace_grant").where("workspace", "=", workspace).executeTakeFirst();
  return removed.numDeletedRows > 0n;
}
