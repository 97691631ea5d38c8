/** Run as a process of its own: takes the lock of a database, says so, and stays until it is ended. */
import { lockStore } from "../../src/store/lock.ts";

const lock = await lockStore(process.argv[2] ?? "", new Date("2026-03-02T01:00:00.000Z"));
process.stdout.write("held\n");
setInterval(() => lock, 1000);
