/** What went wrong, for people; the id finds the server's own log lines. */
export interface Refusal {
  readonly sentence: string;
  readonly requestId: string | undefined;
}

type Item = { readonly loc: readonly (string | number)[]; readonly msg: string };

/** What the contracts of this page answer when they refuse: one sentence, or one for each field. */
type RefusalBody = { readonly message: string } | { readonly detail: string | readonly Item[] };

export function refusalOf(body: RefusalBody, response: Response): Refusal {
  return { sentence: sentenceOf(body), requestId: response.headers.get('x-request-id') ?? undefined };
}

function sentenceOf(body: RefusalBody): string {
  if ('message' in body) return body.message;
  if (typeof body.detail === 'string') return body.detail;
  return body.detail.map(({ loc, msg }) => `${loc.at(-1)}: ${msg}`).join('; ');
}
