/**
 * node:http without `import`, which reads every export of it, one of which loads undici: 20 to 40 ms of start-up that
 * nobody here needs.
 */
export const http = process.getBuiltinModule('node:http');

/** Loaded when somebody needs them: TLS alone is 15 ms of a start-up. */
export const https = () => process.getBuiltinModule('node:https');
export const tls = () => process.getBuiltinModule('node:tls');

/** For agents of our own: through the proxies of the environment, where Node's are told to go (`NODE_USE_ENV_PROXY=1`). */
export function proxyOfEnvironment(): { readonly proxyEnv?: NodeJS.ProcessEnv } {
  const { env } = process;
  return env.NODE_USE_ENV_PROXY === '1' ? { proxyEnv: env } : {};
}
