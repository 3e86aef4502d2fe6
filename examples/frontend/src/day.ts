/** `2026-11-21`, as a date input has it, to `21.11.2026`, as the contract has it. */
export function toContractDay(day: string): string {
  return day.split('-').reverse().join('.');
}
