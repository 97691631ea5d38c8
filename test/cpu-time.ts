/**
 * Milliseconds of processor time that this thread has used so far. What hostile text costs is told by the difference of
 * two: a machine that is busy with other things, or stands still for a while, fails no test.
 */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
