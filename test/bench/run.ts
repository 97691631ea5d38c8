/** `npm run bench [name …]`: runs what stands beside this file, all of it or what is named. Each prints ratios within its run. */
import { readdirSync } from "node:fs";

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && file !== "run.ts")
  .map((file) => file.replace(".ts", ""));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`no such bench: ${unknown.join(", ")}; there are: ${names.join(", ")}\n`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : names) {
  process.stdout.write(`\n${name}\n`);
  await import(`./${name}.ts`);
}
