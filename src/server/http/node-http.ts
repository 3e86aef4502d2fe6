/** What is used of node:http. `import` of it would read every export, one of which loads undici: a slower start. */
export const { createServer, IncomingMessage, ServerResponse } = process.getBuiltinModule('node:http');
