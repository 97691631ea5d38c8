/** How much room there is where the data lie. */
import { statfs } from "node:fs/promises";

/** In bytes; `free` is what this user may still write. */
export interface Disk {
  readonly free: number;
  readonly total: number;
}

/** Undefined where the system does not say. */
export async function readDisk(folder: string): Promise<Disk | undefined> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return blocks > 0 ? { free: bavail * bsize, total: blocks * bsize } : undefined;
  } catch {
    return undefined;
  }
}
