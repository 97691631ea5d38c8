/** One input through one stage in a process of its own: prints how far its memory rose above idle, and the time it took. */
import { STAGES } from "./stages.ts";

const [stageName, inputName, size] = process.argv.slice(2);
const stage = STAGES.find(({ name }) => name === stageName);
const input = stage && [stage.normal, ...stage.hostile].find(({ name }) => name === inputName);
if (!stage || !input) throw new Error(`no such input: ${stageName} ${inputName}`);
const bytes = input.make(Number(size));
const idle = process.memoryUsage.rss();
const started = performance.now();
await stage.read(bytes);
const ms = Math.round(performance.now() - started);
// In kilobytes, on every system.
const peak = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ memoryMb: Math.round(Math.max(0, peak - idle) / 2 ** 20), ms }));
