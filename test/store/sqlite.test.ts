import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { storeContract } from "./contract.ts";

const folder = mkdtempSync(join(tmpdir(), "juyao-store-"));
let count = 0;
const nextFile = (): string => join(folder, `${++count}`, "juyao.db");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

storeContract("SQLite file", (clock) => openStore({ url: nextFile(), clock }));
