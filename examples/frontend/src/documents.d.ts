declare module '*.yaml' {
  import type { handlersFor } from 'sverka/msw';

  const document: Parameters<typeof handlersFor>[0];
  export default document;
}
