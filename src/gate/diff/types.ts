import type { Finding } from '../../contract/finding.ts';
import type { JsonObject } from '../../contract/json.ts';

/** `error`: a client breaks. `warning`: it may, or nobody can tell. `info`: no client breaks. */
export type Level = 'error' | 'warning' | 'info';

/** Who sends: `request` values come from clients, `response` values from the server. */
export type Direction = 'request' | 'response';

/** One kind of change: what `--level` and waivers name. */
export interface Rule {
  /** Kebab-case, stable. */
  readonly id: string;
  readonly level: Level;
  /** One English sentence for people who meet the id for the first time. */
  readonly sentence: string;
}

/** The row of a rule that is written down, under its id. */
export type WrittenRule = readonly [level: Level, sentence: string];

/** Where a change stands: an object of one document, and the member of it that changed. */
export interface Place {
  readonly side: 'old' | 'new';
  /** An object of that document, or the JSON Pointer of one. */
  readonly at: JsonObject | string;
  readonly member?: string | undefined;
}

/** A change before it has a place in a file and a level. */
export interface RawChange {
  /** Id of its rule. */
  readonly rule: string;
  /** `POST /orders`, `webhook order-paid`, empty for the document as a whole. */
  readonly operation: string;
  /** Where in the operation: `request body /items/0/name`, `response 200 header ETag`. Empty for all of it. */
  readonly subject: string;
  /** Who breaks and why. */
  readonly message: string;
  readonly place: Place;
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
  /** Where the same stood before, where that is known better than by its place. */
  readonly was?: Place | undefined;
  /** A level of its own, where this change is more or less serious than others of its rule. */
  readonly level?: Level | undefined;
  /** The operation says of itself that it may change at any time. */
  readonly unpromised?: true;
  /** Every operation that it reaches, its own among them; asked when all is compared. */
  readonly reaches?: () => readonly string[];
}

/** One difference between two contracts, judged. `location` is `file:line:column` where that is known. */
export interface ChangeFinding extends Finding {
  readonly level: Level;
  /** Where the same stood in the old document, written like `location`. Undefined: it is new. */
  readonly formerLocation?: string;
  readonly operation: string;
  /** Further operations that the same change reaches. */
  readonly alsoIn: readonly string[];
  /** 12 hex digits, the same for the same change whatever lines move around it. */
  readonly fingerprint: string;
}
