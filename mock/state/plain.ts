/** A name without what people write in different ways: `per_page`, `perPage`, `_per-page` and `PerPage` are one. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
