import type { JsonObject } from '../../../src/contract/json.ts';

/** The plainest number a schema allows: its lower bound, else its upper bound, else 0. */
export function sampleNumber(schema: JsonObject, integer: boolean): number {
  const step = typeof schema.multipleOf === 'number' && schema.multipleOf > 0 ? schema.multipleOf : undefined;
  const unit = step ?? 1;
  const floor = number(schema.minimum);
  const above = number(schema.exclusiveMinimum);
  const ceiling = number(schema.maximum);
  const below = number(schema.exclusiveMaximum);
  if (floor !== undefined && (above === undefined || floor > above)) return up(floor, integer, step);
  if (above !== undefined) return between(above, below ?? ceiling, unit, integer, step);
  if (below !== undefined && (ceiling === undefined || below <= ceiling))
    return down(below - unit, integer, step);
  if (ceiling !== undefined) return down(ceiling, integer, step);
  return 0;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function between(
  above: number,
  below: number | undefined,
  unit: number,
  integer: boolean,
  step: number | undefined,
): number {
  const next = step === undefined ? above + unit : (Math.floor(above / step) + 1) * step;
  if (below === undefined || next < below || integer) return up(next, integer, step);
  return (above + below) / 2;
}

function up(value: number, integer: boolean, step: number | undefined): number {
  if (step !== undefined) return tidy(Math.ceil(value / step) * step);
  return integer ? Math.ceil(value) : value;
}

function down(value: number, integer: boolean, step: number | undefined): number {
  if (step !== undefined) return tidy(Math.floor(value / step) * step);
  return integer ? Math.floor(value) : value;
}

/** Takes away what binary fractions add: 0.30000000000000004 is meant as 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}
