import type { Json } from '../src/contract/json.ts';
import type { Headers, RawRequest } from '../src/contract/types.ts';

/** A request as an edge hands it in: `path` is what follows host and port, percent-encoded, without the query. */
export interface MockRequest extends RawRequest {
  /** What stands before `path`, where the edge took it off or knows it better than the `Host` header: `https://api.example.com/v1`. */
  readonly base?: string;
}

/** The ways a reply can go wrong on the wire. */
export type Fault = 'timeout' | 'reset' | 'malformed';

export interface MockResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array | string | undefined;
  /** `Set-Cookie` lines, which cannot be joined into one. */
  readonly cookies?: readonly string[];
  /** How the edge has to deliver it, when not at once and whole. */
  readonly delivery?: { readonly delayMs: number; readonly fault: Fault | undefined };
  readonly explanation: Explanation;
}

/** What `Prefer` (RFC 7240) and its query forms asked of this one response. */
export interface Preferences {
  readonly code?: number;
  readonly example?: string;
  readonly dynamic?: boolean;
  readonly seed?: string;
  /** Milliseconds. */
  readonly delay?: number;
  readonly fault?: Fault;
  /** Length of generated arrays. */
  readonly items?: number;
  readonly explain?: 'short' | 'full';
  /** True where `code` stands for a fault of an implementation: one that is there shows it itself. */
  readonly byFault?: boolean;
  /** What was understood, worded for `Preference-Applied`. */
  readonly applied: readonly string[];
  /** Names that mean nothing to anybody. */
  readonly unknown?: readonly string[];
}

export type SlotName =
  | 'route'
  | 'authenticate'
  | 'validate'
  | 'behave'
  | 'negotiate'
  | 'generate'
  | 'respond';

/** A response that is forced from outside, by the console or a test. What is left out is as the contract says. */
export interface Forced {
  readonly status?: number;
  /** A named example of that status. */
  readonly example?: string;
  /** Any JSON, instead of an example. */
  readonly body?: Json;
  readonly headers?: Headers;
  /** Milliseconds. */
  readonly delay?: number;
  readonly fault?: Fault;
}

/** One decision on the way to a response, as a sentence for a person. */
export interface Note {
  readonly slot: SlotName;
  readonly text: string;
}

/** Where a body came from. */
export type Source =
  | 'example'
  | 'schema'
  | 'dynamic'
  | 'state'
  | 'implementation'
  | 'override'
  | 'upstream'
  | 'problem'
  | 'empty';

/** Why this response: kept by the console and answered to `Prefer: explain`. */
export interface Explanation {
  readonly id: string;
  /** `contract.operation`, absent when no route matched. */
  readonly operation?: string;
  /** Method and path template as the document writes them. */
  readonly route?: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
  /** Both directions; `location` starts with `request` or `response`. */
  readonly violations: readonly MockViolation[];
  readonly source: Source;
  /** Key of the example that was sent. */
  readonly example?: string;
  readonly mediaType?: string;
  readonly notes: readonly Note[];
}

/** A violation in the words Prism's users know: also the items of `sl-violations` and of a 422's `validation`. */
export interface MockViolation {
  readonly location: readonly string[];
  readonly severity: 'Error' | 'Warning';
  /** The schema keyword, or a status code for what has none. */
  readonly code?: string | number;
  readonly message: string;
}
