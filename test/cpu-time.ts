/** Milliseconds of processor time that this thread has used so far. */
function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function once(work: () => void): number {
  const started = cpuTime();
  work();
  return cpuTime() - started;
}

/** Milliseconds below which work is quick for any test. */
const QUICK = 500;
const TRIES = 4;
const PAUSE_MS = 500;
const pause = (ms: number): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/**
 * Milliseconds of processor time that hostile text costs: the least of several tries, if the first is not quick. A
 * virtual machine that stands still for a second or two counts that as time used.
 */
export function cpuTimeOf(work: () => void): number {
  let least = once(work);
  for (let tries = 1; least >= QUICK && tries < TRIES; tries++) {
    pause(PAUSE_MS);
    least = Math.min(least, once(work));
  }
  return least;
}
