/** `RSM60-000001`: the end-to-end id of a resumed payment, by the number of the cycle that carries it. */
export function resumeReference(cycleNumber: number, serial: number): string {
  return `RSM${cycleNumber}-${String(serial).padStart(6, '0')}`;
}
