/** A body as it goes over the wire, with the Content-Type that describes it. */
export interface Serialised {
  readonly contentType: string | undefined;
  readonly bytes: Uint8Array;
}
