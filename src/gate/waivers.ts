/** A known finding that is let pass, and why. */
export interface Waiver {
  /** Rule or check id of the finding. */
  readonly id: string;
  /** Any of the names the finding goes by: its place, its file, its operation, its fingerprint. */
  readonly location: string;
  readonly reason: string;
  /** ISO date: the last day it holds. */
  readonly until?: string | undefined;
}

/** A finding as waivers see it. */
export interface Waivable {
  readonly id: string;
  /** Everything a waiver may call its place. */
  readonly places: readonly string[];
}

export interface Waived<T> {
  readonly left: readonly T[];
  readonly waived: readonly { readonly finding: T; readonly waiver: Waiver }[];
  /** Waivers that match nothing: what they excused is gone, and so must they. */
  readonly stale: readonly Waiver[];
  /** Waivers past their day; what they excused counts again. */
  readonly expired: readonly Waiver[];
}

/** Takes the waived findings out. `today` is an ISO date. */
export function applyWaivers<T>(
  findings: readonly T[],
  describe: (finding: T) => Waivable,
  waivers: readonly Waiver[],
  today: string,
): Waived<T> {
  const expired = waivers.filter(({ until }) => until !== undefined && until < today);
  const valid = waivers.filter((waiver) => !expired.includes(waiver));
  const used = new Set<Waiver>();
  const left: T[] = [];
  const waived: { finding: T; waiver: Waiver }[] = [];
  for (const finding of findings) {
    const matching = valid.filter((waiver) => matches(waiver, describe(finding)));
    const [waiver] = matching;
    for (const each of matching) used.add(each);
    if (waiver) waived.push({ finding, waiver });
    else left.push(finding);
  }
  return { left, waived, stale: valid.filter((waiver) => !used.has(waiver)), expired };
}

function matches({ id, location }: Waiver, finding: Waivable): boolean {
  return id === finding.id && finding.places.includes(location);
}

/** `spec/a.yaml:12:3` also goes by `spec/a.yaml:12` and `spec/a.yaml`: lines move, files stay. */
export function namesOfPlace(location: string): readonly string[] {
  const [, file, line] = /^(.+):(\d+):\d+$/.exec(location) ?? [];
  return file && line ? [location, `${file}:${line}`, file] : [location];
}
