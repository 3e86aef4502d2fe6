/** Where files other than the root stand in a bundled document, each under its path relative to the root. */
export const holder = 'x-bundled';
