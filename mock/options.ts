import type { SendCallback } from './callbacks/with-callbacks.ts';
import type { Forced } from './exchange.ts';
import type { Behaviour, Routed, Settings, Slots } from './types.ts';

/** How a mock behaves; every part has a default. */
export interface MockOptions {
  /** Generate from schemas by random draws instead of examples and static samples. */
  readonly dynamic?: boolean;
  /** Never answer with documented examples. */
  readonly ignoreExamples?: boolean;
  /** The same seed gives the same data. */
  readonly seed?: string;
  /** 500 for a response that breaks the contract instead of sending it. */
  readonly errors?: boolean;
  /** Check requests against the contract. */
  readonly validate?: boolean;
  /** Check credentials. */
  readonly security?: boolean;
  readonly cors?: boolean;
  /** Length of generated arrays. */
  readonly items?: number;
  /** Copy request values into generated responses where names and schemas agree. */
  readonly echo?: boolean;
  /** Remember what was created, changed and deleted. */
  readonly state?: boolean;
  /** Milliseconds every response waits. */
  readonly latency?: number;
  /** Add properties that a schema allows without naming them, in dynamic mode. */
  readonly fillProperties?: boolean;
  /** There is a console at `/_sverka/`: explanations link to it. */
  readonly console?: boolean;
  /** `servers`: honour the paths of the documented server URLs; a path: every contract stands below it. */
  readonly basePath?: 'servers' | `/${string}`;
  /** Asked before what is remembered: an implementation, for example. */
  readonly behaviours?: readonly Behaviour[];
  /** What is forced for a request from outside, asked once the operation is known. */
  readonly force?: (routed: Routed) => Forced | undefined;
  /** Given the callbacks that the contract has for a request that went well; without it none are sent. */
  readonly sendCallback?: SendCallback;
  /** Replacements for single steps of the pipeline. */
  readonly slots?: Partial<Slots>;
}

/** Fills in the defaults: what Prism's are, plus state and echo. */
export function settle(options: MockOptions): Settings {
  return {
    dynamic: options.dynamic ?? false,
    ignoreExamples: options.ignoreExamples ?? false,
    seed: options.seed ?? '1',
    errors: options.errors ?? false,
    validate: options.validate ?? true,
    security: options.security ?? true,
    cors: options.cors ?? true,
    items: options.items,
    echo: options.echo ?? true,
    latency: options.latency ?? 0,
    console: options.console ?? false,
    fillProperties: options.fillProperties,
    basePath: options.basePath,
  };
}
