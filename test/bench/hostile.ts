/**
 * Hostile feeds and pages beside normal ones in the same run: time per megabyte as a multiple of the normal, and, with
 * `HOSTILE_MEMORY=1`, how far a body of 10 MB takes the memory above idle, and how long it takes (slow: a process for each).
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Input } from "./hostile/inputs.ts";
import { STAGES, type Stage } from "./hostile/stages.ts";

const MB = 2 ** 20;
/** The largest body that is let in. */
const LARGEST = 10 * MB;
const MAX_RATIO = 8;
const MAX_MEMORY_MB = 100;
const WARM_UP_ROUNDS = 4;

/** Milliseconds per megabyte; what failed with anything but a JuyaoError is told. */
async function time(stage: Stage, input: Input): Promise<{ msPerMb: number; fault: string }> {
  const bytes = input.make(MB);
  const started = performance.now();
  let fault = "";
  try {
    await stage.read(bytes);
  } catch (error) {
    fault = String(error);
  }
  return { msPerMb: ((performance.now() - started) / bytes.length) * MB, fault };
}

function measureLargest(stage: Stage, input: Input): { memoryMb: number; ms: number } {
  const file = fileURLToPath(new URL("./hostile/memory.ts", import.meta.url));
  const args = [file, stage.name, input.name, String(LARGEST)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

const withMemory = process.env.HOSTILE_MEMORY === "1";
let failures = 0;

function report(stage: Stage, input: Input, ratio: number, msPerMb: number, fault: string): void {
  const largest = withMemory ? measureLargest(stage, input) : undefined;
  const bad = ratio > MAX_RATIO || (largest?.memoryMb ?? 0) > MAX_MEMORY_MB || fault !== "";
  if (bad) failures++;
  const cells = [
    stage.name.padEnd(8),
    input.name.padEnd(32),
    `${msPerMb.toFixed(0).padStart(6)} ms/MB`,
    `${ratio.toFixed(2).padStart(6)}×`,
    ...(largest ? [`${largest.memoryMb} MB`.padStart(7), `${largest.ms} ms`.padStart(9)] : []),
    bad ? `✗ ${fault}` : "",
  ];
  process.stdout.write(`${cells.join("  ").trimEnd()}\n`);
}

for (const stage of STAGES) {
  let normal = Number.POSITIVE_INFINITY;
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    normal = Math.min(normal, (await time(stage, stage.normal)).msPerMb);
  }
  report(stage, stage.normal, 1, normal, "");
  for (const input of stage.hostile) {
    let { msPerMb, fault } = await time(stage, input);
    // A busy machine only slows down: what looks slow has a second chance.
    if (msPerMb > (MAX_RATIO * normal) / 2) msPerMb = Math.min(msPerMb, (await time(stage, input)).msPerMb);
    report(stage, input, msPerMb / normal, msPerMb, fault);
  }
}
process.stdout.write(`${failures} beyond ${MAX_RATIO}×${withMemory ? ` or ${MAX_MEMORY_MB} MB` : ""}, or at fault\n`);
if (failures > 0) process.exitCode = 1;
