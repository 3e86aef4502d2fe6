/**
 * node:http without `import`, which reads every export of it, one of which loads undici: 20 to 40 ms of start-up that
 * nobody here needs.
 */
export const http = process.getBuiltinModule('node:http');
