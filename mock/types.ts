import type { Json } from '../src/contract/json.ts';
import type {
  Contract,
  Headers,
  MediaType,
  Operation,
  ParsedRequest,
  Response,
  RouteResult,
} from '../src/contract/types.ts';
import type { MockRequest, MockResponse, MockViolation, Note, Preferences, Source } from './exchange.ts';

/** One served contract with its router and where it stands. */
export interface Site {
  readonly contract: Contract;
  readonly route: (method: string, path: string) => RouteResult;
  /** Path prefixes that may stand before the contract's own paths, longest first: `/auth-v1`, `/api/v1`. */
  readonly prefixes: readonly string[];
  /** Served without a prefix too. */
  readonly atRoot: boolean;
}

/** Options with the defaults filled in. */
export interface Settings {
  readonly dynamic: boolean;
  readonly ignoreExamples: boolean;
  readonly seed: string;
  readonly errors: boolean;
  readonly validate: boolean;
  readonly security: boolean;
  readonly cors: boolean;
  readonly items: number | undefined;
  readonly echo: boolean;
  readonly latency: number;
  readonly console: boolean;
  readonly fillProperties: boolean | undefined;
  readonly basePath: 'servers' | `/${string}` | undefined;
}

/** A request with what was asked of the response; `notes` grows while slots decide. */
export interface Incoming {
  readonly request: MockRequest;
  readonly preferences: Preferences;
  readonly notes: Note[];
  readonly settings: Settings;
}

export interface Routed {
  readonly kind: 'routed';
  readonly incoming: Incoming;
  readonly site: Site;
  readonly operation: Operation;
  readonly pathParameters: Readonly<Record<string, string>>;
  /** The request with its path below the contract's base. */
  readonly request: MockRequest;
}

/** An answer of the mock itself, as RFC 9457 problem details. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly problem: Problem;
}

export interface Problem {
  /** Last part of the `type` URI: `NO_PATH_MATCHED_ERROR`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** What would have worked: told in the explanation, as the body is in the words of Prism. */
  readonly hint?: string;
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly headers?: Headers;
}

/** The verdict on credentials. `refuse` is the status a failed check asks for: 401, or 403 for missing scopes. */
export interface Authentication {
  readonly violations: readonly MockViolation[];
  readonly refuse?: 401 | 403;
  /** Values for `WWW-Authenticate`. */
  readonly challenges: readonly string[];
}

export interface Validation {
  readonly violations: readonly MockViolation[];
  /** True when the media type of the body is not one the operation takes. */
  readonly unsupportedMediaType: boolean;
  readonly parsed: ParsedRequest | undefined;
}

/** A request that was held against the contract. */
export interface Checked {
  readonly routed: Routed;
  readonly authentication: Authentication;
  readonly validation: Validation;
  /** Of both, the errors and the warnings. */
  readonly violations: readonly MockViolation[];
}

/** What a behaviour answers. A value still goes through negotiation; a reply is sent as it stands. */
export type Behaved =
  | {
      readonly kind: 'value';
      readonly status: number;
      readonly value: Json | undefined;
      readonly headers?: Headers;
      readonly why: string;
    }
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly headers: Headers;
      readonly body: Uint8Array | string | undefined;
      readonly why: string;
      /** `implementation` unless said. */
      readonly source?: Source;
    };

/** Something that answers like the real thing: remembered state, or an implementation. */
export interface Behaviour {
  /**
   * True for operations it answers entirely by itself, refusals of bad requests and credentials included. The mock's
   * own findings are then only reported.
   */
  readonly claims?: (routed: Routed) => boolean;
  /** True for one that understands `Prefer: code`, `example` and `dynamic` itself: it is asked even then. */
  readonly preferring?: boolean;
  readonly answer: (checked: Checked) => Promise<Behaved | undefined> | Behaved | undefined;
}

/** The documented response that was chosen. */
export interface Choice {
  readonly kind: 'choice';
  readonly status: number;
  readonly response: Response | undefined;
  readonly content: MediaType | undefined;
  /** What `Content-Type` says; undefined for none. */
  readonly mediaType: string | undefined;
  readonly example: { readonly name: string; readonly value: Json } | undefined;
  /** Generate from the schema by random draws instead of the static sample. */
  readonly dynamic: boolean;
  /** For a value that a behaviour gave, in place of example and schema. */
  readonly given?: { readonly value: Json | undefined; readonly headers: Headers };
  readonly why: string;
}

export interface Generated {
  readonly body: Uint8Array | string | undefined;
  /** Content type and documented headers. */
  readonly headers: Headers;
  /** Of the response against the contract. */
  readonly violations: readonly MockViolation[];
  readonly source: Source;
  readonly why: string;
}

/** The seven steps from request to response, each replaceable. */
export interface Slots {
  readonly route: (incoming: Incoming, sites: readonly Site[]) => Routed | Refusal;
  readonly authenticate: (routed: Routed) => Authentication;
  readonly validate: (routed: Routed) => Validation;
  readonly behave: readonly Behaviour[];
  readonly negotiate: (checked: Checked, behaved: Behaved | undefined) => Choice | Refusal;
  readonly generate: (checked: Checked, choice: Choice) => Promise<Generated | Refusal> | Generated | Refusal;
  readonly respond: (checked: Checked, choice: Choice, generated: Generated) => MockResponse;
}
