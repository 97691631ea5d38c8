/** A disk that can be filled: a file system of its own, where mounting one is allowed. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Disk {
  /** Where the database lives. */
  readonly folder: string;
  readonly kind: "tmpfs" | "max_page_count";
  /** Leaves `bytes` free. Without a file system of its own the next child is told how far its database may grow. */
  fill(bytes: number): { mostPages?: number };
  /** Gives the room back. */
  clear(): void;
  remove(): void;
}

/** True if the program is there, may do it, and did. */
const run = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

const SIZE = "64m";
const PAGE = 4096;

export function createDisk(root: string, database: string): Disk {
  const folder = join(root, "disk");
  const ballast = join(folder, "ballast");
  mkdirSync(folder);
  const mounted = run("mount", "-t", "tmpfs", "-o", `size=${SIZE}`, "tmpfs", folder);
  const fillDisk = (bytes: number): void => {
    const { bavail, bsize } = statfsSync(folder);
    const size = Math.max(0, bavail * bsize - bytes);
    try {
      writeFileSync(ballast, Buffer.alloc(size, 1));
    } catch (error) {
      // The bot writes at the same time: full is full.
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    }
  };
  return {
    folder,
    kind: mounted ? "tmpfs" : "max_page_count",
    fill: (bytes) => {
      if (mounted) fillDisk(bytes);
      return mounted ? {} : { mostPages: Math.ceil((statSync(join(folder, database)).size + bytes) / PAGE) };
    },
    clear: () => rmSync(ballast, { force: true }),
    remove: () => {
      if (mounted) run("umount", "-l", folder);
      rmSync(root, { recursive: true, force: true });
    },
  };
}
