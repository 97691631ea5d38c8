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

const SOON = 500;

/**
 * Milliseconds of processor time that hostile text costs. Work that takes long is done once more and the lesser time is
 * told: a virtual machine that stands still for a while may count that as time used, but hardly does so twice.
 */
export function cpuTimeOf(work: () => void): number {
  const cost = once(work);
  return cost < SOON ? cost : Math.min(cost, once(work));
}
