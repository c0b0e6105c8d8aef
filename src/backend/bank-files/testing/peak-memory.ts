import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has held, in megabytes. What `resourceUsage()` says on Linux begins with the peak of the
 * process that started this one, so the system's own count is read where there is one.
 */
export function peakMegabytes(): number {
  try {
    const held = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (held !== undefined) return Number(held) / 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}
