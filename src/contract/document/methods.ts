/** Keys of a path item that hold operations, in every version. */
export const fixedMethods: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
]);

/** From OpenAPI 3.2 on a path item may also hold `query` and, for any other method, `additionalOperations`. */
export const hasFurtherMethods = (format: string): boolean =>
  format.startsWith('3.2') || format === 'postman';

/** True for a member of a path item that is an operation. */
export const isMethod = (member: string, format: string): boolean =>
  fixedMethods.has(member) || (member === 'query' && hasFurtherMethods(format));
