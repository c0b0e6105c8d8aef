export interface Measured<T> {
  readonly value: T;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Of the whole process until now. */
  readonly peakMb: number;
}

const round = (value: number): number => Math.round(value * 100) / 100;

export async function measured<T>(work: () => Promise<T>): Promise<Measured<T>> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(cpu);
  return {
    value,
    cpuSeconds: round((user + system) / 1e6),
    wallSeconds: round((performance.now() - start) / 1000),
    peakMb: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6),
  };
}
