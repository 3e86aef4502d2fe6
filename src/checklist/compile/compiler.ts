import type { Problem } from '../../contract/finding.ts';
import type { JsonObject } from '../../contract/json.ts';
import type { Location } from '../../contract/source/location.ts';
import type { Expression } from '../expressions/types.ts';
import type { ArazzoDocument, Source } from '../load/documents.ts';
import type { Engine, EngineType } from '../queries/engine.ts';
import type { Checklist, WorkflowReference } from '../types.ts';

/** What compiling any part of one document needs. */
export interface Compiler {
  readonly document: JsonObject;
  readonly sources: ReadonlyMap<string, Source>;
  /** A query language, undefined while it is not loaded: the document is then compiled again when it is. */
  engine(type: EngineType): Engine | undefined;
  /** A workflow of this document, or of another by `$sourceDescriptions.<name>.<workflowId>`. Reports an unknown one. */
  workflow(reference: string, pointer: string): WorkflowReference | undefined;
  report(pointer: string, message: string, severity?: Problem['severity']): void;
  /** Reports a syntax mistake in `text`, found at character `at`, counted from 0. */
  reportSyntax(
    pointer: string,
    text: string,
    mistake: { readonly message: string; readonly at: number },
  ): void;
  /** Notes that an expression stands here, so that what it refers to can be checked once all is known. */
  use(expression: Expression, pointer: string): void;
}

/** All documents that were read, and the checklists made of them so far. */
export interface Surroundings {
  readonly library: ReadonlyMap<Location, Checklist>;
  readonly documents: ReadonlyMap<Location, ArazzoDocument>;
  /** The query languages loaded so far. */
  readonly engines: Map<EngineType, Engine>;
}
